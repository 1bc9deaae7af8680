public import Kernel
public import Registry

/// How another partnership is tied to a treaty, and who pays and hears from each side.
public struct Interaction: Record {
  public var id: ID
  public var partnership: Partnership.ID?
  public var treaty: Treaty.ID?
  public var timeRelation: String?
  public var modality: String?
  public var basis: String?
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
    Field("reports_to", \.reportsTo, .word),
    Field("treaty_side_reports_to", \.treatySideReportsTo, .word),
    Field("paid_by", \.paidBy),
    Field("treaty_side_paid_by", \.treatySidePaidBy),
    Field("functions", \.functions),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
