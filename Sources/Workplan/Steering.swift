public import Kernel
public import Governance

/// A decision of the advisory group to steer the partnership, with the news that caused it.
public struct Steering: Record {
  public var id: ID
  public var news: News.ID
  public var decision: Decision.ID?
  public var areas: [String]
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "steering", Steering.init,
    Field("id", \.id),
    Field("news", \.news),
    Field("decision", \.decision),
    Field("areas", \.areas),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var plural: String { "steerings" }
}
