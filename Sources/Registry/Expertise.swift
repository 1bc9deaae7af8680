public import Kernel

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
    Field("partner", \.partner),
    Field("person", \.person, sight: .insiders),
    Field("topic", \.topic, .notEmpty, indexed: true),
    Field("area", \.area),
    Field("has_consent", \.hasConsent, indexed: true),
    Field("text", \.text))
  public static var plural: String { "expertise" }
  /// Who did not consent stands in no list but the partnership's own.
  public static var sight: Sight { .either([.consent("has_consent"), .insiders]) }
}
