internal import Governance
public import Kernel
internal import Markup
internal import Reporting
internal import Store
internal import Telling
public import Web
internal import Workplan

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
    try await site.database.read { connection in
      var report = try connection.report(on: cycle, asOf: asOf, site.charters)
      if let addressee { try report.restrict(to: addressee) }
      switch form {
      case .json: return Array(report.json.utf8)
      case .csv: return Array(report.csv(in: language).utf8)
      case .html:
        let loading = try Loading(
          site, Address(.report(cycle), language: language, asOf: report.asOf), language, on: report.asOf,
          connection, for: .anyone)
        return loading.page.document(try loading.report(report), site: Link(elsewhere: address)).bytes
      }
    }
  }
}

extension Loading {
  func assembled(_ cycle: String, on day: Day?) throws -> ProgressReport {
    try connection.report(on: cycle, asOf: day, charters)
  }
}
