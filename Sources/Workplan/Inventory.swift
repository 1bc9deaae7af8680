public import Kernel
public import Governance
public import Registry

/// An inventory as a product: of facilities or of projects. Its entries are `Facility` and `Activity`
/// records.
public struct Inventory: Record {
  public var id: ID
  /// facilities or projects
  public var form: String
  public var area: Area.ID
  public var activity: Activity.ID?
  public var document: Document.ID?
  /// The request it answered.
  public var request: Request.ID?
  public var recordsInSource: String?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "inventory", Inventory.init,
    Field("id", \.id),
    Field("form", \.form, .word),
    Field("area", \.area),
    Field("activity", \.activity),
    Field("document", \.document),
    Field("request", \.request),
    Field("records_in_source", \.recordsInSource, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
