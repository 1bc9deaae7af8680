public import Kernel

/// Someone who acts for a partner or a body. How to reach them is no part of the record: see `Contact` in Store.
public struct Person: Record {
  public var id: ID
  public var partner: Partner.ID?
  public var body: Body.ID?
  public var role: String?
  /// Set when the contact data were erased at the person's wish.
  public var isErased: Bool

  public static let schema = Schema(
    "person", Person.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("body", \.body),
    Field("role", \.role),
    Field("is_erased", \.isErased))
  /// Persons are nobody's business but the partnership's.
  public static var sight: Sight { .insiders }
  public static var plural: String { "people" }
}
