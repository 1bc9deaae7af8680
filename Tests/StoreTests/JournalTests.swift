import Kernel
import Samples
import Store
import Testing
import Wording

@Suite struct JournalTests {
  private static func lines(_ database: any RecordStore) async throws -> [[UInt8]] {
    try await database.read { connection in
      var lines: [[UInt8]] = []
      try connection.exportJournal { lines.append($0) }
      return lines
    }
  }

  private static func take(_ lines: [[UInt8]], into database: any RecordStore) async throws -> Int {
    try await database.rebuild { connection in
      var rest = lines[...]
      let added = try connection.importJournal({ rest.popFirst() }, under: buoys)
      try buoys.rebuild(connection)
      return added
    }
  }

  @Test func theLineIsTheOnePromised() async throws {
    try await Engine.memory.withBuoys { database in
      var buoy = Buoy.sample(1)
      buoy.note = "short"
      let one = buoy
      _ = try await database.write { try Journal($0, .fixed).append(one, intent) }
      let line = String(decoding: try await Self.lines(database)[0], as: UTF8.self)
      #expect(
        line.hasPrefix(
          #"{"v":2,"seq":1,"id":"id-1","at":"2010-09-22T14:05:09.123Z","holds_from":null,"actor":"ana","capacity":"secretariat","verb":"register","kind":"buoy","record":"buoy-1","version":1,"edition":1,"body":{"id":"buoy-1","#
        ))
      #expect(
        line.contains(
          #","basis":"rule 4","prev":"0000000000000000000000000000000000000000000000000000000000000000","hash":""#
        ))
      #expect(line.hasSuffix(#","salt":"07070707070707070707070707070707","part":{"keeper":"keeper 1"}}"#))
      let sealed = Fingerprint(of: [UInt8](repeating: 7, count: 16) + Array(#"{"keeper":"keeper 1"}"#.utf8))
      #expect(line.contains(#""state":"adrift"},"sealed":"\#(sealed.hexadecimal)","basis""#))
    }
  }

  /// A line that lacks one thing is a line with a fault; only one that says place and hash alone stands for an act.
  @Test func whatALineLacksIsNamed() async throws {
    try await Engine.memory.withBuoys { database in
      _ = try await database.write { try Journal($0, .fixed).append(Buoy.sample(1), intent) }
      let line = String(decoding: try await Self.lines(database)[0], as: UTF8.self)
      func refusal(_ line: String) -> Refusal? {
        #expect(throws: Refusal.self) {
          try Array(line.utf8).withUnsafeBufferPointer { try Act(line: $0) }
        }
      }
      let bodiless = line.replacing(/"body":\{.*\},"sealed"/, with: "\"sealed\"")
      #expect(refusal(bodiless) == Refusal("missing", field: "body"))
      #expect(
        refusal(line.replacing(#""id":"id-1","#, with: "", maxReplacements: 1))
          == Refusal("missing", field: "id"))
      let hash = String(repeating: "0", count: 64)
      #expect(refusal(#"{"v":2,"seq":1,"hash":"\#(hash)"}"#)?.code == "public-line")
    }
  }

  @Test(arguments: ["actor", "body", "basis", "verb", "at", "holds_from", "seal", "part"])
  func aChangedByteIsFoundAndNamed(column: String) async throws {
    try await Engine.memory.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<10 { try journal.append(Buoy.sample(n), intent) }
        let changed: Query =
          switch column {
          case "actor": "actor = 'bob'"
          case "body": "body = replace(body, 'edit 0', 'edit 1')"
          case "basis": "basis = 'rule 5'"
          case "verb": "verb = 'alter'"
          case "holds_from": "holds_from = '2010-09-22'"
          case "seal": "seal = (SELECT seal FROM act other WHERE other.seq = 6)"
          case "part": "part = (SELECT part FROM act other WHERE other.seq = 6)"
          default: "at = at + 1"
          }
        try connection.run("UPDATE act SET \(changed) WHERE seq = 7")
      }
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.read { try $0.verifyChain() }
      }
      #expect(refusal?.code == "broken-chain")
      #expect(refusal?.sentence.contains("act 7 ") == true)
    }
  }

  @Test func aMissingActIsFound() async throws {
    try await Engine.memory.withBuoys { database in
      try await database.write { try RebuildTests.randomHistory($0, seed: 1, acts: 20) }
      try await database.write { _ = try $0.run("DELETE FROM act WHERE seq = 5") }
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.read { try $0.verifyChain() }
      }
      #expect(refusal?.sentence == "act 5 is missing: act 6 stands in its place")
    }
  }

  /// SQLite to PostgreSQL and back: the same bytes and the same tables.
  @Test func movingBetweenStoresLosesNothing() async throws {
    let first = try await Engine.file.open()
    let second = try await Engine.postgres.open()
    let third = try await Engine.file.open()
    for database in [first, second, third] { try await database.write { try buoys.create($0) } }
    try await first.write { try RebuildTests.randomHistory($0, seed: 3, acts: 250) }
    let lines = try await Self.lines(first)
    #expect(try await Self.take(lines, into: second) == 250)
    #expect(try await Self.take(Self.lines(second), into: third) == 250)
    #expect(try await Self.lines(third) == lines)
    let tables = try await first.read { try buoys.fingerprints($0) }
    #expect(try await second.read { try buoys.fingerprints($0) } == tables)
    #expect(try await third.read { try buoys.fingerprints($0) } == tables)
    // A second time there is nothing to add.
    #expect(try await Self.take(lines, into: third) == 0)
    for database in [first, second, third] { try await database.close() }
  }

  @Test func anotherHistoryIsNotTaken() async throws {
    let (one, other) = (try await Engine.memory.open(), try await Engine.memory.open())
    for (seed, database) in [(1, one), (2, other)] {
      try await database.write { try buoys.create($0) }
      try await database.write { try RebuildTests.randomHistory($0, seed: seed, acts: 30) }
    }
    let lines = try await Self.lines(one)
    let refusal = await #expect(throws: Refusal.self) { _ = try await Self.take(lines, into: other) }
    #expect(refusal?.code == "other-history")
    #expect(refusal?.line == 1)
  }

  @Test func aLineThatWasChangedOnTheWayIsNotTaken() async throws {
    let (one, other) = (try await Engine.memory.open(), try await Engine.memory.open())
    for database in [one, other] { try await database.write { try buoys.create($0) } }
    try await one.write { try RebuildTests.randomHistory($0, seed: 1, acts: 30) }
    var lines = try await Self.lines(one)
    lines[11] = Array(String(decoding: lines[11], as: UTF8.self).replacing("rule 4", with: "rule 5").utf8)
    let changed = lines
    let refusal = await #expect(throws: Refusal.self) { _ = try await Self.take(changed, into: other) }
    #expect(refusal?.code == "broken-chain")
    #expect(refusal?.line == 12)
    #expect(try await other.read { try $0.journalHead() } == .none)
  }

  /// The last act in the place of one before it, with a hash that fits: whoever takes an act out leaves this behind.
  private static func moved(_ act: Act, to seq: Int, at: Int? = nil) -> Act {
    var act = act
    act.seq = seq
    act.at = at ?? act.at
    var line = JSONWriter()
    act.hash = act.computedHash(using: &line)
    return act
  }

  private static func line(_ act: Act) -> [UInt8] {
    var line = JSONWriter()
    act.writeLine(to: &line)
    return line.bytes
  }

  private static func threeBuoys(_ database: any RecordStore) async throws -> [Act] {
    try await database.write { connection in
      let journal = try Journal(connection, .fixed)
      for number in 0..<3 { try journal.append(Buoy.sample(number), intent) }
      return try connection.acts(limit: 3).reversed()
    }
  }

  @Test func anActTakenOutIsFoundThoughTheLastOneHasItsNumber() async throws {
    try await Engine.memory.withBuoys { database in
      let last = Self.moved(try await Self.threeBuoys(database)[2], to: 2)
      try await database.write { connection in
        try connection.execute(
          """
          DELETE FROM act WHERE seq = 2;
          UPDATE act SET seq = 2, hash = x'\(last.hash.hexadecimal)' WHERE seq = 3
          """)
      }
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.read { try $0.verifyChain() }
      }
      #expect(refusal?.sentence == "act 2 does not follow from act 1")
    }
  }

  @Test func anExportWithAnActTakenOutIsNotTaken() async throws {
    try await Engine.memory.withBuoys { database in
      let acts = try await Self.threeBuoys(database)
      let lines = [Self.line(acts[0]), Self.line(Self.moved(acts[2], to: 2))]
      let other = try await Engine.memory.open()
      try await other.write { try buoys.create($0) }
      let refusal = await #expect(throws: Refusal.self) { _ = try await Self.take(lines, into: other) }
      #expect(refusal?.told(in: .en) == "line 2: act 2 does not follow from the one before")
      #expect(try await other.read { try $0.journalHead().seq } == 0)
    }
  }

  @Test func anActDatedBeforeTheOneItFollowsIsNotTaken() async throws {
    try await Engine.memory.withBuoys { database in
      let acts = try await Self.threeBuoys(database)
      let lines = [Self.line(acts[0]), Self.line(Self.moved(acts[1], to: 2, at: acts[0].at - 1))]
      let other = try await Engine.memory.open()
      try await other.write { try buoys.create($0) }
      let refusal = await #expect(throws: Refusal.self) { _ = try await Self.take(lines, into: other) }
      #expect(refusal?.told(in: .en) == "line 2: act 2 does not follow from the one before")
    }
  }

  /// The same of a field that must be there: an earlier declaration may have had it elsewhere.
  @Test func aFieldThatMustBeThereStandsAnywhereInABody() async throws {
    try await Engine.memory.withBuoys { database in
      let act = try await Self.threeBuoys(database)[0]
      let members = try JSONReader.members(of: String(decoding: act.body, as: UTF8.self))
      let turned = members.dropFirst() + members.prefix(1)
      var other = act
      other.body = Array(("{" + turned.map { "\"\($0.name)\":\($0.text)" }.joined(separator: ",") + "}").utf8)
      let line = Self.line(Self.moved(other, to: 1))
      let store = try await Engine.memory.open()
      try await store.write { try buoys.create($0) }
      #expect(try await Self.take([line], into: store) == 1)
      #expect(try await store.read { try $0.one(Buoy.ID("buoy-0")) } == Buoy.sample(0))
    }
  }

  /// Another program may write a field of a body in a place of its own; the table has the record all the same.
  @Test func aFieldThatMayBeEmptyStandsAnywhereInABody() async throws {
    try await Engine.memory.withBuoys { database in
      let act = try await Self.threeBuoys(database)[0]
      let body = String(decoding: act.body, as: UTF8.self)
      let (field, end) = (#","mother":null"#, "}")
      #expect(body.contains(field))
      var turned = act
      turned.body = Array((body.replacing(field, with: "").dropLast() + field + end).utf8)
      let line = Self.line(Self.moved(turned, to: 1))
      let other = try await Engine.memory.open()
      try await other.write { try buoys.create($0) }
      #expect(try await Self.take([line], into: other) == 1)
      #expect(try await other.read { try $0.one(Buoy.ID("buoy-0")) } == Buoy.sample(0))
    }
  }
}
