public import Kernel

/// A weakness or an uncertainty, and who stated it.
public struct Uncertainty: Record {
  public enum Form: String, Code { case weakness, uncertainty }
  public var id: ID
  public var form: Form
  public var about: String
  public var isMain: Bool
  /// A body, or the partnership; nil where the source names nobody.
  public var statedBy: String?
  public var date: When?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "uncertainty", Uncertainty.init,
    Field("id", \.id),
    Field("form", \.form),
    Field("about", \.about, .word),
    Field("is_main", \.isMain),
    Field("stated_by", \.statedBy, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
