import Kernel
import Store
import Testing

@Suite struct IndexTests {
  private static func indexes(_ connection: any Connection) throws -> [String] {
    try connection.texts(
      connection.dialect == .sqlite
        ? "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'lamp.%' ORDER BY name"
        : "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'lamp.%' ORDER BY 1"
    )
  }
  private static let chosen = ["lamp.harbour", "lamp.lit_since.lit_until"]

  @Test(arguments: Engine.allCases) func aNewStoreHasTheIndexesChosen(engine: Engine) async throws {
    let database = try await engine.open()
    try await database.write { try lamps.create($0) }
    try await #expect(database.read { try Self.indexes($0) } == Self.chosen)
    try await #expect(database.read { try lamps.standing($0).isCurrent })
    _ = try await database.rebuild { try lamps.rebuild($0) }
    try await #expect(database.read { try Self.indexes($0) } == Self.chosen)
    try await database.close()
  }

  /// A store of before gets the index, and its table stays the one it is: a row that stands beside the journal shows it.
  @Test(arguments: Engine.allCases) func aStoreThatIsThereGetsThemAndKeepsItsTable(engine: Engine)
    async throws
  {
    let database = try await engine.open()
    try await database.write { connection in
      try plainLamps.create(connection)
      let lamp = PlainLamp(id: .init("north"), harbour: "Brest", lit: Period(since: When(1990)))
      try Journal(connection, .fixed).append(lamp, intent)
      try connection.settle()
      try connection.run("UPDATE lamp SET harbour = 'written past the journal'")
    }
    try await #expect(database.read { try Self.indexes($0) } == [])
    let before = try await database.keepUp(lamps)
    #expect(before.outdated == [])
    #expect(before.indexes == 2)
    try await #expect(database.read { try Self.indexes($0) } == Self.chosen)
    try await #expect(database.read { try $0.one(Lamp.ID("north"))?.harbour } == "written past the journal")
    // And what nobody chooses any more goes.
    try await database.write { _ = try plainLamps.putIndexesRight($0) }
    try await #expect(database.read { try Self.indexes($0) } == [])
    try await database.close()
  }

  /// One that is missing and one that nobody chose: both are told.
  @Test func itSaysHowManyWereMadeAndDropped() async throws {
    let database = try await Engine.memory.open()
    try await database.write { connection in
      try lamps.create(connection)
      try connection.execute(
        "DROP INDEX \"lamp.harbour\"; CREATE INDEX \"lamp.lit_until\" ON lamp (lit_until)")
    }
    try await #expect(database.read { try lamps.standing($0).indexes } == 2)
    try await #expect(database.write { try lamps.putIndexesRight($0) } == 2)
    try await #expect(database.read { try Self.indexes($0) } == Self.chosen)
    try await database.close()
  }
}
