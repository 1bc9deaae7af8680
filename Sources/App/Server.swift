internal import Foundation
internal import Hummingbird
internal import Kernel
internal import Logging
internal import Portal
internal import ServiceLifecycle
internal import UnixSignals

/// The portal on a port, until a signal stops it: what was asked is answered first, then the store is let go.
public enum Server {
  public static func run(
    _ partnership: Partnership, host: String, port: Int, log: String, version: String
  ) async throws {
    try await run(
      PortalResponder(partnership.site, version: version), [partnership], host, port,
      logger(log), shownAs: partnership.address.description)
  }

  /// Several partnerships, each below its name.
  public static func run(
    _ installation: Installation, host: String, port: Int, log: String, version: String
  ) async throws {
    let logger = logger(log)
    let (responder, opened) = await installation.open(version: version, log: logger)
    let names = installation.places.map(\.name).joined(separator: ", ")
    try await run(responder, opened, host, port, logger, shownAs: names)
  }

  private static func logger(_ level: String) -> Logger {
    var logger = Logger(label: "entente")
    logger.logLevel = Logger.Level(rawValue: level) ?? .info
    return logger
  }

  private static func run<R: HTTPResponder>(
    _ responder: R, _ partnerships: [Partnership], _ host: String, _ port: Int, _ logger: Logger,
    shownAs shown: String
  ) async throws where R.Context == BasicRequestContext {
    let application = Application(
      responder: responder,
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      services: Capabilities.followers.isEmpty
        ? [] : partnerships.map { FollowerService($0.database, Capabilities.followers, logger) },
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        print("Entente serves http://\(host):\(port)  (data: \(shown); stop with Ctrl-C)")
        fflush(nil)
      },
      logger: logger)
    do {
      try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    } catch {
      for partnership in partnerships { try? await partnership.close() }
      throw Refusal("unreachable.port", ["host": .text(host), "port": "\(port)", "error": "\(error)"])
    }
    for partnership in partnerships { try await partnership.close() }
  }
}
