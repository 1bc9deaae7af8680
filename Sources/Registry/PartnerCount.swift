public import Kernel

/// How many partners there were: a statement of a source, never a count of ours. A breakdown names its whole.
public struct PartnerCount: Record {
  public var id: ID
  public var date: When
  public var count: Figure
  public var partOf: PartnerCount.ID?
  public var category: String?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "partner-count", PartnerCount.init,
    Field("id", \.id),
    Field("date", \.date),
    Field("count", \.count),
    Field("part_of", \.partOf),
    Field("category", \.category, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
