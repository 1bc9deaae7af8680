public import Kernel
public import Governance

/// A piece of news from the negotiation or the treaty that the advisory group is told of.
public struct News: Record {
  public var id: ID
  public var date: When
  public var session: Session.ID?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "news", News.init,
    Field("id", \.id),
    Field("date", \.date),
    Field("session", \.session),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var plural: String { "news" }
  public static var validity: Validity { .since("date") }
}
