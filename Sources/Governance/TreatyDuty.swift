public import Kernel

/// What a treaty asks of a Party, by article.
public struct TreatyDuty: Record {
  public var id: ID
  public var treaty: Treaty.ID
  public var article: String
  public var subject: String
  /// A nature of the charter: binding, voluntary-party ...
  public var nature: String
  public var due: String?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "treaty-duty", TreatyDuty.init,
    Field("id", \.id),
    Field("treaty", \.treaty),
    Field("article", \.article, .notEmpty),
    Field("subject", \.subject, .notEmpty),
    Field("nature", \.nature, .word),
    Field("due", \.due),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
