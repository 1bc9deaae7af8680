public import Kernel

/// How a partner came in where no letter was weighed: it signed a declaration, or its host appointed it.
public struct Joining: Record {
  public var id: ID
  public var partner: Partner.ID
  /// The area it joined; nil for the whole partnership.
  public var area: Area.ID?
  /// declaration or appointment
  public var document: String
  public var signed: Day
  /// Which group of signatories it belongs to, counted from 1.
  public var tranche: Int?
  /// Who appointed it.
  public var host: Body.ID?
  public var provenance: Provenance

  public static let schema = Schema(
    "joining", Joining.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("area", \.area),
    Field("document", \.document, .word),
    Field("signed", \.signed),
    Field("tranche", \.tranche),
    Field("host", \.host),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("signed") }

  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    if document == "appointment", host == nil {
      refusals.append(Refusal("host", field: "host"))
    }
    if let tranche, tranche < 1 {
      refusals.append(Refusal("tranche", field: "tranche"))
    }
    return refusals
  }
}
