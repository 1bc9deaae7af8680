public import Kernel

/// Sources that differ, both kept, and how the pages show it.
public struct Disagreement: Record {
  public var id: ID
  public var subject: String
  /// values, wording, silence ...
  public var form: String
  public var valueA: String
  public var sourceA: [String]
  public var valueB: String?
  public var sourceB: [String]
  public var shownAs: String
  public var text: Translated?
  public var verification: Verification

  public static let schema = Schema(
    "disagreement", Disagreement.init,
    Field("id", \.id),
    Field("subject", \.subject, .word),
    Field("form", \.form, .word),
    Field("value_a", \.valueA, .notEmpty),
    Field("source_a", \.sourceA),
    Field("value_b", \.valueB),
    Field("source_b", \.sourceB),
    Field("shown_as", \.shownAs, .notEmpty),
    Field("text", \.text),
    Field("verification", \.verification))
}
