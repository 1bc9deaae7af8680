public import Kernel

/// Anything that meets, decides, advises or receives reports: advisory group, conference, committee,
/// secretariat.
public struct Body: Record {
  public var id: ID
  public var name: Translated
  /// What kind of body it is, in the charter's words: advisory, treaty, secretariat ...
  public var role: String
  public var partOf: Body.ID?
  public var treaty: String?
  /// Which partnership or context it belongs to.
  public var scope: String?
  public var period: Period
  /// What it does.
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "body", Body.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("role", \.role, .word),
    Field("part_of", \.partOf),
    Field("treaty", \.treaty, .word),
    Field("scope", \.scope, .word),
    Field("period", \.period),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
