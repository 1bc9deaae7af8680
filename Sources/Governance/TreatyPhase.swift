public import Kernel

/// A phase of a treaty's life and the day it began; from the charter. A new phase leaves the old ones as
/// they were.
public struct TreatyPhase: Record {
  public var id: ID
  public var treaty: Treaty.ID
  /// negotiating, adopted or in-force
  public var phase: String
  public var since: When
  public var provenance: Provenance

  public static let schema = Schema(
    "treaty-phase", TreatyPhase.init,
    Field("id", \.id),
    Field("treaty", \.treaty),
    Field("phase", \.phase, .word),
    Field("since", \.since),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("since") }

  /// The phases as a treaty goes through them.
  public static let order = ["negotiating", "adopted", "in-force"]
}
