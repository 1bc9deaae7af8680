public import Kernel

/// A cause that a source gives for something, stated or only possible.
public struct Cause: Record {
  public enum Strength: String, Code { case stated, possible }
  public var id: ID
  /// The statement or uncertainty it explains.
  public var explains: String
  public var strength: Strength
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "cause", Cause.init,
    Field("id", \.id),
    Field("explains", \.explains, .word),
    Field("strength", \.strength),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
