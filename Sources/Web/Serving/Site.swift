public import Acting
public import Governance
public import Kernel
public import Store
internal import Telling

/// One partnership as the web sees it: where its records are, which kinds and pages there are.
public struct Site: Sendable {
  public let database: any RecordStore
  /// Everything that people do, with the kinds that it is done to.
  public let verbs: VerbBook
  public let pages: PageBook
  public let today: @Sendable () -> Day
  /// Where it stands on its host: nothing where it is served alone, else its name.
  public let base: [String]
  public let charters = CharterBook()
  /// What everyone may see, asked for by every page: found once.
  private let publicKinds: [any Record.Type]
  public let counts = CountBook()
  let replies = ReplyBook()

  public init(
    database: any RecordStore, verbs: VerbBook, pages: PageBook, today: @escaping @Sendable () -> Day,
    at base: [String] = []
  ) {
    self.database = database
    self.verbs = verbs
    self.pages = pages
    self.today = today
    self.base = base
    publicKinds = verbs.records.filter { $0.sight.mayShow(to: .anyone) }
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
