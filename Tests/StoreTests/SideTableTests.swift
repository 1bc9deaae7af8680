import Foundation
import Kernel
import Samples
import Store
import StoreSQLite
import Testing
import Wording

@Suite struct SideTableTests {
  private static let first = Migration(
    .create(
      [SideColumn("key", .text), SideColumn("person", .text), SideColumn("size", .integer)], key: ["key"]))
  private static let second = Migration(
    .add(SideColumn("token", .blob, isRequired: false)), .run("UPDATE visit SET size = size + 1"),
    .index(["person"]))

  private static func visits(
    _ migrations: [Migration], inBackup: SideTable.InBackup = .copied
  ) -> Projection {
    func table(_ one: Migration, _ two: Migration?) -> SideTable {
      two.map {
        SideTable(
          "visit", inBackup: inBackup, onRebuild: .madeAnew(by: "visitor"),
          onErasure: .rowsGo(naming: "person"), one, $0)
      }
        ?? SideTable(
          "visit", inBackup: inBackup, onRebuild: .madeAnew(by: "visitor"),
          onErasure: .rowsGo(naming: "person"), one)
    }
    return Projection(
      [Buoy.self],
      beside: SideTable.ofStore + [table(migrations[0], migrations.count > 1 ? migrations[1] : nil)])
  }

  private static func visit(_ connection: any Connection, _ key: String, _ person: String) throws {
    try connection.run("INSERT INTO visit (key, person, size) VALUES (\(key), \(person), 1)")
  }
  private static func visitors(_ connection: any Connection) throws -> [String] {
    try connection.rows("SELECT person, size FROM visit ORDER BY key") {
      "\(try $0.text()) \(try $0.integer())"
    }
  }

  /// What was shipped stays: a change here is a change of what stands in people's stores, and is refused. A new
  /// migration is added below the others.
  @Test func shippedMigrationsAreTheOnesThatWereShipped() {
    let shipped = [
      "contact 1": "c8e539ca87a6e9e2503fe476f993e76ec62302b1642023c581208c3a207260a0",
      "side_rows 1": "8df809fcbe4bb820045ecdcf16178fda6011a0c85ab9eee245c645e207000834",
      "follower 1": "eb5d54978145fbcf0957ff68fc9621cfd2492144c446077c48c7101c00cffa0d",
    ]
    var found: [String: String] = [:]
    for table in SideTable.ofStore {
      for (index, migration) in table.migrations.enumerated() {
        found["\(table.name) \(index + 1)"] = migration.fingerprint(for: table.name).hexadecimal
      }
    }
    #expect(found == shipped)
  }

  @Test(arguments: Engine.allCases) func aTableGoesFromOneMigrationToTheNext(engine: Engine) async throws {
    let (old, new) = (Self.visits([Self.first]), Self.visits([Self.first, Self.second]))
    let database = try await engine.open()
    try await database.write { connection in
      try old.create(connection)
      try Self.visit(connection, "a", "ana")
    }
    try await #expect(database.read { try new.standing($0).behind } == ["visit"])
    try await database.keepUp(new)
    try await #expect(database.read { try new.standing($0).isCurrent })
    try await #expect(database.read { try Self.visitors($0) } == ["ana 2"])
    // A second time there is nothing to do, so nothing is added twice.
    try await database.keepUp(new)
    try await #expect(database.read { try Self.visitors($0) } == ["ana 2"])
    // The program of before sees what it does not know, and that it is no longer in charge.
    let standing = try await database.read { try old.standing($0) }
    #expect(standing.unknownMigrations == ["visit 2"])
    #expect(standing.isAhead(of: "99.0.0"))
    try await database.close()
  }

  @Test(arguments: Engine.allCases) func aMigrationThatWasChangedIsRefused(engine: Engine) async throws {
    let changed = Migration(
      .create(
        [SideColumn("key", .text), SideColumn("person", .text), SideColumn("size", .real)], key: ["key"]))
    let database = try await engine.open()
    try await database.write { try Self.visits([Self.first]).create($0) }
    let refused = await refusal { try await database.keepUp(Self.visits([changed, Self.second])) }
    #expect(refused?.code == "migration-changed")
    #expect(refused?.sentence.hasPrefix("migration 1 of visit is not the one") == true)
    try await database.close()
  }

  /// A store of the form before migrations were numbered: a table of contacts, and nothing that says how it came.
  @Test(arguments: Engine.allCases) func aStoreOfTheEarlierFormIsMigrated(engine: Engine) async throws {
    let database = try await engine.open()
    let ana = Contact(person: "ana", name: "Ana", email: "ana@example.org")
    try await database.write { connection in
      try buoys.create(connection)
      _ = try Journal(connection, .fixed).append(Buoy.sample(1), intent)
      try connection.settle()
      try connection.execute(
        "DROP TABLE migration; DROP TABLE upkeep; DROP TABLE follower; DROP TABLE side_rows")
      try connection.keep(ana)
    }
    let before = try await database.keepUp(buoys)
    #expect(before.behind == ["side_rows", "follower"])
    #expect(before.outdated == [])
    try await #expect(database.read { try buoys.standing($0).isCurrent })
    try await #expect(database.read { try $0.contacts() } == [ana])
    try await #expect(
      database.read { try buoys.migrationsDone($0) } == ["contact": 1, "side_rows": 1, "follower": 1])
    try await #expect(database.read { try $0.contactsAmiss() } == 0)
    try await database.close()
  }

  @Test(arguments: Engine.allCases) func rowsGoIntoABackupAsTheyAreAndOutMigrated(engine: Engine) async throws
  {
    let (old, new) = (Self.visits([Self.first]), Self.visits([Self.first, Self.second]))
    let (source, copy) = (try await Engine.file.open(), try await engine.open())
    try await source.write { connection in
      try old.create(connection)
      try Self.visit(connection, "a", "ana")
      try connection.keep(Contact(person: "bo", name: "Bo"))
    }
    let rows = try await source.read { try new.sideRows($0) }
    try await copy.write { try new.create($0, with: rows) }
    try await #expect(copy.read { try Self.visitors($0) } == ["ana 2"])
    try await #expect(copy.read { try $0.contacts().map(\.name) } == ["Bo"])
    try await #expect(copy.read { try new.standing($0).isCurrent })
    // A token of bytes comes back as it went.
    let token: [UInt8] = [0, 255, 92, 10]
    try await copy.write { connection in
      let update = try connection.statement(
        "UPDATE visit SET token = " + (connection.dialect == .sqlite ? "?" : "$1"))
      token.withUnsafeBytes { update.bind(blob: $0) }
      try update.run()
    }
    let again = try await copy.read { try new.sideRows($0) }
    let third = try await Engine.memory.open()
    try await third.write { try new.create($0, with: again) }
    try await #expect(
      third.read { try $0.rows("SELECT token FROM visit") { try $0.withBlob { Array($0) } } } == [token])
    for database in [source, copy, third] { try await database.close() }
  }

  @Test(arguments: Engine.allCases) func whatNoBackupHoldsIsLeftOut(engine: Engine) async throws {
    let projection = Self.visits([Self.first], inBackup: .leftOut)
    let (database, copy) = (try await engine.open(), try await Engine.memory.open())
    try await database.write { connection in
      try projection.create(connection)
      try Self.visit(connection, "a", "ana")
    }
    let rows = try await database.read { try projection.sideRows($0) }
    try await copy.write { try projection.create($0, with: rows) }
    try await #expect(copy.read { try Self.visitors($0) } == [])
    // Where a backup is a copy of the file, the rows are taken out of the copy.
    try await database.write { try projection.leaveOut($0) }
    try await #expect(database.read { try Self.visitors($0) } == [])
    for database in [database, copy] { try await database.close() }
  }

  @Test(arguments: Engine.allCases) func erasingAPersonReachesEveryTableThatNamesPersons(engine: Engine)
    async throws
  {
    let projection = Self.visits([Self.first])
    let database = try await engine.open()
    try await database.write { connection in
      try projection.create(connection)
      for (key, person) in [("a", "ana"), ("b", "bo"), ("c", "ana")] {
        try Self.visit(connection, key, person)
      }
      try connection.keep(Contact(person: "ana", name: "Ana"))
      try connection.keep(Contact(person: "bo", name: "Bo"))
    }
    try await #expect(database.write { try projection.erase(person: "ana", $0) })
    try await #expect(database.read { try Self.visitors($0) } == ["bo 1"])
    try await #expect(database.read { try $0.contacts().map(\.person) } == ["bo"])
    try await #expect(database.write { try projection.erase(person: "ana", $0) } == false)
    try await database.close()
  }

  /// What a follower made of the acts goes with the tables, and the follower begins again; the rest stays.
  @Test(arguments: Engine.allCases) func aRebuildEmptiesWhatFollowersMadeOnly(engine: Engine) async throws {
    let projection = Self.visits([Self.first])
    let database = try await engine.open()
    try await database.write { connection in
      try projection.create(connection)
      try Self.visit(connection, "a", "ana")
      try connection.keep(Contact(person: "ana", name: "Ana"))
      try connection.run(
        "INSERT INTO follower (name, seq, failures) VALUES ('visitor', 9, 0), ('mail', 9, 0)")
    }
    _ = try await database.rebuild { try projection.rebuild($0) }
    try await #expect(database.read { try Self.visitors($0) } == [])
    try await #expect(database.read { try $0.followers().map(\.name) } == ["mail"])
    try await #expect(database.read { try $0.contacts().count } == 1)
    try await database.close()
  }
}
