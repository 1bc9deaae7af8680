public import Kernel

/// Something that rests on a legal basis.
public struct LegalBasisUse: Record {
  public var id: ID
  public var base: LegalBasis.ID
  public var usedFor: String
  /// nature, request, mandate, definition, support
  public var form: String
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "legal-basis-use", LegalBasisUse.init,
    Field("id", \.id),
    Field("base", \.base),
    Field("used_for", \.usedFor, .word),
    Field("form", \.form, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
