internal import Charters
internal import Exchange
public import Governance
public import Kernel
internal import Portal
internal import Store

/// The steps of a new partnership, from a need to its launch; each in one transaction.
extension Partnership {
  /// - Returns: the version made.
  public func identify(_ formation: Formation, _ intent: Intent) async throws -> Int {
    try await database.change { try Formation.identify(formation, intent, $0) }
  }

  public func propose(
    _ id: String, _ proposal: Translated, goal: Translated, by proposer: String, name: Translated?,
    on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await database.change {
      try Formation.propose(
        .init(id), proposal, goal: goal, by: proposer, name: name, on: day, seen: seen, intent, $0)
    }
  }

  public func join(
    _ id: String, _ who: String, name: Translated?, sector: String?, agreed: Day?, seen: Int?,
    _ intent: Intent
  ) async throws -> Int {
    try await database.change { connection in
      try Formation.join(
        .init(id), who, name: name, sector: sector, agreed: agreed, seen: seen,
        under: CharterBook().needed(on: agreed ?? .today, connection), intent, connection)
    }
  }

  public func leave(
    _ id: String, _ who: String, on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await database.change {
      try Formation.leave(.init(id), who, on: day, seen: seen, intent, $0)
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
    let version = try await database.change { connection in
      try Formation.charter(
        .init(id), reading, text: text, on: day, seen: seen,
        under: CharterBook().needed(on: day, connection), intent, connection)
    }
    return (draft.label, version)
  }

  /// - Parameter isPreview: says what would happen, and writes nothing.
  public func launch(
    _ id: String, by decision: String, on day: Day, seen: Int?, _ intent: Intent, isPreview: Bool
  ) async throws -> Formation.Launch {
    try await change(isPreview: isPreview) { connection in
      try Formation.launch(
        .init(id), by: .init(decision), connection.one(Formation.ID(id))?.draft, on: day, seen: seen,
        under: CharterBook().needed(on: day, connection), intent, connection)
    }
  }

  public func abandon(
    _ id: String, because reason: Translated, on day: Day, seen: Int?, _ intent: Intent
  ) async throws -> Int {
    try await database.change { connection in
      let deciders = try CharterBook().inForce(on: day, connection)?.launchDeciders.bodies ?? []
      return try Formation.abandon(
        .init(id), because: reason, on: day, seen: seen, under: deciders, intent, connection)
    }
  }

  /// A formation as it stands, its version, and what keeps it from the next step.
  public func formation(
    _ id: String, on day: Day
  ) async throws -> (formation: Formation, version: Int, missing: [FormationLack]) {
    try await database.read { connection in
      guard let found = try connection.find(Formation.self, id) else {
        throw Refusal("not-found", "there is no formation \u{201C}\(id)\u{201D}")
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
        "not-there",
        "\u{201C}\(name.prefix(120))\u{201D} is no charter that is known; give a file that ends in .yaml, or one of "
          + Models.names.joined(separator: ", "), field: "charter")
    }
    let bytes = try read(file: name)
    return (
      Charter.read(bytes, name: name, sources: sources), String(decoding: bytes, as: UTF8.self)
    )
  }
}
