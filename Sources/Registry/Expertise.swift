public import Kernel
public import Store

/// What a partner or a person knows about, for routing questions. Shown only with consent (A8d).
public struct Expertise: Record {
  public var id: ID
  public var partner: Partner.ID?
  public var person: Person.ID?
  public var topic: String
  public var area: Area.ID?
  public var hasConsent: Bool
  public var text: Translated?

  public static let schema = Schema(
    "expertise", Expertise.init,
    Field("id", \.id),
    Field("partner", \.partner, indexed: true),
    Field("person", \.person),
    Field("topic", \.topic, .notEmpty, indexed: true),
    Field("area", \.area),
    Field("has_consent", \.hasConsent),
    Field("text", \.text))
  public static var plural: String { "expertise" }
  /// Who did not consent must not appear in a list, so the kind has a query of its own.
  public static var audience: Audience { .insiders }
}

extension Connection {
  /// Who knows about what, by topic: those who let it be shown.
  public func experts() throws -> [Expertise] {
    try all(Expertise.self, "WHERE has_consent = 1 ORDER BY topic, id")
  }
}
