public import Kernel

/// Something counted about a treaty on a date: Parties, signatories, decisions.
public struct TreatyMeasure: Record {
  public var id: ID
  public var treaty: Treaty.ID
  public var measure: String
  public var amount: Figure?
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "treaty-measure", TreatyMeasure.init,
    Field("id", \.id),
    Field("treaty", \.treaty),
    Field("measure", \.measure, .word),
    Field("amount", \.amount),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
