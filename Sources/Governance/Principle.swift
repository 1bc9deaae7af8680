public import Kernel

/// A principle by which the partnership works, and the block of the charter that carries it.
public struct Principle: Record {
  public var id: ID
  public var letter: String
  public var enforcedBy: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "principle", Principle.init,
    Field("id", \.id),
    Field("letter", \.letter, .notEmpty),
    Field("enforced_by", \.enforcedBy, .notEmpty),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
