@testable import App
import Charters
import Foundation
@testable import Governance
import Kernel
import Telling
@testable import Registry
import Store
import Wording

/// A made-up partnership on lakes, taken as far as a test wants it. Days, names and numbers are examples.
enum FormationSteps {
  static let id = Formation.ID("lake")
  static let secretariat = Intent("test", by: "officer", as: .secretariat, basis: "test")
  static func lead(of area: String) -> Intent { Intent("test", by: "mia", as: .lead(of: area)) }
  static func member(of body: String) -> Intent { Intent("test", by: "jo", as: .member(of: body)) }

  static func need(
    _ text: String = "Nobody measures mercury in lakes.", name: String = "Lake Partnership",
    sources: [String] = ["A34"], state: Formation.State = .need
  ) -> Formation {
    var need = Formation(
      need: Translated(.en, text), of: id, named: Translated(.en, name), identified: When(2026, 1, 10),
      provenance: Provenance(sources))
    need.state = state
    return need
  }

  static func host(_ connection: any Connection) throws -> Charter {
    try CharterBook().needed(on: Day(2026, 6, 1), connection)
  }

  static func identify(_ connection: any Connection) throws {
    try Formation.identify(need(), secretariat, connection)
  }

  static func propose(
    _ connection: any Connection, text: String = "Sample ten lakes a year.",
    goal: String = "Know the load of each lake.", on day: Day = Day(2026, 2, 1),
    _ intent: Intent = secretariat
  ) throws {
    try Formation.propose(
      id, Translated(.en, text), goal: Translated(.en, goal), by: "gold", on: day, intent, connection)
  }

  static func join(
    _ who: String, _ sector: String?, agreed: Day? = Day(2026, 3, 1), _ connection: any Connection,
    _ intent: Intent = secretariat
  ) throws {
    try Formation.join(
      id, who, name: Translated(.en, who), sector: sector, agreed: agreed, under: host(connection), intent,
      connection)
  }

  static func charter(
    _ connection: any Connection,
    _ draft: CharterReading? = Models.reading("mercury-free-gold", edition: "2010"),
    text: String? = nil, on day: Day = Day(2026, 4, 1), under host: Charter? = nil,
    as intent: Intent = secretariat
  ) throws {
    guard let draft else { throw Refusal(code: "test", Phrase(asItIs: "the test has no draft")) }
    try Formation.charter(
      id, draft, text: text, on: day, under: host ?? Self.host(connection), intent, connection)
  }

  /// A charter that ties its partnership to a convention by a memorandum: that of a model, under another name.
  static func tied() throws -> (reading: CharterReading, text: String) {
    let model = Founded.root.appending(path: "Charters/traffic/2018.yaml")
    let text = try String(contentsOf: model, encoding: .utf8)
      .replacing("charter: traffic", with: "charter: lakes")
    return (Charter.read(Array(text.utf8), name: "lakes.yaml"), text)
  }

  @discardableResult
  static func launch(
    _ connection: any Connection, by decision: String = "dec-lake", on day: Day = Day(2026, 6, 1),
    seen: Int? = nil, under host: Charter? = nil, _ intent: Intent = secretariat
  ) throws -> App.Partnership.Launch {
    try Formation.launch(
      id, by: .init(decision), on: day, seen: seen,
      under: host ?? Self.host(connection), intent, connection)
  }

  static func decide(
    _ connection: any Connection, body: String = "advisory-group", subject: String = "new-area",
    outcome: Decision.Outcome = .decides, date: When? = When(2026, 5, 1)
  ) throws {
    try Journal(connection).append(
      Decision(
        id: .init("dec-lake"), body: .init(body), session: nil, proposer: "gold", outcome: outcome,
        subject: subject, clause: "A33", legalBasis: nil, date: date, text: Translated(.en, "Example."),
        provenance: Provenance(["A33"]), state: .taken), secretariat)
  }

  /// The steps before a state, each as it should be.
  static func take(_ connection: any Connection, to state: Formation.State) throws {
    let last = Formation.steps.firstIndex(of: state) ?? 0
    try identify(connection)
    if last > 0 { try propose(connection) }
    if last > 1 {
      try join("kenya", "public", connection)
      try join("lake-watch", "civil-society", connection)
    }
    if last > 2 { try charter(connection) }
    if last > 3 {
      try decide(connection)
      try launch(connection)
    }
  }

  /// What is said where a step is refused, after those before it were taken.
  static func refusal(
    after state: Formation.State?, _ body: @escaping @Sendable (any Connection) throws -> Void
  ) async throws -> String? {
    try await FoundedPartnership.with { partnership in
      do {
        try await partnership.database.write { connection in
          if let state { try take(connection, to: state) }
          try body(connection)
        }
        return nil
      } catch let refusal as Refusal { return refusal.sentence }
    }
  }
}
