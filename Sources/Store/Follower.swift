public import Kernel

/// Something that is done about acts after they were committed: letters, a search index, feeds.
///
/// It reads the journal from a cursor, at its own pace, so no act ever waits for it. Every act is given to it at least
/// once, in order: where a process dies between the work and the moving of the cursor, the work is done again, so what
/// it does must bear doing twice. One process at a time does it, held by a lease.
public struct Follower: Sendable {
  /// Where it begins in a journal that it has never followed.
  public enum Beginning: Sendable {
    case firstAct
    /// With what is recorded from now on: nobody is written to about acts of years ago.
    case nextAct
  }

  public let name: String
  let from: Beginning
  /// How many acts it is given at most at a time.
  let batch: Int
  /// How long a process may be silent before another takes over.
  let lease: Duration
  let work: @Sendable ([Act], any RecordStore) async throws -> Void

  /// - Parameter work: what it does about acts. It holds no lock; what it writes, it writes in transactions of its own.
  public init(
    _ name: String, from: Beginning, batch: Int = 100, lease: Duration = .seconds(60),
    _ work: @escaping @Sendable ([Act], any RecordStore) async throws -> Void
  ) {
    self.name = name
    self.from = from
    self.batch = batch
    self.lease = lease
    self.work = work
  }
}

/// How far a follower has come, and who is at it.
public struct FollowerState: Sendable {
  public let name: String
  /// The last act that was done.
  public let seq: Int
  let runner: String?
  let until: Int?
  /// How often the next acts failed in a row.
  public let failures: Int
  let retryAt: Int?
  /// The reason of the last failure.
  public let trouble: String?

  static let table = SideTable(
    "follower", inBackup: .copied, onRebuild: .kept, onErasure: .holdsNobody,
    Migration(
      .create(
        [
          SideColumn("name", .text), SideColumn("seq", .integer),
          SideColumn("runner", .text, isRequired: false),
          SideColumn("until", .integer, isRequired: false), SideColumn("failures", .integer),
          SideColumn("retry_at", .integer, isRequired: false),
          SideColumn("trouble", .text, isRequired: false),
        ], key: ["name"])))
}

extension Connection {
  /// Every follower that has ever run on this store.
  public func followers() throws -> [FollowerState] {
    try rows("SELECT name, seq, runner, until, failures, retry_at, trouble FROM follower ORDER BY name") {
      FollowerState(
        name: try $0.text(), seq: try $0.integer(), runner: try String?(row: $0), until: try Int?(row: $0),
        failures: try $0.integer(), retryAt: try Int?(row: $0), trouble: try String?(row: $0))
    }
  }

  /// Acts behind one, oldest first.
  public func acts(after seq: Int, limit: Int) throws -> [Act] {
    try rows("SELECT * FROM act WHERE seq > \(seq) ORDER BY seq LIMIT \(limit)") { try Act(row: $0) }
  }
}
