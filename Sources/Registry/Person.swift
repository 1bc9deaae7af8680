public import Kernel
public import Store

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
    Field("partner", \.partner, indexed: true),
    Field("body", \.body, indexed: true),
    Field("role", \.role),
    Field("is_erased", \.isErased))
  /// Persons are nobody's business but the partnership's.
  public static var audience: Audience { .insiders }
  public static var plural: String { "people" }

  /// Forgets how to reach a person, and what they did for whom. What remains, here and in the journal, is an id.
  ///
  /// - Returns: whether there was contact data to erase.
  @discardableResult
  public static func erase(
    _ id: ID, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Bool {
    guard let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no person \u{201C}\(id)\u{201D}")
    }
    let erased = Person(id: id, partner: nil, body: nil, role: nil, isErased: true)
    try Journal(connection, stamp).append(erased, intent, after: version)
    return try connection.eraseContact(of: id.text)
  }
}
