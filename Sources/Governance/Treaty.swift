public import Kernel

/// A treaty, and whether its text mentions partnerships or says how it is to be carried out.
public struct Treaty: Record {
  public var id: ID
  public var name: Translated
  public var sector: String?
  public var adopted: When?
  public var inForce: When?
  /// yes, no, general-statement, undecided or unknown
  public var mentionsPartnerships: String
  /// fact, general or unknown
  public var mentionsBasis: String?
  public var saysHowToImplement: String?
  public var implementBasis: String?
  /// before, after or during the negotiation
  public var partnershipsCame: String?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "treaty", Treaty.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("sector", \.sector, .word),
    Field("adopted", \.adopted),
    Field("in_force", \.inForce),
    Field("mentions_partnerships", \.mentionsPartnerships, .word),
    Field("mentions_basis", \.mentionsBasis, .word),
    Field("says_how_to_implement", \.saysHowToImplement, .word),
    Field("implement_basis", \.implementBasis, .word),
    Field("partnerships_came", \.partnershipsCame, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var plural: String { "treaties" }
}
