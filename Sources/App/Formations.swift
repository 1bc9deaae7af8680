internal import Acting
internal import Charters
internal import Exchange
public import Governance
public import Kernel
internal import Telling
public import Registry
internal import Store

/// The steps of a new partnership, from a need to its launch; each is a verb.
extension Partnership {
  /// - Returns: the version made.
  public func identify(_ need: Formation.Need, _ intent: Intent) async throws -> Int {
    try await acting(intent) { try Formation.identifying.carryOut(need, $0).version }
  }

  public func propose(
    _ id: String, _ proposal: Formation.Proposal, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await acting(intent) {
      try Formation.proposing.carryOut(on: .init(id), proposal, $0, seen: seen).version
    }
  }

  /// Names a founding partner or, where it agreed, records that it did.
  public func join(
    _ id: String, _ founder: Formation.NewFounder, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await acting(intent) {
      let verb = founder.on == nil ? Formation.naming : Formation.joining
      return try verb.carryOut(on: .init(id), founder, $0, seen: seen).version
    }
  }

  public func leave(
    _ id: String, _ who: String, on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await acting(intent) {
      try Formation.leaving.carryOut(on: .init(id), .init(who: who, on: day), $0, seen: seen).version
    }
  }

  /// - Parameter charter: a file, or one built in by its name (`fsc`, `fsc/2017`).
  /// - Returns: the charter's name and edition, and the version made.
  /// - Throws: every fault of the charter at once, or what the step lacks.
  public func charter(
    _ id: String, _ charter: String, on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> (label: String, version: Int) {
    let (reading, text) = try CharterShelf.draft(charter, on: day)
    guard let draft = reading.charter else {
      throw CharterShelf.Faults(refusals: reading.faults.map(\.refusal))
    }
    let named = Formation.Draft(charter: draft.id, edition: draft.edition, text: text, on: day)
    let version = try await acting(intent) {
      try Formation.chartering.carryOut(on: .init(id), named, $0, seen: seen).version
    }
    return (draft.label, version)
  }

  /// What a launch leaves on record.
  public struct Launch: Sendable {
    public let formation: Formation
    public let partnership: Registry.Partnership
    /// How the new partnership is tied to treaties, as its charter says it; empty where it is tied to none.
    public let interactions: [Interaction]
  }

  /// - Parameter preview: where given, nothing is written.
  public func launch(
    _ id: String, by decision: String, on day: Day, seen: Int?, _ intent: Intent, preview: Preview? = nil
  ) async throws -> Launch {
    try await acting(intent, preview: preview) { occasion in
      let start = Formation.Start(decision: .init(decision), on: day)
      let formation = try Formation.launching.carryOut(on: .init(id), start, occasion, seen: seen).record
      guard let made = formation.partnership,
        let partnership = try occasion.connection.one(made)
      else { throw Refusal("store.launch", ["formation": "\(id)"]) }
      let ties = try occasion.connection.all(
        Interaction.self, "WHERE partnership = \(made) ORDER BY id")
      return Launch(formation: formation, partnership: partnership, interactions: ties)
    }
  }

  public func abandon(
    _ id: String, because reason: Translated, on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await acting(intent) {
      try Formation.abandoning.carryOut(on: .init(id), .init(reason: reason, on: day), $0, seen: seen).version
    }
  }

  /// A formation as it stands, its version, and what keeps it from the next step.
  public func formation(
    _ id: String, on day: Day
  ) async throws -> (formation: Formation, version: Int, missing: [FormationLack]) {
    try await database.read { connection in
      guard let found = try connection.find(Formation.self, id) else {
        throw Refusal("not-found.formation", ["formation": "\(id)"])
      }
      let host = try CharterBook().needed(on: day, connection)
      return (
        found.record, found.version, try found.record.missing(found.record.draft, under: host, connection)
      )
    }
  }
}

extension CharterShelf {
  /// A charter for a new partnership, read: a file with its text, or one built in without.
  static func draft(_ name: String, on day: Day) throws -> (reading: CharterReading, text: String?) {
    if let known = Models.compared(name, on: day)?.charter,
      let reading = Models.reading(known.id, edition: known.edition)
    {
      return (reading, nil)
    }
    guard name.hasSuffix(".yaml") else {
      throw Refusal(
        "not-there.model-or-file", ["name": "\(name.prefix(120))", "known": .list(Models.names)],
        field: "charter")
    }
    let bytes = try read(file: name)
    return (
      Charter.read(bytes, name: name, sources: sources), String(decoding: bytes, as: UTF8.self)
    )
  }
}
