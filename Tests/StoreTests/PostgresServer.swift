import Foundation
import Kernel
import Store
import StorePostgres
import Synchronization
import Testing

/// The server of the tests, named by `ENTENTE_TEST_POSTGRES`; `./test` starts one.
enum PostgresServer {
  /// A test without a server fails; it is never left out without a word.
  static func address() throws -> String {
    try #require(
      ProcessInfo.processInfo.environment["ENTENTE_TEST_POSTGRES"],
      "these tests need PostgreSQL: set ENTENTE_TEST_POSTGRES to postgres://user@127.0.0.1:port/database")
  }

  /// Seven hundred tests share two cores, so a turn that is due at once may come after many seconds. A test of the
  /// limits themselves sets its own.
  static let patient: PostgresLimits = {
    var limits = PostgresLimits()
    limits.queueing = .seconds(120)
    limits.connecting = .seconds(60)
    limits.lock = .seconds(120)
    return limits
  }()

  /// A store in a schema of its own, which is dropped at the end.
  static func use(
    _ limits: PostgresLimits = patient, _ body: (PostgresDatabase) async throws -> Void
  ) async throws {
    let schema = "t\(UInt64.random(in: 0 ... .max))"
    let database = try PostgresDatabase(address(), schema: schema, limits: limits)
    let result: Result<Void, any Error>
    do { result = .success(try await body(database)) } catch { result = .failure(error) }
    try await database.close()
    let broom = try PostgresDatabase(address())
    try await broom.write { try $0.execute("DROP SCHEMA IF EXISTS \(schema) CASCADE") }
    try await broom.close()
    try result.get()
  }

  /// Waits until the server runs a statement with these words in it.
  static func awaitStatement(containing words: String, on database: PostgresDatabase) async throws {
    while try await database.read({ connection in
      let statement = try connection.statement(
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() "
          + "AND strpos(query, $1) > 0")
      statement.bind(words)
      defer { statement.reset() }
      return try statement.next() && statement.integer() == 0
    }) {
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}

extension Connection {
  /// All rows of a query without values, as texts.
  func texts(_ sql: String) throws -> [String] {
    let statement = try statement(sql)
    defer { statement.reset() }
    var all: [String] = []
    while try statement.next() { all.append(try statement.text()) }
    return all
  }

  func run(sql: String) throws -> Int { try statement(sql).run() }
}

/// The refusal something ends in.
func refusal(_ body: () async throws -> some Sendable) async -> Refusal? {
  do {
    _ = try await body()
    return nil
  } catch { return error as? Refusal }
}
