import Foundation
import Kernel
import Samples
import Store
import Testing

/// What an act sealed is taken out for good, and the chain goes on.
@Suite struct ErasingTests {
  /// Two versions of one buoy, each with a keeper of its own.
  private static func twice(_ database: any RecordStore) async throws {
    var buoy = Buoy.sample(1)
    buoy.keeper = "Quiet First Keeper"
    let first = buoy
    buoy.keeper = "Open Second Keeper"
    let second = buoy
    try await database.write { connection in
      let journal = try Journal(connection)
      try journal.append(first, intent)
      try journal.append(second, intent, after: 1)
    }
  }

  private static func lines(_ database: any RecordStore, telling kinds: Set<String>? = nil) async throws
    -> [String]
  {
    try await database.read { connection in
      var lines: [String] = []
      try connection.exportJournal(telling: kinds) { lines.append(String(decoding: $0, as: UTF8.self)) }
      return lines
    }
  }

  @Test(arguments: Engine.allCases) func whatIsErasedIsGoneAndTheChainStays(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.twice(database)
      let before = try await database.read { try $0.verifyChain() }
      #expect(before.erased == 0)
      let head = try await database.read { try $0.journalHead() }
      #expect(try await database.write { try $0.eraseParts(of: Buoy.ID("buoy-1"), through: 1) } == 1)
      #expect(try await database.write { try $0.eraseParts(of: Buoy.ID("buoy-1"), through: 1) } == 0)
      try await database.forgetErased()
      let after = try await database.read { try $0.verifyChain() }
      #expect(after.acts == 2 && after.erased == 1 && after.bytes == before.bytes)
      #expect(try await database.read { try $0.journalHead() } == head)
      let acts = try await database.read { try $0.history(kind: "buoy", record: "buoy-1") }
      #expect(acts.map(\.isErased) == [true, false])
      // What everyone sees is told as before; what was sealed is not there, and not as if it had been empty.
      #expect(try acts[0].record(Buoy.self)?.keeper == nil && acts[0].record(Buoy.self)?.depth == 1)
      #expect(try acts[1].record(Buoy.self)?.keeper == "Open Second Keeper")
      #expect(try await Self.lines(database)[0].hasSuffix(#","part":null}"#))
      try await database.read { try buoys.checkActs($0) }
      #expect(try await database.write { try buoys.differences($0) } == [])
    }
  }

  @Test func notAByteOfItIsLeftInTheFile() async throws {
    let place = Engine.file.place
    let database = try await Engine.file.open(at: place)
    try await database.write { try buoys.create($0) }
    try await Self.twice(database)
    func holds(_ text: String) -> Bool {
      ["", "-wal"].contains { end in
        FileManager.default.contents(atPath: place + end)?.range(of: Data(text.utf8)) != nil
      }
    }
    #expect(holds("Quiet First Keeper"))
    _ = try await database.write { try $0.eraseParts(of: Buoy.ID("buoy-1"), through: 1) }
    try await database.forgetErased()
    #expect(!holds("Quiet First Keeper") && holds("Open Second Keeper"))
    try await database.close()
    try FileManager.default.removeItem(atPath: place)
  }

  /// A server's file of the table is another one then, and the old one goes when the write is over.
  @Test func theTableGetsAnotherFileOnAServer() async throws {
    try await Engine.postgres.withBuoys { database in
      try await Self.twice(database)
      func file() async throws -> Int? {
        try await database.read { try $0.value("SELECT CAST(pg_relation_filenode('act') AS bigint)") }
      }
      let before = try await file()
      _ = try await database.write { try $0.eraseParts(of: Buoy.ID("buoy-1"), through: 1) }
      #expect(try await file() != before)
      // And it is still the table it was.
      _ = try await database.write { try Journal($0).append(Buoy.sample(2), intent) }
      #expect(try await database.read { try $0.verifyChain().acts } == 3)
    }
  }

  @Test func anErasedActMovesToAnotherStoreAsSuch() async throws {
    try await Engine.memory.withBuoys { database in
      try await Self.twice(database)
      _ = try await database.write { try $0.eraseParts(of: Buoy.ID("buoy-1"), through: 1) }
      let lines = try await Self.lines(database)
      try await Engine.memory.withBuoys { other in
        let added = try await other.rebuild { connection in
          var rest = lines[...]
          return try connection.importJournal({ rest.popFirst().map { Array($0.utf8) } }, under: buoys)
        }
        #expect(added == 2)
        #expect(try await Self.lines(other) == lines)
        #expect(try await other.read { try $0.verifyChain().erased } == 1)
      }
    }
  }

  /// The public line is the line that is hashed: whoever has it can check the chain, and has nothing of what is sealed.
  @Test func publicLinesAreCheckedAloneAndNotTakenIn() async throws {
    try await Engine.memory.withBuoys { database in
      try await Self.twice(database)
      let lines = try await Self.lines(database, telling: ["buoy"])
      for line in lines {
        #expect(!line.contains("keeper") && !line.contains("Keeper") && !line.contains("salt"))
        let parts = line.split(separator: #","hash":""#)
        #expect(Fingerprint(of: Array((parts[0] + "}").utf8)).hexadecimal == parts[1].dropLast(2))
      }
      // The same record twice has two seals: nobody can tell that it is the same.
      let seals = lines.compactMap { $0.firstMatch(of: /"sealed":"([0-9a-f]+)"/)?.1 }
      #expect(seals.count == 2 && seals[0] != seals[1])
      let placeholders = try await Self.lines(database, telling: [])
      #expect(
        placeholders.allSatisfy { $0.wholeMatch(of: /\{"v":2,"seq":[12],"hash":"[0-9a-f]{64}"\}/) != nil })
      for line in [lines[0], placeholders[0]] {
        try await Engine.memory.withBuoys { other in
          let refusal = await #expect(throws: Refusal.self) {
            try await other.rebuild { connection in
              var rest = [line][...]
              _ = try connection.importJournal({ rest.popFirst().map { Array($0.utf8) } }, under: buoys)
            }
          }
          #expect(refusal?.code == "public-line" && refusal?.line == 1)
        }
      }
    }
  }
}
