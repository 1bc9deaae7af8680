public import Kernel

/// One thing that moves when another option is put in force.
public struct LinkageMove: Composed {
  public enum Sort: String, Code {
    /// The tie of a part to a treaty body.
    case tie
    /// Where the report on a part goes.
    case report
    /// Who may do or decide something about a part.
    case right
    /// A record that is routed, opened or closed.
    case record
  }
  public enum State: String, Code {
    /// The body it would go to does not exist on the day.
    case bodyNotYet = "body-not-yet"
    /// The charter does not say what it would be.
    case notStated = "not-stated"
    case needsDecision = "needs-decision"
    /// A treaty provision would have to be written.
    case needsText = "needs-text"
    case moves
  }
  public var sort: Sort
  /// The record, as `kind/id`; nil for a tie or a right, which no record holds.
  public var record: String?
  /// The part it is about; `default` for the whole.
  public var part: String
  public var question: Question
  public var from: [[String]]
  public var to: [[String]]
  public var state: State

  public static let schema = Schema(
    "linkage-move", LinkageMove.init(sort:record:part:question:from:to:state:),
    Field("sort", \.sort),
    Field("record", \.record),
    Field("part", \.part),
    Field("question", \.question),
    Field("from", \.from),
    Field("to", \.to),
    Field("state", \.state))
}
