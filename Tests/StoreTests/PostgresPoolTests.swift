import Kernel
import Store
import StorePostgres
import Synchronization
import Testing

@Suite("Connections to PostgreSQL", .timeLimit(.minutes(2)))
struct PostgresPoolTests {
  @Test("are no more than the limit, and who waits is served")
  func limit() async throws {
    var limits = PostgresServer.patient
    limits.readers = 2
    try await PostgresServer.use(limits) { database in
      let backends = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<12 {
          group.addTask {
            try await database.read { try $0.texts("SELECT pg_backend_pid()::text FROM pg_sleep(0.02)")[0] }
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(backends.count == 2)
    }
  }

  @Test("all in use: who has waited too long is refused")
  func busy() async throws {
    var limits = PostgresServer.patient
    limits.readers = 1
    limits.queueing = .milliseconds(50)
    try await PostgresServer.use(limits) { database in
      let isHeld = Mutex(true)
      let (inside, signal) = AsyncStream.makeStream(of: Void.self)
      let holder = Task {
        try await database.read { connection in
          signal.finish()
          while isHeld.withLock({ $0 }) { _ = try connection.texts("SELECT pg_sleep(0.01)::text") }
        }
      }
      for await _ in inside {}
      let refusal = await refusal { try await database.read { try $0.texts("SELECT 'in'") } }
      #expect(refusal?.code == "busy")
      isHeld.withLock { $0 = false }
      try await holder.value
      try await #expect(database.read { try $0.texts("SELECT 'in'") } == ["in"])
    }
  }

  @Test("that the server ended are replaced")
  func terminated() async throws {
    try await PostgresServer.use { database in
      let first = try await database.read { try $0.texts("SELECT pg_backend_pid()::text")[0] }
      let again = try await database.read { try $0.texts("SELECT pg_backend_pid()::text")[0] }
      #expect(first == again)
      let other = try PostgresDatabase(PostgresServer.address())
      try await other.write { connection in
        _ = try connection.texts("SELECT pg_terminate_backend(\(first), 5000)::text")
      }
      try await other.close()
      let later = try await database.read { try $0.texts("SELECT pg_backend_pid()::text")[0] }
      #expect(later != first)
    }
  }

  @Test("that the server ends in the middle of a read say so, and the next call works")
  func terminatedInside() async throws {
    try await PostgresServer.use { database in
      let refusal = await refusal {
        try await database.read { connection in
          _ = try connection.texts("SELECT pg_terminate_backend(pg_backend_pid())::text")
          return try connection.texts("SELECT 'still here'")
        }
      }
      #expect(refusal?.code == "unreachable")
      try await #expect(database.read { try $0.texts("SELECT 'back'") } == ["back"])
    }
  }

  @Test("are handed on as they were: no setting, no temporary table of the one before")
  func handedOnClean() async throws {
    try await PostgresServer.use { database in
      try await database.write { connection in
        try connection.execute(
          "CREATE TABLE tone (name text); INSERT INTO tone VALUES ('live'); SET statement_timeout = 1234; SET work_mem = 7777"
        )
        try connection.execute("CREATE TEMP TABLE tone (name text)")
      }
      try await database.write { connection in
        try #expect(connection.texts("SELECT name FROM tone") == ["live"])
        try #expect(connection.texts("SHOW statement_timeout") == ["30s"])
        try #expect(connection.texts("SHOW work_mem") != ["7777kB"])
      }
    }
  }

  @Test("are closed: nothing is accepted after")
  func closed() async throws {
    let database = try PostgresDatabase(PostgresServer.address())
    try await #expect(database.read { try $0.texts("SELECT 'open'") } == ["open"])
    try await database.close()
    #expect(await refusal { try await database.read { try $0.texts("SELECT 'open'") } }?.code == "closed")
    #expect(await refusal { try await database.write { try $0.texts("SELECT 'open'") } }?.code == "closed")
  }

  @Test("outlive a change of a table's columns by somebody else")
  func shapeChanged() async throws {
    try await PostgresServer.use { database in
      try await database.write {
        try $0.execute("CREATE TABLE tone (name text); INSERT INTO tone VALUES ('one')")
      }
      try await #expect(database.read { try $0.texts("SELECT * FROM tone") } == ["one"])
      let schema = try await database.read { try $0.texts("SELECT current_schema()")[0] }
      let other = try PostgresDatabase(PostgresServer.address(), schema: schema)
      try await other.write {
        try $0.execute(
          "DROP TABLE tone; CREATE TABLE tone (number bigint, name text); INSERT INTO tone VALUES (7, 'x')")
      }
      try await other.close()
      try await #expect(database.read { try $0.texts("SELECT * FROM tone") } == ["7"])
    }
  }

  @Test("see a table that hides another, however often, and the other again")
  func hidden() async throws {
    try await PostgresServer.use { database in
      try await database.write {
        try $0.execute("CREATE TABLE tone (name text); INSERT INTO tone VALUES ('live')")
      }
      for turn in 1...3 {
        let seen = try await database.write { connection in
          var seen = try connection.texts("SELECT name FROM tone")
          try connection.execute(
            "CREATE TEMP TABLE tone (name text); INSERT INTO pg_temp.tone VALUES ('turn \(turn)')")
          seen += try connection.texts("SELECT name FROM tone")
          try connection.execute("DROP TABLE pg_temp.tone")
          return seen + (try connection.texts("SELECT name FROM tone"))
        }
        #expect(seen == ["live", "turn \(turn)", "live"])
      }
    }
  }
}
