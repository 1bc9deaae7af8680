public import Kernel

/// An entry of a treaty's annex: a product, a process, an element of a national plan.
public struct AnnexListing: Record {
  public var id: ID
  public var annex: String
  public var part: String?
  public var amendment: String?
  public var year: When?
  public var rule: String?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "annex-listing", AnnexListing.init,
    Field("id", \.id),
    Field("annex", \.annex, .notEmpty),
    Field("part", \.part),
    Field("amendment", \.amendment),
    Field("year", \.year),
    Field("rule", \.rule),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
