public import Kernel

/// Entities that a partner speaks for: counted apart from partners and never added to them.
public struct Representation: Record {
  public var id: ID
  public var partner: Partner.ID?
  /// What kind of partner speaks for others: association ...
  public var role: String
  /// One entity by name; the same name is counted once, whoever speaks for it.
  public var entity: String?
  /// Where the partner gives a number and no list.
  public var estimate: Figure?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "representation", Representation.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("role", \.role, .word),
    Field("entity", \.entity),
    Field("estimate", \.estimate),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
