public import Kernel
public import Store

/// What a capability brings to the whole: the kinds it keeps, what people do with them, which part of a charter it takes up,
/// and what it keeps and does beside the journal. Who sees a kind stands at the kind; its pages stand in the portal's folder
/// of the same name, since a capability knows no web.
public struct Capability: Sendable {
  public let name: String
  /// The blocks at the top of a charter that it takes up: `areas`, `membership`.
  public let charter: [String]
  /// A kind stands after those it refers to.
  public let records: [any Record.Type]
  /// What is kept beside the journal.
  public let sideTables: [SideTable]
  /// What is done about acts after they were committed.
  public let followers: [Follower]
  private let declared: @Sendable () -> [any DeclaredVerb]
  private let asked: @Sendable () -> [any DeclaredKeeping]

  public var verbs: [any DeclaredVerb] { declared() }
  /// What a kind asks of every new or corrected record, where that is more than its schema.
  public var keepings: [any DeclaredKeeping] { asked() }

  /// - Parameters:
  ///   - verbs: made when first asked for: who only reads does not wait for what they would take in.
  ///   - keepings: the same.
  public init(
    _ name: String, charter: [String] = [], records: [any Record.Type],
    verbs: @autoclosure @escaping @Sendable () -> [any DeclaredVerb] = [],
    keepings: @autoclosure @escaping @Sendable () -> [any DeclaredKeeping] = [],
    sideTables: [SideTable] = [], followers: [Follower] = []
  ) {
    self.name = name
    self.charter = charter
    self.records = records
    self.sideTables = sideTables
    self.followers = followers
    declared = verbs
    asked = keepings
  }
}
