public import Kernel

/// A post of the secretariat: grade, since when, who pays, what for.
public struct Post: Record {
  public var id: ID
  public var grade: String
  public var period: Period
  public var funder: Window.ID?
  /// How sure the funder is.
  public var funderQualifier: Qualifier?
  public var purpose: Translated
  /// Whether the holder was recruited or supported.
  public var wording: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "post", Post.init,
    Field("id", \.id),
    Field("grade", \.grade, .notEmpty),
    Field("period", \.period),
    Field("funder", \.funder),
    Field("funder_qualifier", \.funderQualifier),
    Field("purpose", \.purpose),
    Field("wording", \.wording),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
