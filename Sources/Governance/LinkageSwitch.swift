public import Kernel

/// From a day on another option of the charter is in force than its edition says, because a body that may decide it did.
///
/// The edition itself stays as it was adopted. A later edition says its own linkage and ends the switch.
public struct LinkageSwitch: Record {
  public var id: ID
  /// The partnership: `gmp`.
  public var charter: String
  /// The option of the charter, by its id.
  public var option: String
  /// The option in force until then; nil where the linkage had terms of its own.
  public var before: String?
  public var since: Day
  /// The decisions that put it in force, one of each body that has to decide.
  public var decisions: [Decision.ID]

  public static let schema = Schema(
    "linkage-switch", LinkageSwitch.init,
    Field("id", \.id),
    Field("charter", \.charter, .word),
    Field("option", \.option, .word),
    Field("before", \.before, .word),
    Field("since", \.since),
    Field("decisions", \.decisions))
  public static var plural: String { "linkage-switches" }
  public static var validity: Validity { .since("since") }
}
