internal import Foundation
internal import Kernel
internal import Logging
internal import ServiceLifecycle
internal import Web
internal import Wording

/// The portal on a port, until a signal stops it: what was asked is answered first, then the store is let go.
public enum Server {
  public static func run(
    _ partnership: Partnership, host: String, port: Int, log: String, version: String
  ) async throws {
    let logger = logger(log)
    let responder = PortalResponder(partnership.served(logger), version: version)
    try await serve([partnership], partnership.address.description, host, logger) {
      try await Listener.run(responder, host: host, port: port, beside: $0, logger, started: $1)
    }
  }

  /// Several partnerships, each below its name.
  public static func run(
    _ installation: Installation, host: String, port: Int, log: String, version: String
  ) async throws {
    let logger = logger(log)
    let (responder, opened) = await installation.open(version: version, log: logger)
    let names = installation.places.map(\.name).joined(separator: ", ")
    try await serve(opened, names, host, logger) {
      try await Listener.run(responder, host: host, port: port, beside: $0, logger, started: $1)
    }
  }

  private static func logger(_ level: String) -> Logger {
    var logger = Logger(label: "entente")
    logger.logLevel = Logger.Level(rawValue: level) ?? .info
    return logger
  }

  private static func serve(
    _ partnerships: [Partnership], _ shown: String, _ host: String, _ logger: Logger,
    _ listen: ([any Service], @escaping @Sendable (Int) -> Void) async throws -> Void
  ) async throws {
    let followers = partnerships.map { FollowerService($0.database, Capabilities.followers, logger) }
    do {
      try await listen(followers) { port in
        print("Entente serves http://\(host):\(port)  (data: \(shown); stop with Ctrl-C)")
        fflush(nil)
      }
    } catch {
      for partnership in partnerships { try? await partnership.close() }
      throw error
    }
    for partnership in partnerships { try await partnership.close() }
  }
}

extension Partnership {
  /// The portal, signing for the journal where there is a key; where there is none it is served all the same, and the log says so.
  func served(at base: [String] = [], _ logger: Logger) -> Site {
    do { return site(at: base, signedBy: try key().signer) } catch {
      let reason = (error as? Refusal)?.sentence ?? "\(error)"
      logger.warning("unsigned journal", metadata: ["store": "\(address)", "reason": "\(reason)"])
      return site(at: base)
    }
  }
}
