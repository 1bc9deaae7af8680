public import Kernel

/// A plant or site of an inventory.
public struct Facility: Record {
  public var id: ID
  public var inventory: Inventory.ID?
  public var name: String
  public var country: Country
  public var place: String?
  public var process: String?
  public var capacity: Figure?
  public var status: String?
  public var date: When?
  public var provenance: Provenance

  public static let schema = Schema(
    "facility", Facility.init,
    Field("id", \.id),
    Field("inventory", \.inventory),
    Field("name", \.name, .notEmpty),
    Field("country", \.country),
    Field("place", \.place),
    Field("process", \.process),
    Field("capacity", \.capacity),
    Field("status", \.status, .word),
    Field("date", \.date),
    Field("provenance", \.provenance))
}
