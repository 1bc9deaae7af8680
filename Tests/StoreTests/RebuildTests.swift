import Kernel
import Samples
import Store
import Testing
import Wording

@Suite struct RebuildTests {
  /// A history of creations and edits that looks like nothing in particular, the same for the same seed.
  static func randomHistory(_ connection: any Connection, seed: Int, acts: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    var versions: [Int: Int] = [:]
    let journal = try Journal(connection, .fixed)
    for _ in 0..<acts {
      let n = random(40)
      let mother = versions.isEmpty || random(3) > 0 ? nil : versions.keys.sorted()[random(versions.count)]
      versions[n] = try journal.append(
        Buoy.sample(n, edited: random(1000), mother: mother.map { Buoy.ID("buoy-\($0)") }), intent,
        after: versions[n])
    }
    try connection.settle()
  }

  @Test(arguments: Engine.allCases, 1...4) func madeAnewEqualsLive(engine: Engine, seed: Int) async throws {
    try await engine.withBuoys { database in
      try await database.write { try Self.randomHistory($0, seed: seed, acts: 300) }
      let live = try await database.read { try buoys.fingerprints($0) }
      let written = try await database.rebuild { try buoys.rebuild($0) }
      try await #expect(database.read { try buoys.fingerprints($0) } == live)
      try await #expect(database.read { try buoys.outdated($0).isEmpty })
      // Each record is written once, whatever its history.
      #expect(written == 40)
    }
  }

  @Test(arguments: Engine.allCases) func aTableWrittenPastTheJournalIsFound(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { try Self.randomHistory($0, seed: 9, acts: 100) }
      try await #expect(database.write { try buoys.differences($0) } == [])
      try await database.write { _ = try $0.run("UPDATE buoy SET depth = 77 WHERE id = 'buoy-3'") }
      try await #expect(database.write { try buoys.differences($0) } == ["buoy"])
      try await #expect(database.read { try $0.one(Buoy.ID("buoy-3"))?.depth } == 77)
    }
  }

  @Test(arguments: Engine.allCases) func howThingsStoodAfterAnActIsAnyQuery(engine: Engine) async throws {
    try await engine.withBuoys { database in
      let counts = try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<10 { try journal.append(Buoy.sample(n), intent) }
        try connection.settle()
        try buoys.rebuild(connection, in: .temporary, through: 4)
        return [
          try connection.value("SELECT count(*) FROM buoy", as: Int.self),
          try connection.value("SELECT count(*) FROM buoy WHERE id = 'buoy-7'", as: Int.self),
        ]
      }
      #expect(counts == [4, 0])
    }
  }

  /// The same records have the same fingerprint on every engine.
  @Test func enginesAgree() async throws {
    var prints: Set<[String: Fingerprint]> = []
    for engine in Engine.allCases {
      try await engine.withBuoys { database in
        try await database.write { try Self.randomHistory($0, seed: 5, acts: 200) }
        prints.insert(try await database.read { try buoys.fingerprints($0) })
      }
    }
    #expect(prints.count == 1)
  }

  @Test func aStricterRuleThanAnOldRowStopsTheRebuildAndNamesTheAct() async throws {
    try await Engine.memory.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<3 { try journal.append(Buoy.sample(n), intent) }
        // An act of a time when the rule was looser.
        try connection.run("UPDATE act SET body = replace(body, '\"depth\":1', '\"depth\":-1') WHERE seq = 2")
      }
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.rebuild { try buoys.rebuild($0) }
      }
      #expect(refusal?.sentence.hasPrefix("act 2 left buoy-1 as today's tables do not take it") == true)
      try await #expect(database.read { try $0.one(Buoy.ID("buoy-1")) } == Buoy.sample(1))
    }
  }
}
