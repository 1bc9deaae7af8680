public import Acting
internal import Finance
internal import Governance
public import Kernel
internal import Proofs
internal import Registry
internal import Reporting
public import Store
internal import Web
internal import Workplan

/// What Entente can keep and do: the one list of every capability.
public enum Capabilities {
  public static let all: [Capability] = [
    RegistryCapability.capability, GovernanceCapability.capability, WorkplanCapability.capability,
    FinanceCapability.capability, ReportingCapability.capability,
  ]

  /// Everything that people do, with who may.
  public static let verbs = VerbBook(all)

  public static var records: [any Record.Type] { verbs.records }

  /// What is kept beside the journal: what the store keeps itself, the tree over its acts, then what capabilities do.
  public static let sideTables = SideTable.ofStore + [KeptTree.table] + all.flatMap(\.sideTables)

  public static let projection = Projection(records, beside: sideTables, version: Version.current)

  /// What is done about acts after they were committed.
  public static let followers: [Follower] = [KeptTree.follower] + all.flatMap(\.followers)

  /// The verbs as an API that writes would have them, described for machines.
  public static var writingAPI: [UInt8] { WritingAPI.document(verbs, version: Version.current) }

  /// The kind by its name or its plural, as people type it.
  public static func kind(_ word: String) throws -> any Record.Type {
    if let type = records.first(where: { $0.kind == word || $0.plural == word }) { return type }
    let names = records.map { $0.plural }.sorted()
    throw Refusal("unknown-kind", ["kind": "\(word.prefix(60))", "known": .list(names)])
  }
}
