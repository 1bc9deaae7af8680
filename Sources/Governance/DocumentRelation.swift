public import Kernel

/// How one document stands to another: annexed to, based on, in support of, answers.
public struct DocumentRelation: Record {
  public var id: ID
  public var document: Document.ID
  public var relation: String
  /// A document, a request or a decision.
  public var target: String
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "document-relation", DocumentRelation.init,
    Field("id", \.id),
    Field("document", \.document),
    Field("relation", \.relation, .word),
    Field("target", \.target, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
