import Kernel
import Store
import StorePostgres
import Testing
import Wording

@Suite("Time on PostgreSQL", .timeLimit(.minutes(2)))
struct PostgresTimeTests {
  @Test("a cancelled task stops its query, and the connection goes on")
  func cancelled() async throws {
    var limits = PostgresServer.patient
    limits.readers = 2
    limits.statement = .zero
    try await PostgresServer.use(limits) { database in
      let sleeper = Task {
        try await database.read { try $0.texts("SELECT pg_sleep(3600)::text AS cancelled_in_test") }
      }
      try await PostgresServer.awaitStatement(containing: "cancelled_in_test", on: database)
      sleeper.cancel()
      await #expect(throws: CancellationError.self) { try await sleeper.value }
      // Both connections, the one that was stopped among them.
      for _ in 0..<2 {
        try await #expect(database.read { try $0.texts("SELECT 'well'") } == ["well"])
      }
    }
  }

  @Test("a cancelled write leaves nothing, and the next writer comes in")
  func cancelledWrite() async throws {
    var limits = PostgresServer.patient
    limits.statement = .zero
    try await PostgresServer.use(limits) { database in
      try await database.write { try $0.execute("CREATE TABLE tone (name text)") }
      let writer = Task {
        try await database.write { connection in
          let insert = try connection.statement("INSERT INTO tone VALUES ($1)")
          insert.bind("lost")
          try insert.post { Refusal(code: "test", Phrase(asItIs: "not written")) }
          _ = try connection.texts("SELECT pg_sleep(3600)::text AS write_cancelled_in_test")
        }
      }
      try await PostgresServer.awaitStatement(containing: "write_cancelled_in_test", on: database)
      writer.cancel()
      await #expect(throws: CancellationError.self) { try await writer.value }
      try await database.write { _ = try $0.run(sql: "INSERT INTO tone VALUES ('kept')") }
      try await #expect(database.read { try $0.texts("SELECT name FROM tone") } == ["kept"])
    }
  }

  @Test("a task cancelled before it begins asks nothing of the server")
  func cancelledBefore() async throws {
    try await PostgresServer.use { database in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await database.read { try $0.texts("SELECT 'too late'") }
      }
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test("a statement that takes too long is refused")
  func timedOut() async throws {
    var limits = PostgresServer.patient
    limits.statement = .milliseconds(500)
    try await PostgresServer.use(limits) { database in
      let refusal = await refusal { try await database.read { try $0.texts("SELECT pg_sleep(60)::text") } }
      #expect(refusal?.code == "timed-out")
      #expect(refusal?.sentence == "canceling statement due to statement timeout")
      try await #expect(database.read { try $0.texts("SELECT 'well'") } == ["well"])
      // A rebuild takes the time it needs.
      try await #expect(database.rebuild { try $0.texts("SELECT 'done' FROM pg_sleep(0.8)") } == ["done"])
    }
  }

  @Test("what another transaction holds too long is refused as busy")
  func locked() async throws {
    var limits = PostgresServer.patient
    limits.lock = .milliseconds(50)
    try await PostgresServer.use(limits) { database in
      try await database.write { try $0.execute("CREATE TABLE tone (name text)") }
      let schema = try await database.read { try $0.texts("SELECT current_schema()")[0] }
      let (held, signal) = AsyncStream.makeStream(of: Void.self)
      let other = try PostgresDatabase(PostgresServer.address(), schema: schema)
      let holder = Task {
        try await other.write { connection in
          signal.finish()
          _ = try connection.texts("SELECT pg_sleep(3600)::text")
        }
      }
      for await _ in held {}
      let refusal = await refusal { try await database.write { _ in true } }
      #expect(refusal?.code == "busy")
      holder.cancel()
      await #expect(throws: CancellationError.self) { try await holder.value }
      try await other.close()
      try await #expect(database.write { _ in true })
    }
  }
}
