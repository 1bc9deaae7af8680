import App
import Charters
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing

/// The mercury partnership as `entente init gmp` makes it, from the charters and facts that are shipped. What a test
/// expects of it stands in those files, and not here.
enum NotePartnership {
  /// The last day of the advisory-group meeting that the note quotes; its year is inferred.
  static let day = Day(2010, 9, 22)
  static let secretariat = Intent("test", by: "officer", as: .secretariat, basis: "test")
  static func member(of body: String) -> Intent { Intent("test", by: "delegate", as: .member(of: body)) }

  static var types: [any Record.Type] { Capabilities.records }

  /// - Parameter body: what the test does, in one transaction on a copy of its own.
  static func with<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await FoundedPartnership.with { try await $0.database.write(body) }
  }

  /// Where the partnership reports to on a day, by the charter in force then.
  static func addressees(on day: Day, _ connection: any Connection) throws -> [AddresseeLine] {
    let charter = try #require(try CharterBook().inForce(on: day, connection))
    return try AddresseeLine.lines(of: charter, connection)
  }

  /// Puts an option in force, as those decide who may; option 2 is in force already.
  static func follow(_ option: String, since day: Day, _ connection: any Connection) throws {
    guard option != "2" else { return }
    for body in ["unea", "cop"] {
      try Journal(connection).append(
        Decision(
          id: .init("dec-\(body)"), body: .init(body), session: nil, proposer: "advisory-group",
          outcome: .decides, subject: "option-in-force", clause: nil, legalBasis: nil, date: When(day),
          text: Translated(.en, "Another option."), provenance: Provenance(["test"]), state: .taken),
        secretariat)
    }
    try LinkageSwitch.make(
      to: option, since: day, decisions: ["dec-unea", "dec-cop"], secretariat, connection)
  }

  /// An area more, for what a test adds.
  static func area(_ id: String, _ number: Int, since: When, _ source: String) -> Area {
    Area(
      id: .init(id), name: Translated(.en, id), number: number, period: Period(since: since), notAfter: nil,
      themes: [], isBeyondSubstance: false, plannedEnd: nil, plannedEndOn: nil, absorbedBy: nil,
      provenance: Provenance([source]), state: .active)
  }

  /// A governing text more.
  static func text(
    _ document: String, _ edition: String, since: When?, over: [String] = [], areas: [String] = [],
    _ source: String
  ) -> GoverningDocument {
    GoverningDocument(
      id: .init("\(document)-\(edition)"), document: document, name: Translated(.en, document),
      edition: edition, period: Period(since: since), over: over, areas: areas, decidedBy: nil, decision: nil,
      provenance: Provenance([source]))
  }
}
