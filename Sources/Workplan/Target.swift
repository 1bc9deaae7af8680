public import Kernel
public import Registry

/// What an area aims at, and by when.
public struct Target: Record {
  public var id: ID
  public var area: Area.ID
  public var indicator: String
  public var amount: Figure?
  public var year: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "target", Target.init,
    Field("id", \.id),
    Field("area", \.area),
    Field("indicator", \.indicator, .word),
    Field("amount", \.amount),
    Field("year", \.year),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
