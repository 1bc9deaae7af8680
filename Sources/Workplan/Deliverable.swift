public import Kernel
public import Governance

/// What an activity hands over.
public struct Deliverable: Record {
  public var id: ID
  public var activity: Activity.ID
  public var document: Document.ID?
  public var title: Translated
  public var due: When?
  public var delivered: When?
  public var provenance: Provenance

  public static let schema = Schema(
    "deliverable", Deliverable.init,
    Field("id", \.id),
    Field("activity", \.activity),
    Field("document", \.document),
    Field("title", \.title),
    Field("due", \.due),
    Field("delivered", \.delivered),
    Field("provenance", \.provenance))
}
