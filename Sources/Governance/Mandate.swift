public import Kernel
public import Registry

/// A body's mandate for a process, and the office that runs it. One office may run two; drafts stay apart
/// (A10).
public struct Mandate: Record {
  public var id: ID
  public var body: Body.ID
  public var process: String
  public var legalBasis: LegalBasis.ID?
  public var runBy: Body.ID?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "mandate", Mandate.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("process", \.process, .word),
    Field("legal_basis", \.legalBasis),
    Field("run_by", \.runBy),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
