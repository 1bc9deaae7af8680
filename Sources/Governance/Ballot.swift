public import Kernel

/// What one voter said on a motion, itself or through a proxy.
public struct Ballot: Record {
  public enum Choice: String, Code { case yes, no, abstain, absent, objects }
  public var id: ID
  public var motion: Motion.ID
  /// Which ballot on the motion; see `Motion.round`.
  public var round: Int
  /// The member whose vote it is.
  public var voter: String
  public var choice: Choice
  /// Who cast it by proxy; nil where the voter did.
  public var holder: String?
  /// An interest in the matter that the voter declared.
  public var interest: String?
  public var day: Day?
  /// The day an objection was withdrawn.
  public var withdrawn: Day?
  public var provenance: Provenance

  public static let schema = Schema(
    "ballot", Ballot.init,
    Field("id", \.id),
    Field("motion", \.motion),
    Field("round", \.round, .within(1...9)),
    Field("voter", \.voter, .word),
    Field("choice", \.choice),
    Field("holder", \.holder, .word),
    Field("interest", \.interest),
    Field("day", \.day),
    Field("withdrawn", \.withdrawn),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("day") }
}
