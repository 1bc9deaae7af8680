public import Acting
public import Charters
public import Governance
public import Kernel
public import Proofs
public import Store
internal import Synchronization
internal import Telling

/// One partnership as the web sees it: where its records are, which kinds and pages there are.
public struct Site: Sendable {
  public let database: any RecordStore
  /// Everything that people do, with the kinds that it is done to.
  public let verbs: VerbBook
  public let pages: PageBook
  private let dayIn: @Sendable (DayZone) -> Day
  /// Where it stands on its host: nothing where it is served alone, else its name.
  public let base: [String]
  public let charters = CharterBook()
  /// What everyone may see, asked for by every page: found once.
  private let publicKinds: [any Record.Type]
  public let counts = CountBook()
  /// Signs for the journal; nil where there is no key.
  public let signer: SignerKey?
  let replies = ReplyBook()
  private let zone = ZoneInForce()

  public init(
    database: any RecordStore, verbs: VerbBook, pages: PageBook, today: @escaping @Sendable (DayZone) -> Day,
    at base: [String] = [], signer: SignerKey? = nil
  ) {
    self.database = database
    self.signer = signer
    self.verbs = verbs
    self.pages = pages
    dayIn = today
    self.base = base
    publicKinds = verbs.records.filter { $0.sight.mayShow(to: .anyone) }
  }

  /// The day it is where the partnership's days begin.
  public func today() -> Day { dayIn(zone.current) }

  /// The number of the journal's last act, read before anything is answered. After an act another edition may be in force,
  /// with other days.
  func head(_ connection: any Connection) throws -> Int {
    let head = try connection.journalHead()
    if zone.head != head.seq {
      zone.set(try charters.zone(at: Moment(milliseconds: head.at), connection), at: head.seq)
    }
    return head.seq
  }

  /// `/gmp`, or nothing.
  public var prefix: String { base.map { "/\($0)" }.joined() }

  /// Every kind that a reader may see, in the order of the capabilities.
  public func kinds(for viewer: Viewer) -> [any Record.Type] {
    viewer == .anyone ? publicKinds : verbs.records.filter { $0.sight.mayShow(to: viewer) }
  }

  public func kind(plural: String, for viewer: Viewer) -> (any Record.Type)? {
    kinds(for: viewer).first { $0.plural == plural }
  }
}

/// The zone of the edition in force, as of an act.
private final class ZoneInForce: Sendable {
  private let kept = Mutex((head: -1, zone: DayZone.utc))
  var current: DayZone { kept.withLock { $0.zone } }
  var head: Int { kept.withLock { $0.head } }
  func set(_ zone: DayZone, at head: Int) { kept.withLock { $0 = (head, zone) } }
}
