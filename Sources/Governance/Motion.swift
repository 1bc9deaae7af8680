public import Kernel
public import Registry

/// A text put to a body for decision: who stands behind it, under which rule it is decided, what came of it and how that
/// was counted.
public struct Motion: Moving {
  public enum State: String, Code { case proposed, seconded, open, decided, lapsed, withdrawn }
  /// How the last count ended; see `BallotResult`.
  public enum Outcome: String, Code {
    case carried
    case notCarried = "not-carried"
    case noQuorum = "no-quorum"
    case tie
    case fallbackNeeded = "fallback-needed"
    case deadlineOpen = "deadline-open"
    case outOfTime = "out-of-time"
  }
  public var id: ID
  public var body: Body.ID
  public var session: Session.ID?
  /// What it is about, in the words of the charter's `who-decides`.
  public var subject: String
  /// The class of motion, where the charter tells them apart: statutory, policy.
  public var form: String?
  public var text: Translated
  /// Members by id.
  public var proposers: [String]
  public var seconders: [String]
  /// The rule of the charter it is decided by; the fallback once that is needed.
  public var rule: String
  /// Counts the ballots: 2 after a fallback, a tie or no quorum.
  public var round: Int
  public var opened: Day?
  /// The last change of the text after it was opened.
  public var changed: Day?
  public var counted: Day?
  /// The day of the ballot that found no quorum, where a second one may follow.
  public var firstBallot: Day?
  /// The last day for a second ballot.
  public var until: Day?
  public var outcome: Outcome?
  /// Whether the result is advice and binds nobody.
  public var isAdvisory: Bool
  /// Every line of the count, in the order it was reached.
  public var arithmetic: [Translated]
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "motion", Motion.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("session", \.session),
    Field("subject", \.subject, .word),
    Field("form", \.form, .word),
    Field("text", \.text),
    Field("proposers", \.proposers),
    Field("seconders", \.seconders),
    Field("rule", \.rule, .word),
    Field("round", \.round, .within(1...9)),
    Field("opened", \.opened),
    Field("changed", \.changed),
    Field("counted", \.counted),
    Field("first_ballot", \.firstBallot),
    Field("until", \.until),
    Field("outcome", \.outcome),
    Field("is_advisory", \.isAdvisory),
    Field("arithmetic", \.arithmetic),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("opened") }

  /// Whether it changed something.
  public var isBinding: Bool { state == .decided && outcome == .carried && !isAdvisory }
}
