internal import UnixSignals
public import Hummingbird
internal import HummingbirdCore
internal import Kernel
public import Logging
public import ServiceLifecycle

/// A responder on a port, until a signal stops it: what was asked is answered first.
public enum Listener {
  /// - Parameters:
  ///   - services: what runs beside it, and is stopped with it.
  ///   - started: is told the port, once it listens.
  /// - Throws: a `Refusal` if the port cannot be had.
  public static func run<R: HTTPResponder>(
    _ responder: R, host: String, port: Int, beside services: [any Service], _ logger: Logger,
    started: @escaping @Sendable (Int) -> Void
  ) async throws where R.Context == Visit {
    let patience = Patience()
    let application = Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [PatienceHandler(patience)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100))),
      configuration: .init(
        address: .hostname(host, port: port), serverName: nil, backlog: 1024,
        availableConnectionsDelegate: Room(most: Room.made(), logger)),
      services: services,
      onServerRunning: { channel in started(channel.localAddress?.port ?? port) },
      logger: logger)
    do {
      try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    } catch {
      throw Refusal("unreachable.port", ["host": .text(host), "port": "\(port)", "error": "\(error)"])
    }
  }
}
