import Kernel
import Proofs
import Samples
import Store
import Testing
import Wording

/// The tree over a store's acts: what is kept of it, and what of it is made when it is asked for.
@Suite struct KeptTreeTests {
  private static let projection = Projection([Buoy.self], beside: SideTable.ofStore + [KeptTree.table])

  private static func withActs(_ count: Int, _ engine: Engine, _ body: (any RecordStore) async throws -> Void)
    async throws
  {
    let database = try await engine.open()
    try await database.write { connection in
      try projection.create(connection)
      let journal = try Journal(connection, .fixed)
      for n in 0..<count { try journal.append(Buoy.sample(n), intent) }
    }
    try await body(database)
    try await database.close()
  }

  /// As the definition has it, from the lines that everyone may have.
  private static func slowRoot(_ database: any RecordStore, size: Int) async throws -> Fingerprint {
    let leaves = try await database.read { connection in
      try connection.acts(after: 0, limit: size).map {
        Fingerprint.leaf(LogEntry.bytes(seq: $0.seq, $0.hash))
      }
    }
    func root(_ leaves: ArraySlice<Fingerprint>) -> Fingerprint {
      guard leaves.count > 1 else { return leaves.first ?? .emptyTree }
      var half = 1
      while 2 * half < leaves.count { half *= 2 }
      return .node(root(leaves.prefix(half)), root(leaves.dropFirst(half)))
    }
    return root(leaves[...])
  }

  @Test(arguments: Engine.allCases) func theRootIsTheSameKeptOrNot(engine: Engine) async throws {
    try await Self.withActs(600, engine) { database in
      let slow = try await Self.slowRoot(database, size: 600)
      try await #expect(database.read { try $0.tree().root() } == slow)
      // One tile at a time, and then nothing more.
      try await #expect(database.write { try $0.growTree(by: 1) })
      try await #expect(database.read { try $0.tree().root() } == slow)
      try await #expect(!database.write { try $0.growTree(by: 1) })
      try await #expect(!database.write { try $0.growTree(by: 1) })
      try await #expect(database.read { try $0.tree().root() } == slow)
      try await #expect(database.read { try $0.treeAmiss() } == nil)
      try await #expect(
        database.read { try $0.tree(of: 300).root() } == Self.slowRoot(database, size: 300))
    }
  }

  @Test(arguments: Engine.allCases) func theFollowerKeepsWhatBecameWhole(engine: Engine) async throws {
    try await Self.withActs(520, engine) { database in
      _ = try await database.turn(KeptTree.follower, by: "one")
      try await #expect(database.read { try $0.value("SELECT count(*) FROM tree_hash", as: Int.self) } == 2)
      // Made anew with the tables.
      try await database.rebuild { _ = try Self.projection.rebuild($0) }
      try await #expect(database.read { try $0.value("SELECT count(*) FROM tree_hash", as: Int.self) } == 0)
      _ = try await database.turn(KeptTree.follower, by: "two")
      try await #expect(database.read { try $0.value("SELECT count(*) FROM tree_hash", as: Int.self) } == 2)
    }
  }

  @Test(arguments: Engine.allCases) func aHashThatDoesNotFollowFromTheActsIsFound(engine: Engine) async throws
  {
    try await Self.withActs(520, engine) { database in
      _ = try await database.write { try $0.growTree(by: 10) }
      // The acts were changed behind it.
      try await database.write { connection in
        let one = try connection.acts(after: 0, limit: 1)[0].hash
        let update = try connection.statement(
          "UPDATE act SET hash = \(connection.dialect.placeholder(1)) WHERE seq = 300")
        one.withBytes { update.bind(blob: $0) }
        try update.run()
      }
      let amiss = try await database.read { try $0.treeAmiss() }
      #expect(amiss?.level == 1 && amiss?.place == 1)
    }
  }

  @Test(arguments: Engine.allCases) func aHashOfActsThatAreNotThereIsFound(engine: Engine) async throws {
    try await Self.withActs(260, engine) { database in
      _ = try await database.write { try $0.growTree(by: 10) }
      try await database.write { _ = try $0.run("DELETE FROM act WHERE seq > 200") }
      let amiss = try await database.read { try $0.treeAmiss() }
      #expect(amiss?.level == 1 && amiss?.place == 0)
    }
  }

  @Test func aTreeOfThreeLevelsIsKeptAndReadAsDefined() async throws {
    let database = try await Engine.memory.open()
    try await database.write { connection in
      try Self.projection.create(connection)
      try connection.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 66000)
        INSERT INTO act SELECT i, 'id-' || i, 0, NULL, 'ana', 'system', 'add', 'buoy', 'b' || i, 1, 1, '{}', NULL, NULL, '',
          zeroblob(32), randomblob(32) FROM n
        """)
    }
    let before = try await database.read { try $0.tree().root() }
    while try await database.write({ try $0.growTree(by: 100) }) {}
    try await #expect(database.read { try $0.tree().root() } == before)
    try await #expect(
      database.read { try $0.value("SELECT count(*) FROM tree_hash WHERE level = 2", as: Int.self) } == 1)
    // A proof leads through every level, and for an act at either end.
    let state = try await database.read { connection in
      let tree = try connection.tree()
      for seq in [1, 65_536, 65_537, 66_000] {
        let act = try connection.acts(after: seq - 1, limit: 1)[0]
        let path = try tree.inclusion(of: seq - 1)
        let leaf = Fingerprint.leaf(LogEntry.bytes(seq: seq, act.hash))
        try #require(TreeCheck.root(of: leaf, at: seq - 1, in: tree.size, path) == before)
      }
      let (older, newer) = (
        (size: 300, root: try connection.tree(of: 300).root()), (size: tree.size, root: before)
      )
      return TreeCheck.isConsistent(older, with: newer, try tree.consistency(with: 300))
    }
    #expect(state)
    try await database.close()
  }

  @Test(arguments: Engine.allCases) func tilesHoldWhatTheTreeIsMadeOf(engine: Engine) async throws {
    try await Self.withActs(260, engine) { database in
      func bytes(_ tile: Tile) async throws -> [UInt8]? {
        try await database.read { try $0.bytes(of: tile, telling: ["buoy"]) }
      }
      let entries = try #require(try await bytes(Tile(.entries, 1, count: 4)))
      let acts = try await database.read { try $0.acts(after: 256, limit: 4) }
      var expected: [UInt8] = []
      for act in acts {
        let entry = LogEntry.bytes(seq: act.seq, act.hash)
        expected += [0, UInt8(entry.count)] + entry
      }
      #expect(entries == expected)
      let leaves = try #require(try await bytes(Tile(.level(0), 0)))
      #expect(leaves.count == 8192)
      let lines = try #require(try await bytes(Tile(.lines, 1, count: 4)))
      #expect(lines.split(separator: 10).count == 4)
      #expect(!String(decoding: lines, as: UTF8.self).contains("keeper"))
      // Of a kind that not everyone sees, the place and the hash alone.
      let hidden = try await database.read { try $0.bytes(of: Tile(.lines, 1, count: 1), telling: []) }
      #expect(
        hidden.map { String(decoding: $0, as: UTF8.self) }
          == #"{"v":2,"seq":257,"hash":"\#(acts[0].hash.hexadecimal)"}"# + "\n")
      // What there is not yet.
      for tile in [
        Tile(.level(0), 1), Tile(.level(0), 1, count: 5), Tile(.level(2), 0, count: 1),
        Tile(.entries, 2, count: 1), Tile(.level(1), 0, count: 2),
      ] {
        try await #expect(bytes(tile) == nil)
      }
      try await #expect(bytes(Tile(.level(1), 0, count: 1))?.count == 32)
    }
  }

  @Test func bothStoresSignTheSameState() async throws {
    let key = try SignerKey(newFor: "example.org/log")
    var roots: Set<Fingerprint> = []
    for engine in Engine.allCases {
      try await Self.withActs(300, engine) { database in
        let note = try await database.read { try $0.checkpoint(signedBy: key) }
        #expect(note.isSigned(by: key.verifier))
        roots.insert(try Checkpoint(note.text).root)
      }
    }
    #expect(roots.count == 1)
  }
}
