public import Kernel

/// A number as its source prints it, with its wording: the fixture that nothing of the note is lost.
public struct StatedNumber: Record {
  public var id: ID
  /// The paragraph of the note it stands in, or the id of the source.
  public var paragraph: String
  public var form: String
  public var value: String
  public var low: String?
  public var high: String?
  public var unit: String?
  public var asWritten: String?
  public var wording: String?
  public var subject: String?
  public var disagreement: Disagreement.ID?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "stated-number", StatedNumber.init,
    Field("id", \.id),
    Field("paragraph", \.paragraph, .notEmpty),
    Field("form", \.form, .word),
    Field("value", \.value),
    Field("low", \.low),
    Field("high", \.high),
    Field("unit", \.unit),
    Field("as_written", \.asWritten),
    Field("wording", \.wording, .word),
    Field("subject", \.subject),
    Field("disagreement", \.disagreement),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
