internal import Kernel

/// Work on the tables themselves, done by one program at a time and told to the others: tables made anew, side tables
/// migrated, indexes made.
extension RecordStore {
  /// Brings a store to where a program wants it, unless it is there, or a newer program was there before.
  ///
  /// Other programs go on reading. Who writes meanwhile waits, and is told what is going on where it takes too long.
  /// - Parameter report: told what is being done.
  /// - Returns: how the store stood before.
  @discardableResult
  public func keepUp(
    _ projection: Projection, report: (String) -> Void = { _ in }
  ) async throws -> Standing {
    let before = try await read { try projection.standing($0) }
    guard !before.isCurrent, !before.isAhead(of: projection.version) else { return before }
    let work = before.work
    if !before.outdated.isEmpty || !before.behind.isEmpty { report(work) }
    let told = "entente \(projection.version): \(work)"
    try await write { connection in
      try connection.layGround()
      let since = try connection.clock()
      try connection.run("UPDATE upkeep SET doing = \(told), since = \(since)")
    }
    try await rebuild { connection in
      // Looked at again, as another program may have come first.
      guard try !projection.standing(connection).isAhead(of: projection.version) else { return }
      try projection.migrate(connection)
      let types = try projection.outdated(connection)
      if !types.isEmpty { try projection.rebuild(connection, only: types) }
      try projection.putIndexesRight(connection)
      try connection.endUpkeep(by: projection.version)
    }
    return before
  }
}

extension Standing {
  /// What there is to do, for a person.
  var work: String {
    var parts: [String] = []
    if !outdated.isEmpty {
      parts.append("Making tables anew for \(outdated.count) kinds whose declaration changed")
    }
    if !behind.isEmpty { parts.append("Migrating \(behind.joined(separator: ", "))") }
    if indexes > 0 { parts.append("Putting \(indexes) indexes right") }
    return parts.isEmpty ? "Noting who keeps the tables" : parts.joined(separator: "; ")
  }
}

/// What a store says of work on its tables.
struct Upkeep: Sendable {
  let generation: Int
  let program: String
  /// What somebody is doing, unless they fell over it: then nobody holds the lock, and it hinders nobody.
  let doing: String?
  let since: Int?
}

extension Connection {
  /// Nil in a store of an earlier form.
  func upkeep() throws -> Upkeep? {
    guard try hasTable("upkeep") else { return nil }
    return try rows("SELECT generation, program, doing, since FROM upkeep") {
      Upkeep(
        generation: try $0.integer(), program: try $0.text(), doing: try String?(row: $0),
        since: try Int?(row: $0))
    }.first
  }

  /// Tells every program that the tables may be others now.
  func endUpkeep(by version: String) throws {
    try run(
      "UPDATE upkeep SET generation = generation + 1, program = \(version), doing = NULL, since = NULL")
  }

  /// The time by the store's clock, in milliseconds since 1970: one clock for all who share the store.
  public func clock() throws -> Int {
    switch dialect {
    case .sqlite: Stamp.system.now()
    case .postgres: try value("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)") ?? 0
    }
  }
}
