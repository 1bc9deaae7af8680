public import Kernel

/// A dated event of the partnership's history or of what surrounds it.
public struct Milestone: Record {
  public var id: ID
  public var date: When?
  public var subject: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "milestone", Milestone.init,
    Field("id", \.id),
    Field("date", \.date),
    Field("subject", \.subject, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
