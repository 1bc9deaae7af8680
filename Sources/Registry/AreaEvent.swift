public import Kernel

/// What is known of the birth and end of an area or topic.
public struct AreaEvent: Record {
  public var id: ID
  /// An area or a topic.
  public var area: String
  public var event: String
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "area-event", AreaEvent.init,
    Field("id", \.id),
    Field("area", \.area, .word),
    Field("event", \.event, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
