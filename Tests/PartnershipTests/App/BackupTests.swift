import Acting
@testable import App
import Foundation
import Kernel
@testable import Registry
import Store
import StoreSQLite
import Testing
import Wording

/// A backup holds what stands beside the journal as well: how people are reached, how far followers have come.
@Suite struct BackupTests {
  private static let contact = Contact(
    person: "ana", name: "Ana", email: "ana@example.org", phone: nil, note: "mornings")

  /// A partnership whose follower has had its turn, or has failed at it.
  private static func with<T: Sendable>(
    _ engine: RightsStore.Engine, failing: Bool = false, _ body: (App.Partnership) async throws -> T
  ) async throws -> T {
    let database = try await RightsStore.open(engine)
    try await database.write { try $0.keep(contact) }
    let follower = Follower("mail", from: .firstAct, batch: 1000, lease: .seconds(60)) { _, _ in
      if failing { throw Refusal(code: "unreachable", Phrase(asItIs: "the post office is closed")) }
    }
    _ = try await database.turn(follower, by: "test")
    let partnership = App.Partnership(database: database, address: StoreAddress("test"), unwatched: database)
    let result = try await body(partnership)
    try await database.close()
    return result
  }

  @Test(arguments: RightsStore.Engine.allCases)
  func whatStandsBesideTheJournalIsInABackupAndComesBack(engine: RightsStore.Engine) async throws {
    let (copy, back) = (Self.place(), Self.place())
    defer { for path in [copy, back] { Self.remove(path) } }
    let before = try await Self.with(engine) { partnership in
      try await Backup.make(of: partnership, to: copy) { _ in }
      return try await partnership.database.read { try (head: $0.journalHead(), follower: $0.followers()) }
    }
    #expect(before.follower.map(\.seq) == [before.head.seq])
    _ = try await Backup.restore(copy, to: StoreAddress(back)) { _ in }
    for path in [copy, back] {
      let database = try SQLiteDatabase(path: path)
      try await #expect(database.read { try $0.contacts() } == [Self.contact])
      try await #expect(database.read { try $0.journalHead() } == before.head)
      // A follower goes on where it was: acts that it has done are not done again by whoever takes the backup over.
      try await #expect(database.read { try $0.followers().map(\.seq) } == [before.head.seq])
      try await database.close()
    }
  }

  @Test(arguments: RightsStore.Engine.allCases)
  func theDoctorNamesAFollowerThatFails(engine: RightsStore.Engine) async throws {
    for failing in [false, true] {
      let findings = try await Self.with(engine, failing: failing) { try await $0.examine { _, _ in } }
      let bad = findings.filter { !$0.isGood }.map { $0.phrase.sentence(in: .en) }
      guard failing else {
        #expect(bad == [])
        continue
      }
      #expect(bad.count == 1)
      #expect(bad.first?.contains("mail") == true)
      #expect(bad.first?.contains("the post office is closed") == true)
    }
  }

  private static func place() -> String { NSTemporaryDirectory() + "/backup-\(UUID().uuidString).sqlite" }
  private static func remove(_ path: String) {
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
  }

  /// Whoever is erased by the verb alone is reached no more, and nobody reads for whom they spoke.
  @Test func anErasedPersonIsAnIdAndNothingElse() async throws {
    try await FoundedPartnership.with { partnership in
      let intent = Intent("erase", by: "officer", as: .secretariat, basis: "asked for")
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        try journal.append(try PartnerRequirements.partner("acme"), intent)
        try journal.append(
          Person(
            id: .init("ana"), partner: .init("acme"), body: .init("unep"), role: "focal-point",
            isErased: false), intent)
      }
      try await partnership.reach("ana", name: "Ana", email: "ana@example.org", phone: nil, note: nil)
      _ = try await partnership.act("erase", of: Person.self, on: "ana", giving: .nothing, intent)
      let person = try await partnership.database.read { try $0.one(Person.ID("ana")) }
      #expect(person == Person(id: .init("ana"), partner: nil, body: nil, role: nil, isErased: true))
      let refusal = await #expect(throws: Refusal.self) { try await partnership.contact(of: "ana") }
      #expect(refusal?.sentence == "nothing is kept of how to reach “ana”")
    }
  }

  @Test func aBackupOverwritesNothing() async throws {
    let path = Self.place()
    defer { Self.remove(path) }
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    try await FoundedPartnership.with { partnership in
      let refusal = await #expect(throws: Refusal.self) {
        try await Backup.make(of: partnership, to: path) { _ in }
      }
      #expect(refusal?.sentence == "\(path) exists already; choose another name")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  /// A record may come to name one that is younger: the tables are made anew all the same, references and all.
  @Test func tablesAreMadeAnewWhereARecordNamesAYoungerOne() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        let intent = Intent("test", by: "officer", as: .secretariat, basis: "test")
        var part = try #require(try connection.one(PartnerCount.ID("pc-2010")))
        part.id = .init("part")
        try journal.append(part, intent)
        var whole = part
        whole.id = .init("whole")
        try journal.append(whole, intent)
        part.partOf = whole.id
        try journal.append(part, intent, after: 1)
      }
      _ = try await partnership.rebuild { _ in }
      let part = try await partnership.database.read { try $0.one(PartnerCount.ID("part")) }
      #expect(part?.partOf?.text == "whole")
    }
  }

  /// A reference that leads nowhere, because somebody took acts out of the journal, stops the making of tables.
  @Test func noTableIsMadeAnewWithAReferenceToNothing() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        let intent = Intent("test", by: "officer", as: .secretariat, basis: "test")
        var part = try #require(try connection.one(PartnerCount.ID("pc-2010")))
        part.id = .init("whole")
        try journal.append(part, intent)
        part.id = .init("part")
        part.partOf = .init("whole")
        try journal.append(part, intent)
        try connection.run("DELETE FROM act WHERE kind = 'partner-count' AND record = 'whole'")
      }
      await #expect(throws: Refusal.self) { _ = try await partnership.rebuild { _ in } }
      let there = try await partnership.database.read { try $0.one(PartnerCount.ID("whole")) }
      #expect(there != nil)
    }
  }
}
