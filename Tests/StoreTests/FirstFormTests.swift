import Kernel
import Samples
import Testing
import Wording

@testable import Store

/// A journal of an older program, in which all of a record stood in the hashed line, becomes one of today's.
@Suite struct FirstFormTests {
  /// Puts the journal of a store back into its first form.
  static func turnBack(_ connection: any Connection) throws {
    let acts = try connection.acts(after: 0, limit: .max)
    let (whole, text, blob) = (
      connection.dialect.type(.integer), connection.dialect.type(.text), connection.dialect.blob
    )
    try connection.execute(
      """
      DROP TABLE act;
      CREATE TABLE act (
        seq \(whole) PRIMARY KEY, id \(text) NOT NULL, at \(whole) NOT NULL, actor \(text) NOT NULL,
        capacity \(text) NOT NULL, verb \(text) NOT NULL, kind \(text) NOT NULL, record \(text) NOT NULL,
        version \(whole) NOT NULL, edition \(whole) NOT NULL, body \(text) NOT NULL, basis \(text) NOT NULL,
        prev \(blob) NOT NULL, hash \(blob) NOT NULL
      );
      CREATE UNIQUE INDEX act_record ON act (kind, record, version)
      """)
    let places = (1...14).map(connection.dialect.placeholder).joined(separator: ", ")
    let insert = try connection.statement("INSERT INTO act VALUES (\(places))")
    var (previous, json) = (Fingerprint.zero, JSONWriter())
    for act in acts {
      var old = FirstForm(act: act)
      old.act.body = act.told
      old.act.prev = previous
      json.clear()
      old.writeHashed(to: &json)
      old.act.hash = Fingerprint(of: json.bytes)
      previous = old.act.hash
      insert.bind(act.seq)
      insert.bind(act.id)
      insert.bind(act.at)
      for text in [act.actor, act.capacity, act.verb, act.kind, act.record] { insert.bind(text) }
      insert.bind(act.version)
      insert.bind(act.edition)
      old.act.body.withUnsafeBufferPointer { insert.bind(utf8: $0) }
      insert.bind(act.basis)
      old.act.prev.withBytes { insert.bind(blob: $0) }
      old.act.hash.withBytes { insert.bind(blob: $0) }
      try insert.run()
    }
  }

  /// Made, changed, corrected; and one that was taken back.
  private static func history(_ connection: any Connection) throws {
    let journal = try Journal(connection, .fixed)
    func intent(_ verb: String) -> Intent { Intent(verb, by: "ana", as: .secretariat, basis: "rule 4") }
    for number in 0..<1100 { try journal.append(Buoy.sample(number), intent("add")) }
    try journal.append(Buoy.sample(0, edited: 1), intent("sound"), after: 1)
    try journal.append(Buoy.sample(0, edited: 2), intent("correct"), after: 2)
    try journal.append(Buoy.sample(1, edited: 1), intent("correct"), after: 1)
    _ = try journal.takeBack(Buoy.sample(2), intent(Journal.takingBack), after: 1)
    try connection.settle()
  }

  private static func lift(_ connection: any Connection) throws -> JournalLifted {
    try buoys.liftJournal(connection, day: { $0.day })
  }

  @Test(arguments: Engine.allCases) func aJournalOfTheFirstFormIsLifted(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { try Self.history($0) }
      let before = try await database.read { try $0.acts(after: 0, limit: .max) }
      let tables = try await database.read { try buoys.fingerprints($0) }
      try await database.write { try Self.turnBack($0) }
      #expect(try await database.read { try $0.journalForm() } == 1)
      let looked = try await database.read { try buoys.lookAtOldJournal($0) }
      let lifted = try await database.rebuild { try Self.lift($0) }
      #expect(lifted.oldHead == looked.oldHead && lifted.oldHead.seq == 1104)
      #expect(lifted.sealed.map(\.kind) == ["buoy"] && lifted.sealed.map(\.acts) == [1104])
      #expect(looked.sealed.map(\.acts) == [1104])
      #expect(try await database.read { try $0.journalForm() } == 2)
      let chain = try await database.read { try $0.verifyChain() }
      #expect(chain.acts == 1104 && chain.erased == 0)
      try await database.read { try buoys.checkActs($0) }
      #expect(try await database.read { try buoys.fingerprints($0) } == tables)
      let after = try await database.read { try $0.acts(after: 0, limit: .max) }
      for (old, new) in zip(before, after) {
        #expect(old.id == new.id && old.at == new.at && old.version == new.version && old.basis == new.basis)
        #expect(try old.record(Buoy.self) == new.record(Buoy.self))
        #expect(new.seal != old.seal)
      }
      // A buoy has dates of its own, so its first version holds as long as they say; a change holds from its day, and a
      // correction from when what it corrects did.
      let days = try await database.read { connection in
        try (0...2).map { try connection.history(kind: "buoy", record: "buoy-\($0)").map(\.holdsFrom) }
      }
      #expect(days == [[nil, Day(2010, 9, 22), Day(2010, 9, 22)], [nil, nil], [nil, nil]])
      // Once, and not again.
      await #expect(throws: Refusal.self) { try await database.rebuild { _ = try Self.lift($0) } }
      _ = try await database.write { try Journal($0).append(Buoy.sample(2000), intent) }
    }
  }

  @Test(arguments: [Engine.file, .postgres]) func aBrokenChainIsNotLifted(engine: Engine) async throws {
    let faults: [(sql: String, sentence: String)] = [
      ("UPDATE act SET basis = 'rule 5' WHERE seq = 7", "act 7 (add buoy buoy-6) was changed"),
      ("DELETE FROM act WHERE seq = 5", "act 6 does not follow from act 5"),
      ("UPDATE act SET kind = 'submarine' WHERE seq = 3", "act 3 (add submarine buoy-2) was changed"),
    ]
    for fault in faults {
      try await engine.withBuoys { database in
        try await database.write { try Self.history($0) }
        try await database.write { connection in
          try Self.turnBack(connection)
          try connection.execute(fault.sql)
        }
        let refusal = await #expect(throws: Refusal.self) {
          try await database.rebuild { _ = try Self.lift($0) }
        }
        #expect(refusal?.sentence.contains(fault.sentence) == true, "\(refusal?.sentence ?? "lifted")")
        // Nothing was done.
        #expect(try await database.read { try $0.journalForm() } == 1)
        await #expect(throws: Refusal.self) { _ = try await database.read { try buoys.lookAtOldJournal($0) } }
      }
    }
  }

  /// A line of the first form is told from one that is no line.
  @Test func aLineOfTheFirstFormIsNamedAsSuch() async throws {
    try await Engine.memory.withBuoys { database in
      let line = #"{"seq":1,"id":"x","at":"2010-09-22T14:05:09.123Z"}"#
      let refusal = await #expect(throws: Refusal.self) {
        try await database.rebuild { connection in
          var rest = [line][...]
          _ = try connection.importJournal({ rest.popFirst().map { Array($0.utf8) } }, under: buoys)
        }
      }
      #expect(refusal?.code == "old-journal")
      let newer = await #expect(throws: Refusal.self) {
        try await database.rebuild { connection in
          var rest = [#"{"v":3,"seq":1}"#][...]
          _ = try connection.importJournal({ rest.popFirst().map { Array($0.utf8) } }, under: buoys)
        }
      }
      #expect(newer?.code == "newer-program")
    }
  }
}
