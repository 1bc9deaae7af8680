import Kernel
import Samples
import Store
import Testing
import Wording

@Suite struct StoreContractTests {
  @Test(arguments: Engine.allCases) func recordsComeBack(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<60 { try journal.append(Buoy.sample(n), intent) }
      }
      try await database.read { connection in
        for n in 0..<60 { try #expect(connection.one(Buoy.ID("buoy-\(n)")) == Buoy.sample(n)) }
        try #expect(connection.verifyChain().acts == 60)
      }
    }
  }

  @Test(arguments: Engine.allCases) func validTimeIsACondition(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<30 { try journal.append(Buoy.sample(n), intent) }
      }
      for day in [Day(2007, 12, 31), Day(2012, 3, 4), Day(2020, 2, 29), Day(2020, 3, 1)] {
        let found = try await database.read { connection in
          try connection.all(Buoy.self, "WHERE \(Query.isValid(Buoy.self, on: day))").map(\.id.text)
        }
        let expected = (0..<30).map { Buoy.sample($0) }.filter { $0.service.covers(day) }.map(\.id.text)
        #expect(Set(found) == Set(expected))
        #expect(!expected.isEmpty)
      }
    }
  }

  @Test(arguments: Engine.allCases) func theSecondOfTwoEditorsIsRefused(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        try #expect(journal.append(Buoy.sample(1), intent) == 1)
        try #expect(journal.append(Buoy.sample(1, edited: 1), intent, after: 1) == 2)
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.change { connection in
          _ = try Journal(connection, .fixed).append(Buoy.sample(1, edited: 2), intent, after: 1)
        }
      }
      #expect(refusal?.code == "changed-meanwhile")
      #expect(
        refusal?.sentence == """
          ana (secretariat) changed this buoy meanwhile, last at 2010-09-22T14:05:09.123Z: \
          note from "'quoted edit 0" to "'quoted edit 1". \
          You had version 1, it is now at 2; look at it and try again
          """)
      try await #expect(database.read { try $0.journalHead().seq } == 2)
      try await #expect(database.read { try $0.one(Buoy.ID("buoy-1")) } == Buoy.sample(1, edited: 1))
    }
  }

  @Test(arguments: Engine.allCases) func aTakenIdAndAVersionOutOfNowhereAreRefused(engine: Engine)
    async throws
  {
    try await engine.withBuoys { database in
      _ = try await database.write { try Journal($0, .fixed).append(Buoy.sample(1), intent) }
      let taken = await #expect(throws: Refusal.self) {
        _ = try await database.write { try Journal($0, .fixed).append(Buoy.sample(1), intent) }
      }
      #expect(taken?.sentence == "there is a buoy “buoy-1” already")
      let nowhere = await #expect(throws: Refusal.self) {
        _ = try await database.write { try Journal($0, .fixed).append(Buoy.sample(2), intent, after: 7) }
      }
      #expect(nowhere?.code == "changed-meanwhile")
      try await #expect(database.read { try $0.value("SELECT count(*) FROM act", as: Int.self) } == 1)
    }
  }

  @Test(arguments: Engine.allCases) func aDanglingReferenceUndoesTheWholeWrite(engine: Engine) async throws {
    try await engine.withBuoys { database in
      let refusal = await #expect(throws: Refusal.self) {
        try await database.write { connection in
          let journal = try Journal(connection, .fixed)
          try journal.append(Buoy.sample(1), intent)
          try journal.append(Buoy.sample(2, mother: Buoy.ID("nobody")), intent)
        }
      }
      #expect(refusal?.code == "dangling-reference")
      try await #expect(database.read { try $0.journalHead() } == .none)
    }
  }

  @Test(arguments: Engine.allCases) func historyTellsEveryVersion(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<10 { try journal.append(Buoy.sample(n), intent) }
        for n in 0..<5 { try journal.append(Buoy.sample(n, edited: 1), intent, after: 1) }
      }
      try await database.read { connection in
        let id = Buoy.ID("buoy-3")
        try #expect(connection.history(kind: "buoy", record: "buoy-3").map(\.seq) == [4, 14])
        try #expect(connection.one(id, afterAct: 13) == Buoy.sample(3))
        // By halves, and the same as one by one.
        let moments = try connection.rows("SELECT at FROM act ORDER BY seq") { try $0.integer() }
        for bound in [Int.min, moments[0], moments[3], moments[3] + 1, moments[14], .max] {
          let first = (moments.firstIndex { $0 >= bound } ?? moments.count) + 1
          try #expect(connection.firstAct { $0.milliseconds >= bound } == first, "\(bound)")
        }
        try #expect(connection.one(id, afterAct: 3) == nil)
        try #expect(connection.version(of: id) == 2)
        try #expect(
          connection.changes(after: 8, through: 12).map(\.record) == ["buoy-8", "buoy-9", "buoy-0", "buoy-1"])
      }
    }
  }

  @Test(arguments: Engine.allCases) func valuesBindAndNeverBecomeSQL(engine: Engine) async throws {
    try await engine.withBuoys { database in
      let name = "'; DROP TABLE act; --"
      try await #expect(
        database.read { try $0.value("SELECT CAST(\(name) AS text)", as: String.self) } == name)
      let none: [Int] = []
      try await #expect(
        database.read { try $0.value("SELECT count(*) FROM act WHERE seq IN \(anyOf: none)", as: Int.self) }
          == 0)
    }
  }

  @Test(arguments: Engine.allCases, ["\u{202E}evil", "a\0b"])
  func charactersThatHideAreRefused(engine: Engine, text: String) async throws {
    try await engine.withBuoys { database in
      var buoy = Buoy.sample(1)
      buoy.note = text
      let hidden = buoy
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await database.write { try Journal($0, .fixed).append(hidden, intent) }
      }
      #expect(refusal?.code == "hidden-character")
    }
  }

  @Test(arguments: Engine.allCases) func aClockThatGoesBackDatesNoActBeforeTheOneItFollows(engine: Engine)
    async throws
  {
    try await engine.withBuoys { database in
      for time in [2000, 1000, 3000] {
        let stamp = Stamp.at { time }
        _ = try await database.write { try Journal($0, stamp).append(Buoy.sample(time), intent) }
      }
      try await #expect(database.read { try $0.acts(limit: 9).map(\.at) } == [3000, 2000, 2000])
    }
  }

  @Test(arguments: Engine.allCases) func twoWritersAtOnceKeepOneChain(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<8 {
          group.addTask {
            for n in 0..<10 {
              _ = try await database.write { try Journal($0).append(Buoy.sample(writer * 100 + n), intent) }
            }
          }
        }
        try await group.waitForAll()
      }
      try await #expect(database.read { try $0.verifyChain().acts } == 80)
    }
  }

  @Test(arguments: Engine.allCases) func contactsAreKeptApartAndErased(engine: Engine) async throws {
    try await engine.withBuoys { database in
      let ana = Contact(person: "ana", name: "Ana", email: "ana@example.org")
      try await database.write { try $0.keep(ana) }
      try await #expect(database.read { try $0.contact(of: "ana") } == ana)
      try await #expect(database.write { try $0.eraseContact(of: "ana") })
      try await #expect(database.write { try $0.eraseContact(of: "ana") } == false)
      try await #expect(database.read { try $0.contact(of: "ana") } == nil)
    }
  }
}
