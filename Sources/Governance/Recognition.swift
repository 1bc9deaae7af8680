public import Kernel
public import Registry

/// Who recognised the partnership, and on which paragraph.
public struct Recognition: Record {
  public var id: ID
  public var byBody: Body.ID
  public var legalBasis: LegalBasis.ID?
  public var of: String
  /// Whether the place of the footnote mark was lost.
  public var isPositionUncertain: Bool
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "recognition", Recognition.init,
    Field("id", \.id),
    Field("by_body", \.byBody),
    Field("legal_basis", \.legalBasis),
    Field("of", \.of, .word),
    Field("is_position_uncertain", \.isPositionUncertain),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
