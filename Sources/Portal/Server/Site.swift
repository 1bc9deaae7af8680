public import Acting
internal import Governance
public import Kernel
public import Store

/// One partnership as the web sees it: where its records are and which kinds there are.
public struct Site: Sendable {
  public let database: any Database
  /// Everything that people do, with the kinds that it is done to.
  public let verbs: VerbBook
  public let today: @Sendable () -> Day
  /// Where it stands on its host: nothing where it is served alone, else its name.
  public let base: [String]
  let charters = CharterBook()
  let counts = CountBook()
  let replies = ReplyBook()

  public init(
    database: any Database, verbs: VerbBook, today: @escaping @Sendable () -> Day,
    at base: [String] = []
  ) {
    self.database = database
    self.verbs = verbs
    self.today = today
    self.base = base
  }

  /// `/gmp`, or nothing.
  var prefix: String { base.map { "/\($0)" }.joined() }

  /// Every kind, in the order of the capabilities.
  public var kinds: [any Record.Type] { verbs.records }

  var publicKinds: [any Record.Type] { kinds.filter { $0.audience == .everyone } }

  func kind(plural: String) -> (any Record.Type)? { publicKinds.first { $0.plural == plural } }
  func kind(named name: String) -> (any Record.Type)? { publicKinds.first { $0.kind == name } }
}
