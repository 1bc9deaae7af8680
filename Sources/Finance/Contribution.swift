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
  /// When it came in; nil where only its cycle is known.
  public var received: When? = nil
  /// The pledge it pays, in part or whole.
  public var pledge: Pledge.ID? = nil
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
    Field("cycle", \.cycle, .word, indexed: true),
    Field("earmark", \.earmark),
    Field("received", \.received),
    Field("pledge", \.pledge),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("received") }

  /// What is given in kind has a worth only by the way it was valued (A35).
  public var contradictions: [Refusal] {
    guard amount.kind == .inKind, valuation?.isEmpty ?? true else { return [] }
    return [
      Refusal("valuation", field: "valuation")
    ]
  }
}
