public import Kernel

/// A post of the secretariat: grade, since when, who pays, what for.
public struct Post: Record {
  public var id: ID
  public var grade: String
  public var period: Period
  public var funder: Window.ID?
  /// How sure the funder is.
  public var funderQualifier: Qualifier?
  /// The part of a full working time, above 0 to 1; nil where no source states it (A3).
  public var fullTimeShare: Double?
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
    Field("full_time_share", \.fullTimeShare, .share),
    Field("purpose", \.purpose),
    Field("wording", \.wording),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}

extension Rule where Value == Double? {
  /// A part of a whole: above 0 to 1.
  static var share: Rule {
    Rule(
      Refusal("share"),
      sql: { "\($0) IS NULL OR (\($0) > 0 AND \($0) <= 1)" }
    ) { $0.map { 0 < $0 && $0 <= 1 } ?? true }
  }
}
