internal import Charters
internal import Kernel
public import Portal
internal import Web

extension Partnership {
  /// The portal that shows this partnership.
  var site: Site { site(at: []) }

  /// The same below a name of its own, where several stand on one host.
  func site(at base: [String]) -> Site {
    Site(
      database: database, verbs: Capabilities.verbs, pages: PortalPages.book, today: { $0.day(at: .now) },
      at: base)
  }

  /// A progress report as a file.
  public func report(_ file: ReportFile, at address: String) async throws -> [UInt8] {
    try await file.bytes(from: site, at: address)
  }
}
