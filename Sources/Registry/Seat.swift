public import Kernel

/// Who held a chair or a lead, and when: organisations; a person stands in `Person`.
public struct Seat: Record {
  public var id: ID
  public var body: Body.ID
  /// co-chair, lead, member ...
  public var role: String
  public var holder: String
  /// The area of a lead.
  public var area: Area.ID?
  public var period: Period
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "seat", Seat.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("role", \.role, .word),
    Field("holder", \.holder, .notEmpty),
    Field("area", \.area),
    Field("period", \.period),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
