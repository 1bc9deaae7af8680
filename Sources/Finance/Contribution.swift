public import Kernel
public import Registry

/// What a donor gave in a cycle: in cash or in kind.
public struct Contribution: Record {
  public var id: ID
  public var donor: String
  public var partner: Partner.ID?
  /// A main sector of the charter.
  public var sector: String
  public var amount: Money
  /// How something in kind was valued.
  public var valuation: String?
  public var window: Window.ID?
  public var cycle: String
  public var earmark: Area.ID?
  public var provenance: Provenance

  public static let schema = Schema(
    "contribution", Contribution.init,
    Field("id", \.id),
    Field("donor", \.donor, .notEmpty),
    Field("partner", \.partner),
    Field("sector", \.sector, .word),
    Field("amount", \.amount),
    Field("valuation", \.valuation),
    Field("window", \.window),
    Field("cycle", \.cycle, .word),
    Field("earmark", \.earmark),
    Field("provenance", \.provenance))
}
