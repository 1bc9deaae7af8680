import Foundation
import Kernel
import Samples
import Store
import StorePostgres
import StoreSQLite
import Testing
import Wording

/// Two programs of two versions on one store.
@Suite(.serialized) struct TwoVersionsTests {
  private static let both = Projection([Lamp.self, Buoy.self], version: "1.0.0")
  private static let bothLater = Projection([TallLamp.self, Buoy.self], version: "1.10.0")

  private static func opened(_ engine: Engine) async throws -> any RecordStore {
    let database = try await engine.open()
    try await database.write { connection in
      try both.create(connection)
      let journal = try Journal(connection, .fixed)
      try journal.append(Lamp.sample(1), intent)
      try journal.append(Buoy.sample(1), intent)
    }
    return database
  }

  @Test(arguments: Engine.allCases) func theOlderOneStopsWritingAndReadsWhatIsAsItWas(engine: Engine)
    async throws
  {
    let database = try await Self.opened(engine)
    let older = WatchedDatabase(database, Self.both)
    _ = try await older.write { try Journal($0, .fixed).append(Lamp.sample(2), intent) }
    try await #expect(older.whyItOnlyReads() == nil)

    try await database.keepUp(Self.bothLater)

    let refused = await refusal {
      _ = try await older.write { try Journal($0, .fixed).append(Buoy.sample(2), intent) }
    }
    #expect(refused?.code == "newer-program")
    #expect(
      refused?.sentence == """
        entente 1.10.0 has worked on this store, and the tables of lamp are not as entente 1.0.0 knows them; \
        nothing was written. Reading goes on where it can; stop this program and start the newer one
        """)
    try await #expect(older.whyItOnlyReads()?.code == "newer-program")
    // Buoys are as they were. A lamp's columns are not: it is refused, and not read wrongly.
    try await #expect(older.read { try $0.one(Buoy.ID("buoy-1")) } == Buoy.sample(1))
    try await #expect(older.read { try $0.history(kind: "lamp", record: "lamp-1").count } == 1)
    #expect(await refusal { try await older.read { try $0.all(Lamp.self).count } }?.code == "newer-program")
    try await #expect(older.read { try $0.journalHead().seq } == 3)

    let newer = WatchedDatabase(database, Self.bothLater)
    _ = try await newer.write { try Journal($0, .fixed).append(Buoy.sample(2), intent) }
    try await #expect(newer.read { try $0.one(TallLamp.ID("lamp-2"))?.harbour } == "harbour-2")
    try await database.close()
  }

  @Test(arguments: Engine.allCases) func theOlderOneDoesNotTakeTheTablesBackWhenItStarts(engine: Engine)
    async throws
  {
    let database = try await Self.opened(engine)
    try await database.keepUp(Self.bothLater)
    let standing = try await database.keepUp(Self.both)
    #expect(standing.outdated == ["lamp"])
    #expect(standing.isAhead(of: Self.both.version))
    try await #expect(database.read { try Self.bothLater.standing($0).isCurrent })
    let older = WatchedDatabase(database, Self.both)
    #expect(await refusal { try await older.rebuild { try Self.both.rebuild($0) } }?.code == "newer-program")
    try await database.close()
  }

  /// The same program made its tables anew: nothing changed for anybody.
  @Test(arguments: Engine.allCases) func aRebuildByTheSameVersionHindersNobody(engine: Engine) async throws {
    let database = try await Self.opened(engine)
    let (one, other) = (WatchedDatabase(database, Self.both), WatchedDatabase(database, Self.both))
    try await #expect(one.read { try $0.all(Lamp.self).count } == 1)
    _ = try await other.rebuild { try Self.both.rebuild($0) }
    _ = try await one.write { try Journal($0, .fixed).append(Lamp.sample(2), intent) }
    try await #expect(one.read { try $0.all(Lamp.self).count } == 2)
    try await database.close()
  }

  @Test(arguments: ["0.9.3", "0.10.0", "1.0.0", "1.0", "0.10.0-rc1"])
  func versionsAreComparedNumberByNumber(version: String) {
    #expect(Standing.isNewer("0.10.0", than: version) == (version == "0.9.3"))
    #expect(Standing.isNewer(version, than: "0.10.0") == version.hasPrefix("1.0"))
  }

  /// Who waits in vain for the writer's place is told whom they wait for. While the work lasts, reading goes on.
  @Test(arguments: [Engine.file, .postgres]) func whoWaitsIsToldWhatIsGoingOn(engine: Engine) async throws {
    try await TwoDoors.use(engine) { worker, visitor in
      try await worker.write { connection in
        try Self.both.create(connection)
        _ = try Journal(connection, .fixed).append(Lamp.sample(1), intent)
      }
      let waiting = WatchedDatabase(visitor, Self.both)
      async let working = worker.keepUp(Projection([SlowLamp.self, Buoy.self], version: "2.0.0"))
      await SlowLamp.hasBegun()
      let refused = await refusal {
        _ = try await waiting.write { try Journal($0, .fixed).append(Lamp.sample(2), intent) }
      }
      let head = try await waiting.read { try $0.journalHead().seq }
      SlowLamp.mayEnd.signal()
      _ = try await working
      #expect(refused?.code == "busy")
      #expect(
        refused?.sentence.hasPrefix(
          "the tables are being worked on (entente 2.0.0: Making tables anew for 1 kinds whose declaration changed"
        ) == true)
      #expect(head == 1)
      // It is done, and the older program is no longer in charge.
      #expect(
        await refusal {
          _ = try await waiting.write { try Journal($0, .fixed).append(Lamp.sample(2), intent) }
        }?
        .code == "newer-program")
    }
  }
}

/// A lamp whose table takes long to make anew.
private struct SlowLamp: Record {
  var id: ID
  var harbour: String
  var lit: Period

  static let schema = Schema(
    "lamp", SlowLamp.init, Field("id", \.id), Field("harbour", \.harbour), Field("lit", \.lit))
  static var edition: Int { 2 }

  static let begun = DispatchSemaphore(value: 0)
  static let mayEnd = DispatchSemaphore(value: 0)

  static func lift(_ body: JSONReader, from edition: Int) throws -> [UInt8]? {
    begun.signal()
    _ = mayEnd.wait(timeout: .now() + 60)
    return nil
  }

  static func hasBegun() async {
    await withCheckedContinuation { go in
      Thread.detachNewThread {
        _ = begun.wait(timeout: .now() + 60)
        go.resume()
      }
    }
  }
}

/// One store opened twice, as two processes have it; the second does not wait long for its turn.
private enum TwoDoors {
  static func use(
    _ engine: Engine, _ body: (any RecordStore, any RecordStore) async throws -> Void
  ) async throws {
    if engine == .postgres {
      return try await PostgresServer.use { first in
        let schema = try await first.read { try $0.texts("SELECT current_schema()")[0] }
        var limits = PostgresServer.patient
        limits.lock = .milliseconds(200)
        let second = try PostgresDatabase(PostgresServer.address(), schema: schema, limits: limits)
        try await body(first, second)
        try await second.close()
      }
    }
    let path = NSTemporaryDirectory() + "/\(UUID().uuidString).sqlite"
    let (first, second) = (try SQLiteDatabase(path: path), try SQLiteDatabase(path: path, patience: 0.2))
    try await body(first, second)
    try await first.close()
    try await second.close()
  }
}
