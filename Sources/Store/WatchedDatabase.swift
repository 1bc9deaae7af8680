public import Kernel
internal import Synchronization

/// A store that another program of another version may work on meanwhile. Before each use it asks, in the same
/// transaction, whether somebody did; where the tables are no longer as this program knows them it writes nothing more,
/// and reads only what is still as it was.
public final class WatchedDatabase: RecordStore {
  /// The store as it is, for what touches no table by its shape.
  public let unwatched: any RecordStore
  private let projection: Projection
  private let seen: Mutex<(generation: Int, strange: Strangeness?)> = .init((-1, nil))

  public init(_ database: any RecordStore, _ projection: Projection) {
    unwatched = database
    self.projection = projection
  }

  public var place: String { unwatched.place }

  /// Why nothing is written, if so.
  public func whyItOnlyReads() async throws -> Refusal? {
    try await unwatched.read { try self.look($0)?.refusal }
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await unwatched.read { connection in
      guard let strange = try self.look(connection) else { return try body(connection) }
      return try body(FencedConnection(connection, strange))
    }
  }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await explained {
      try await unwatched.write { connection in
        if let strange = try self.look(connection) { throw strange.refusal }
        return try body(connection)
      }
    }
  }

  public func rebuild<T: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await explained {
      try await unwatched.rebuild { connection in
        if let strange = try self.look(connection) { throw strange.refusal }
        let result = try body(connection)
        // Plans and answers that others keep may rest on the tables as they were.
        try connection.endUpkeep(by: self.projection.version)
        return result
      }
    }
  }

  public func forgetErased() async throws { try await unwatched.forgetErased() }

  public func close() async throws { try await unwatched.close() }

  private func look(_ connection: any Connection) throws -> Strangeness? {
    let generation: Int? = try connection.value("SELECT generation FROM upkeep")
    let known = seen.withLock { $0 }
    if generation == known.generation { return known.strange }
    let standing = try projection.standing(connection)
    let strange = Strangeness(standing, seenBy: projection.version)
    seen.withLock { $0 = (standing.generation, strange) }
    return strange
  }

  /// Who waited for a turn in vain is told whom they waited for.
  private func explained<T: Sendable>(_ body: () async throws -> T) async throws -> T {
    do { return try await body() } catch let refusal as Refusal where refusal.code == "busy" {
      guard let upkeep = try? await unwatched.read({ try $0.upkeep() }), let doing = upkeep.doing,
        let since = upkeep.since
      else { throw refusal }
      throw Refusal("busy.upkeep", ["doing": "\(doing)", "since": "\(Moment(milliseconds: since))"])
    }
  }
}

/// What is no longer as this program knows it.
struct Strangeness: Sendable {
  let kinds: Set<String>
  let refusal: Refusal

  init?(_ standing: Standing, seenBy version: String) {
    guard !standing.outdated.isEmpty || !standing.unknownMigrations.isEmpty || !standing.behind.isEmpty else {
      return nil
    }
    kinds = Set(standing.outdated)
    var what: [Phrase] = []
    if !standing.outdated.isEmpty {
      what.append(Phrase("refusal.newer-program.tables", ["tables": .list(standing.outdated)]))
    }
    if !standing.unknownMigrations.isEmpty {
      what.append(Phrase("refusal.newer-program.unknown", ["migrations": .list(standing.unknownMigrations)]))
    }
    if !standing.behind.isEmpty {
      what.append(Phrase("refusal.newer-program.side-tables", ["tables": .list(standing.behind)]))
    }
    let program =
      standing.program.isEmpty
      ? Phrase("refusal.newer-program.other-version")
      : Phrase("refusal.newer-program.version", ["version": .text(standing.program)])
    refusal = Refusal(
      "newer-program",
      [
        "program": .phrase(program), "what": .joined(what.map { .phrase($0) }, by: "phrase.and"),
        "version": .text(version),
      ])
  }
}

/// Lets through what reads tables that are as they were, and refuses the others: their columns are in other places.
private final class FencedConnection: Connection {
  private let connection: any Connection
  private let strange: Strangeness

  init(_ connection: any Connection, _ strange: Strangeness) {
    self.connection = connection
    self.strange = strange
  }

  var dialect: Dialect { connection.dialect }

  func statement(_ sql: String) throws -> any PreparedStatement {
    let words = sql.split { $0 == " " || $0 == "\n" || $0 == "(" || $0 == ")" || $0 == "," }
    for (before, word) in zip(words, words.dropFirst())
    where ["FROM", "JOIN"].contains(before) && strange.kinds.contains(word.filter { $0 != "\"" }) {
      throw strange.refusal
    }
    return try connection.statement(sql)
  }

  func execute(_ script: String) throws { throw strange.refusal }
  func settle() throws { try connection.settle() }
  func loader(into table: String, columns: [String]) throws -> any RowLoader { throw strange.refusal }
}
