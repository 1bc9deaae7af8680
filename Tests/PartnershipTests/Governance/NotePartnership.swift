import App
import Exchange
@testable import Finance
import Foundation
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import StoreSQLite
@testable import Workplan

/// The mercury partnership as its rows say it, in a store in memory, with the few facts that only its charter states.
enum NotePartnership {
  /// The last day of the advisory-group meeting that the note quotes; its year is inferred.
  static let day = Day(2010, 9, 22)
  static let secretariat = Intent("test", by: "officer", as: .secretariat, basis: "test")
  static func member(of body: String) -> Intent { Intent("test", by: "delegate", as: .member(of: body)) }

  static var types: [any Record.Type] { Capabilities.records }

  /// - Parameter body: what the test does, in one transaction after the facts are in.
  static func with<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let database = try SQLiteDatabase(path: nil)
    try await database.write { connection in
      try Projection(types).create(connection)
      let journal = try Journal(connection)
      for type in types { try load(type, journal) }
      try addCharterFacts(journal)
    }
    return try await database.write(body)
  }

  private static func load<R: Record>(_ type: R.Type, _ journal: Journal) throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../../Data/gmp").standardized
    let place = folder.appending(path: "\(R.plural).csv")
    guard FileManager.default.fileExists(atPath: place.path) else { return }
    let file = try CSVFile([UInt8](Data(contentsOf: place)), name: "\(R.plural).csv")
    for row in file.rows {
      do {
        try journal.append(R.schema.whole(from: file.cells(row)), founding)
      } catch var refusal as Refusal {
        refusal.file = file.name
        refusal.line = row.line
        throw refusal
      }
    }
  }

  private static let founding = Intent("found", by: "system", as: .system)

  private static func addCharterFacts(_ journal: Journal) throws {
    let areas = ["gold", "chlor-alkali", "fate-and-transport", "products", "coal", "waste", "supply"]
    for (index, id) in areas.enumerated() {
      try journal.append(
        area(id, index + 1, since: id == "supply" ? When(2010, 9) : When(2009, 3), "A6b"), founding)
    }
    try journal.append(area("cement", 8, since: When(2011, 11, 6), "cembureau-cement"), founding)
    for id in ["oil-and-gas", "non-ferrous-metals"] {
      try journal.append(
        Topic(
          id: .init(id), name: Translated(.en, id), period: Period(since: When(2019, 11, 23)),
          provenance: Provenance(["unep-oil-gas"])), founding)
    }
    for id in [
      "environment-fund", "unep-extrabudgetary", "in-kind", "treaty-mechanism", "complementary",
      "voluntary-fund",
    ] {
      try journal.append(
        Window(
          id: .init(id), name: Translated(.en, id), form: "extrabudgetary", exists: true, pays: [],
          treaty: nil,
          fromPhase: nil, provenance: Provenance(["A35"])), founding)
    }
    for (phase, since, source) in [
      ("negotiating", When(2010, 6, 7), "N1"), ("adopted", When(2013, 10, 10), "enb-kumamoto"),
      ("in-force", When(2017, 8, 16), "un-treaty-collection"),
    ] {
      try journal.append(
        TreatyPhase(
          id: .init("minamata-\(phase)"), treaty: .init("minamata"), phase: phase, since: since,
          provenance: Provenance([source])), founding)
    }
    try journal.append(text("framework", "2008", since: When(2008), over: ["guidelines"], "A6"), founding)
    try journal.append(
      text("framework", "2020", since: When(2020, 6), over: ["guidelines"], "unep-framework-2020"), founding)
    try journal.append(text("guidelines", "2010", since: nil, over: ["business-plan"], "A28"), founding)
    try journal.append(
      ReportingLine(
        id: .init("progress-report"), from: "advisory-group", to: "linkage",
        what: ["members", "activities", "results", "finance", "weaknesses"], when: "each cycle",
        hasReceipt: true,
        provenance: Provenance(["A28b", "A36"])), founding)
  }

  static func area(_ id: String, _ number: Int, since: When, _ source: String) -> Area {
    Area(
      id: .init(id), name: Translated(.en, id), number: number, period: Period(since: since), notAfter: nil,
      themes: [],
      isBeyondSubstance: id == "gold", plannedEnd: nil, plannedEndOn: nil, absorbedBy: nil,
      provenance: Provenance([source]), state: .active)
  }

  static func text(
    _ document: String, _ edition: String, since: When?, over: [String] = [], areas: [String] = [],
    _ source: String
  ) -> GoverningDocument {
    GoverningDocument(
      id: .init("\(document)-\(edition)"), document: document, name: Translated(.en, document),
      edition: edition,
      period: Period(since: since), over: over, areas: areas, decidedBy: nil, decision: nil,
      provenance: Provenance([source]))
  }

  /// Where the whole partnership reports to while nothing is tied to a treaty (A28b).
  static let toExecutiveDirector = AddresseeLine(
    part: "default", body: "unep-ed", name: Translated(.en, "UNEP Executive Director"),
    line: "progress-report",
    rule: Translated(
      .en, "Without a link to a treaty the partnership reports to the UNEP Executive Director."),
    provenance: Provenance(["A28b"]))
}
