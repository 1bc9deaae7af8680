public import Kernel
public import Registry

/// How another partnership is tied to a treaty, and who pays and hears from each side.
public struct Interaction: Record {
  public var id: ID
  public var partnership: Partnership.ID?
  public var treaty: Treaty.ID?
  /// created-after-treaty, during-negotiation, older-than-treaty: which came first (A13, A16, A21).
  public var timeRelation: String?
  public var modality: String?
  /// What the tie rests on: a legal basis, an agreement, or the exemption it arises from.
  public var basis: String?
  /// Whether it is a means of carrying out the treaty that complements it (A19).
  public var isComplement: Bool?
  public var reportsTo: String?
  public var treatySideReportsTo: String?
  public var paidBy: String?
  public var treatySidePaidBy: String?
  public var functions: [String]
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "interaction", Interaction.init,
    Field("id", \.id),
    Field("partnership", \.partnership),
    Field("treaty", \.treaty),
    Field("time_relation", \.timeRelation, .word),
    Field("modality", \.modality, .word),
    Field("basis", \.basis, .word),
    Field("is_complement", \.isComplement),
    Field("reports_to", \.reportsTo, .word),
    Field("treaty_side_reports_to", \.treatySideReportsTo, .word),
    Field("paid_by", \.paidBy),
    Field("treaty_side_paid_by", \.treatySidePaidBy),
    Field("functions", \.functions),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
