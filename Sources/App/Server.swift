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
    var logger = Logger(label: "entente")
    logger.logLevel = Logger.Level(rawValue: log) ?? .info
    let shownAddress = partnership.address.description
    let application = Application(
      responder: PortalResponder(partnership.site, version: version),
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        print("Entente serves http://\(host):\(port)  (data: \(shownAddress); stop with Ctrl-C)")
        fflush(nil)
      },
      logger: logger)
    do {
      try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    } catch {
      try? await partnership.close()
      throw Refusal(
        "unreachable",
        "cannot serve on \(host):\(port) (\(error)); is another program on that port? Try --port")
    }
    try await partnership.close()
  }
}
