internal import Charters
internal import Kernel
public import Portal
internal import Proofs
internal import Web

extension Partnership {
  /// The portal that shows this partnership.
  var site: Site { site(at: []) }

  /// The same below a name of its own, where several stand on one host.
  ///
  /// - Parameter signer: signs for the journal; nil where nobody does.
  func site(at base: [String], signedBy signer: SignerKey? = nil) -> Site {
    Site(
      database: database, verbs: Capabilities.verbs, pages: PortalPages.book, today: { $0.day(at: .now) },
      at: base, signer: signer)
  }

  /// A progress report as a file.
  public func report(_ file: ReportFile, at address: String) async throws -> [UInt8] {
    try await file.bytes(from: site, at: address)
  }
}
