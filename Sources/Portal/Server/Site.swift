internal import Governance
public import Kernel
public import Store

/// One partnership as the web sees it: where its records are and which kinds there are.
public struct Site: Sendable {
  public let database: any Database
  /// Every kind, in the order of the capabilities.
  public let kinds: [any Record.Type]
  public let today: @Sendable () -> Day
  let charters = CharterBook()
  let counts = CountBook()

  public init(
    database: any Database, kinds: [any Record.Type], today: @escaping @Sendable () -> Day
  ) {
    self.database = database
    self.kinds = kinds
    self.today = today
  }

  var publicKinds: [any Record.Type] { kinds.filter { $0.audience == .everyone } }

  func kind(plural: String) -> (any Record.Type)? { publicKinds.first { $0.plural == plural } }
  func kind(named name: String) -> (any Record.Type)? { publicKinds.first { $0.kind == name } }
}
