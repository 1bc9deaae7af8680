import Kernel
import Store
import StorePostgres
import Testing
import Wording

@Suite("Bulk work on PostgreSQL", .timeLimit(.minutes(3)))
struct PostgresLoaderTests {
  static let hostile = [
    "", " ", "\\", "\\N", "\\.", "\\\\.\n", "a\tb\nc\rd\u{B}e\u{8}f", "\\x41", "tab\t", "\nnewline",
    "\"quoted\", 'so'",
    "naïve 汞 🜐 \u{202E}abc", "ends in \\", "12345678\\", "1234567\t", "\u{7F}\u{1}\u{1F}",
    "{\"a\":\"\\u0000\\n\"}",
    String(repeating: "long \\ text\t", count: 20_000),
  ]

  @Test("texts of every kind come back as they went in")
  func hostileTexts() async throws {
    try await PostgresServer.use { database in
      let back = try await database.write { connection in
        try connection.execute(
          "CREATE TABLE tone (name text, number bigint, loud double precision, mark bytea)")
        let loader = try connection.loader(into: "tone", columns: ["name", "number", "loud", "mark"])
        for (index, text) in Self.hostile.enumerated() {
          loader.bind(text)
          loader.bind(index)
          loader.bind(Double(index) / 3)
          Array(text.utf8).withUnsafeBytes { loader.bind(blob: $0) }
          try loader.endRow()
        }
        for number in [Int.min, Int.max] {
          loader.bindNull()
          loader.bind(number)
          loader.bindNull()
          loader.bindNull()
          try loader.endRow()
        }
        try loader.finish()
        try #expect(
          connection.texts("SELECT number::text FROM tone WHERE name IS NULL ORDER BY number") == [
            "-9223372036854775808", "9223372036854775807",
          ])
        let statement = try connection.statement(
          "SELECT name, loud, mark FROM tone WHERE name IS NOT NULL ORDER BY number")
        var all: [String] = []
        while try statement.next() {
          all.append(try statement.text())
          try #expect(statement.real() == Double(all.count - 1) / 3)
          try #expect(statement.withBlob { Array($0) } == Array(all[all.count - 1].utf8))
        }
        return all
      }
      #expect(back == Self.hostile)
    }
  }

  @Test("bound values of every kind come back as they went in")
  func boundValues() async throws {
    try await PostgresServer.use { database in
      try await database.read { connection in
        let statement = try connection.statement(
          "SELECT $1::text, $2::bigint, $3::double precision, $4::bytea, $5::text")
        for text in Self.hostile {
          for number in [0, -1, 7, 1_000_000, .min, .max] {
            statement.bind(text)
            statement.bind(number)
            statement.bind(0.1 + Double(number))
            Array(text.utf8).withUnsafeBytes { statement.bind(blob: $0) }
            statement.bindNull()
            try #expect(statement.next())
            try #expect(statement.text() == text)
            try #expect(statement.integer() == number)
            try #expect(statement.real() == 0.1 + Double(number))
            try #expect(statement.withBlob { Array($0) } == Array(text.utf8))
            #expect(statement.areNull(next: 1))
            statement.reset()
          }
        }
      }
    }
  }

  @Test("a row with a zero byte is refused, the others stay")
  func nulByte() async throws {
    try await PostgresServer.use { database in
      let names = try await database.rebuild { connection in
        try connection.execute("CREATE TABLE tone (name text, after text)")
        let loader = try connection.loader(into: "tone", columns: ["name", "after"])
        for name in ["one", "t\0wo", "three"] {
          loader.bind(name)
          loader.bind("x")
          if name.utf8.contains(0) {
            #expect(throws: Refusal("nul-byte")) {
              try loader.endRow()
            }
          } else {
            try loader.endRow()
          }
        }
        loader.bind("half a row")
        loader.discardRow()
        try loader.finish()
        return try connection.texts("SELECT name FROM tone ORDER BY name")
      }
      #expect(names == ["one", "three"])
    }
  }

  @Test(
    "what the table does not take is refused with the server's sentence and the row", arguments: [3, 250_000])
  func refused(place: Int) async throws {
    try await PostgresServer.use { database in
      let refusal = await refusal {
        try await database.rebuild { connection in
          try connection.execute("CREATE TABLE tone (number bigint CHECK (number > 0))")
          let loader = try connection.loader(into: "tone", columns: ["number"])
          for number in 1...place + 1 {
            loader.bind(number == place ? 0 : number)
            try loader.endRow()
          }
          try loader.finish()
        }
      }
      #expect(refusal?.code == "rule-broken")
      #expect(refusal?.line == place)
      #expect(
        refusal?.sentence == #"new row for relation "tone" violates check constraint "tone_number_check""#)
    }
  }

  @Test("references are checked at the end of a rebuild")
  func references() async throws {
    try await PostgresServer.use { database in
      try await database.write {
        try $0.execute(
          "CREATE TABLE tone (id text PRIMARY KEY, over text REFERENCES tone (id) DEFERRABLE INITIALLY IMMEDIATE)"
        )
      }
      @Sendable func load(_ rows: [(String, String)]) async throws {
        try await database.rebuild { connection in
          for (id, over) in rows {
            // Each row in a statement of its own: the first refers to one that is not there yet.
            let loader = try connection.loader(into: "tone", columns: ["id", "over"])
            loader.bind(id)
            loader.bind(over)
            try loader.endRow()
            try loader.finish()
          }
        }
      }
      try await load([("a", "b"), ("b", "a")])
      #expect(await refusal { try await load([("c", "missing")]) }?.code == "dangling-reference")
      try await #expect(database.read { try $0.texts("SELECT id FROM tone ORDER BY id") } == ["a", "b"])
    }
  }

  @Test("loaders are fed inside a walk over many rows, and single statements too")
  func interleaved() async throws {
    try await PostgresServer.use { database in
      let count = 60_000
      try await database.write {
        try $0.execute(
          """
          CREATE TABLE act (seq bigint PRIMARY KEY, body text);
          CREATE TABLE even (seq bigint, body text); CREATE TABLE odd (seq bigint, body text);
          CREATE TABLE mark (seq bigint);
          INSERT INTO act SELECT n, repeat(md5(n::text), 8) FROM generate_series(1, 60000) n
          """)
      }
      try await database.rebuild { connection in
        let loaders = try ["even", "odd"].map { try connection.loader(into: $0, columns: ["seq", "body"]) }
        let mark = try connection.statement("INSERT INTO mark VALUES ($1)")
        var last = 0
        try connection.forEach("SELECT seq, body FROM act WHERE seq <= \(count) ORDER BY seq") { row in
          let seq = try row.integer()
          #expect(seq == last + 1)
          last = seq
          if seq == 1 {
            // The walk and this very read: the server keeps both, so memory stays flat here.
            let cursors = try connection.texts("SELECT name FROM pg_cursors").filter { $0.hasSuffix("_rows") }
            #expect(cursors.count == 2)
          }
          let loader = loaders[seq % 2]
          loader.bind(seq)
          try row.withText { loader.bind(utf8: $0) }
          try loader.endRow()
          if seq % 7919 == 0 {
            mark.bind(seq)
            try mark.post { Refusal(code: "test", Phrase(asItIs: "not marked")) }
          }
        }
        for loader in loaders { try loader.finish() }
        #expect(last == count)
      }
      let counts = try await database.read { connection in
        try connection.texts(
          """
          SELECT (SELECT count(*) FROM even JOIN act USING (seq, body)) || ' ' ||
            (SELECT count(*) FROM odd JOIN act USING (seq, body)) || ' ' || (SELECT sum(seq) FROM mark)
          """)
      }
      #expect(counts == ["30000 30000 221732"])
    }
  }

  @Test("a walk goes on where other statements run inside it, the row at hand untouched")
  func nested() async throws {
    try await PostgresServer.use { database in
      let pairs = try await database.read { connection in
        var pairs: [String] = []
        let outer = try connection.statement("SELECT 'tone ' || n FROM generate_series(1, 300) n")
        while try outer.next() {
          try outer.withText { text in
            // The inner read takes the wire while the outer row is being looked at.
            let inner = try connection.texts("SELECT 'inner' FROM generate_series(1, 3)")
            pairs.append(String(decoding: text, as: UTF8.self) + " \(inner.count)")
          }
        }
        return pairs
      }
      #expect(pairs == (1...300).map { "tone \($0) 3" })
    }
  }

  @Test("a walk left half way leaves the connection usable", arguments: [false, true])
  func abandoned(isRebuild: Bool) async throws {
    var limits = PostgresServer.patient
    limits.statement = .zero
    try await PostgresServer.use(limits) { database in
      struct Enough: Error {}
      let body: @Sendable (any Connection) throws -> [String] = { connection in
        #expect(throws: Enough.self) {
          try connection.forEach("SELECT n FROM generate_series(1, 100000) n") { _ in throw Enough() }
        }
        return try connection.texts("SELECT 'on'")
      }
      let after = isRebuild ? try await database.rebuild(body) : try await database.read(body)
      #expect(after == ["on"])
      // Thrown out of the transaction, the rest is not waited for.
      await #expect(throws: Enough.self) {
        try await database.read { connection in
          try connection.forEach("SELECT generate_series(1, 100000000000)") { _ in throw Enough() }
        }
      }
      try await #expect(database.read { try $0.texts("SELECT 'on'") } == ["on"])
    }
  }
}
