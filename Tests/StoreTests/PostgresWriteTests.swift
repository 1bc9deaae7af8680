import Kernel
import Store
import StorePostgres
import Testing

@Suite("Writing to PostgreSQL", .timeLimit(.minutes(2)))
struct PostgresWriteTests {
  private static func makeTones(_ database: PostgresDatabase) async throws {
    try await database.write {
      try $0.execute(
        """
        CREATE TABLE tone (number bigint PRIMARY KEY CHECK (number < 1000000), name text NOT NULL,
          over bigint REFERENCES tone (number) DEFERRABLE INITIALLY DEFERRED)
        """)
    }
  }

  private static func post(_ numbers: some Sequence<Int>, to connection: any Connection) throws {
    let insert = try connection.statement(
      "INSERT INTO tone (number, name) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    for number in numbers {
      insert.bind(number)
      insert.bind("tone \(number)")
      try insert.post { Refusal(code: "already-there", Phrase(asItIs: "tone \(number) is there")) }
    }
  }

  @Test("many posts arrive, in order, with other statements between them")
  func posts() async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      try await database.write { connection in
        try Self.post(1...5000, to: connection)
        // A read settles first, so it sees them.
        try #expect(connection.texts("SELECT count(*)::text FROM tone") == ["5000"])
        try Self.post(5001...5003, to: connection)
        try connection.settle()
        try Self.post([5004], to: connection)
      }
      try await #expect(database.read { try $0.texts("SELECT sum(number)::text FROM tone") } == ["12522510"])
    }
  }

  @Test(
    "a row not changed in the middle is refused in its own words, and nothing stays", arguments: [3, 3000])
  func refusedInTheMiddle(place: Int) async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      try await database.write { try Self.post([place], to: $0) }
      let refusal = await refusal {
        try await database.write { connection in
          try Self.post(1...6000, to: connection)
          try connection.settle()
        }
      }
      #expect(refusal == Refusal(code: "already-there", Phrase(asItIs: "tone \(place) is there")))
      try await #expect(database.read { try $0.texts("SELECT number::text FROM tone") } == ["\(place)"])
      try await database.write { try Self.post([7], to: $0) }
      try await #expect(database.read { try $0.texts("SELECT count(*)::text FROM tone") } == ["2"])
    }
  }

  @Test("what is not settled by the body is settled by the commit")
  func settledByCommit() async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      let refusal = await refusal { try await database.write { try Self.post([1, 1], to: $0) } }
      #expect(refusal == Refusal(code: "already-there", Phrase(asItIs: "tone 1 is there")))
      try await #expect(database.read { try $0.texts("SELECT count(*)::text FROM tone") } == ["0"])
    }
  }

  @Test("a failure cannot be hidden: the transaction ends with it")
  func failureStays() async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      let refusal = await refusal {
        try await database.write { connection in
          _ = try? connection.run(sql: "INSERT INTO tone VALUES (2000000, 'too high')")
          return 1
        }
      }
      #expect(refusal?.code == "rule-broken")
    }
  }

  @Test(
    "errors of the server get our codes",
    arguments: [
      ("INSERT INTO tone VALUES (1, 'one'), (1, 'again')", "already-there"),
      ("INSERT INTO tone VALUES (1, 'one', 2)", "dangling-reference"),
      ("INSERT INTO tone VALUES (1000000, 'too high')", "rule-broken"),
      ("INSERT INTO tone VALUES (1, NULL)", "rule-broken"),
      ("INSERT INTO tone VALUES (1, 'one') RETURNING 1/0", "store"),
      ("SELECT wrong", "store"),
      ("COMMIT", "store"),
    ])
  func codes(sql: String, code: String) async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      #expect(await refusal { try await database.write { try $0.run(sql: sql) } }?.code == code)
      try await #expect(database.read { try $0.texts("SELECT count(*)::text FROM tone") } == ["0"])
    }
  }

  @Test("a zero byte in a text is refused, and the transaction may go on")
  func nulByte() async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      try await database.write { connection in
        let insert = try connection.statement("INSERT INTO tone (number, name) VALUES ($1, $2)")
        for (number, name) in [(1, "a\0b"), (2, "ab")] {
          insert.bind(number)
          insert.bind(name)
          if number == 1 {
            let refusal = #expect(throws: Refusal.self) { try insert.run() }
            #expect(refusal?.code == "nul-byte")
          } else {
            try #expect(insert.run() == 1)
          }
        }
      }
      try await #expect(database.read { try $0.texts("SELECT name FROM tone") } == ["ab"])
    }
  }

  @Test("writers of two processes get consecutive numbers")
  func oneChain() async throws {
    try await PostgresServer.use { first in
      try await Self.makeTones(first)
      let schema = try await first.read { try $0.texts("SELECT current_schema()")[0] }
      let second = try PostgresDatabase(
        PostgresServer.address(), schema: schema, limits: PostgresServer.patient)
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for turn in 0..<40 {
          let database = turn % 2 == 0 ? first : second
          group.addTask {
            try await database.write { connection in
              // Read, then write what follows: two at once would take the same number.
              let last = Int(try connection.texts("SELECT coalesce(max(number), 0)::text FROM tone")[0]) ?? 0
              try Self.post([last + 1], to: connection)
              return last + 1
            }
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      try await second.close()
      #expect(numbers.sorted() == Array(1...40))
    }
  }

  @Test("a read sees one moment, whoever writes meanwhile")
  func snapshot() async throws {
    try await PostgresServer.use { database in
      try await Self.makeTones(database)
      let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
      let (written, isWritten) = AsyncStream.makeStream(of: Void.self)
      let reader = Task {
        try await database.read { connection in
          let before = try connection.texts("SELECT count(*)::text FROM tone")
          isBegun.finish()
          _ = try connection.texts("SELECT pg_sleep(0.3)::text")
          return before + (try connection.texts("SELECT count(*)::text FROM tone"))
        }
      }
      for await _ in begun {}
      try await database.write { try Self.post([1], to: $0) }
      isWritten.finish()
      for await _ in written {}
      try await #expect(reader.value == ["0", "0"])
      #expect(
        await refusal { try await database.read { try $0.run(sql: "DELETE FROM tone") } }?.code == "store")
    }
  }
}
