public import Kernel

/// What a treaty asks of a Party, by article.
public struct TreatyDuty: Record {
  public var id: ID
  public var treaty: Treaty.ID
  public var article: String
  public var subject: String
  /// A nature of the charter: binding, voluntary-party ...
  public var nature: String
  /// parties-together for what Parties owe as one: a committee, an evaluation. Nil: each Party owes it.
  public var owedBy: String?
  /// By when or how often, counted from entry into force for the Party.
  public var due: Translated?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "treaty-duty", TreatyDuty.init,
    Field("id", \.id),
    Field("treaty", \.treaty),
    Field("article", \.article, .notEmpty),
    Field("subject", \.subject, .notEmpty),
    Field("nature", \.nature, .word),
    Field("owed_by", \.owedBy, .word),
    Field("due", \.due),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
