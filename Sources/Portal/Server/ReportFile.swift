public import Kernel
internal import Governance
internal import Markup
internal import Reporting
internal import Store

/// The progress report of a cycle as a file: the same page, the same data as the portal gives.
public struct ReportFile: Sendable {
  public enum Form: String, CaseIterable, Sendable { case html, json, csv }

  public let cycle: String
  public let form: Form
  public let language: Language
  /// The day it speaks of; nil takes the one on which the cycle's report was presented, or else its last day.
  public let asOf: Day?
  /// The body it is made for; nil for everyone it goes to.
  public let addressee: String?

  public init(_ cycle: String, form: Form, language: Language, asOf: Day? = nil, addressee: String? = nil) {
    self.cycle = cycle
    self.form = form
    self.language = language
    self.asOf = asOf
    self.addressee = addressee
  }

  /// - Parameter address: of the site that the page's links lead to, such as `http://127.0.0.1:8080`.
  /// - Throws: a `Refusal` for an unknown cycle, or a body to which no part of the partnership reports.
  public func bytes(from site: Site, at address: String) async throws -> [UInt8] {
    let (charters, kinds, counts) = (site.charters, site.publicKinds, site.counts)
    return try await site.database.read { connection in
      var report = try PageResponder.report(cycle, asOf, connection, charters)
      if let addressee { try report.restrict(to: addressee) }
      switch form {
      case .json: return Array(report.json.utf8)
      case .csv: return Array(report.csv(in: language).utf8)
      case .html:
        var place = Address(.report(cycle), language: language)
        place.asOf = report.asOf
        let page = try PageResponder.page(place, language, report.asOf, connection, charters)
        let charter = try charters.inForce(on: report.asOf, connection)
        let view = try Loading(
          connection: connection, page: page, kinds: kinds, charter: charter, counts: counts
        ).report(report)
        return page.document(view, site: Link(elsewhere: address)).bytes
      }
    }
  }
}
