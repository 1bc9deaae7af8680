public import Kernel
internal import Wording

/// What came of a ballot, with every step of its arithmetic.
public struct BallotResult: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case carried
    case notCarried = "not-carried"
    case noQuorum = "no-quorum"
    /// As many for as against, and the charter does not say what follows, or who would decide did not vote.
    case tie
    /// This rule does not end the matter; `fallback` names the one that follows.
    case fallbackNeeded = "fallback-needed"
    /// It is too early to count.
    case deadlineOpen = "deadline-open"
    /// It is too late to vote.
    case outOfTime = "out-of-time"
  }
  public let rule: String
  public let outcome: Outcome
  public let effect: DecisionRule.Effect
  public let fallback: String?
  /// The last day of a deadline that runs, or on which a second ballot may be held.
  public let until: Day?
  public let steps: [BallotStep]
}

/// One line of the arithmetic, for a person and for a program.
public struct BallotStep: Sendable, Hashable {
  /// What the line is: counted-out, proxy-void, weight, votes, quorum, pass, tie, objection, outcome ...
  public let code: String
  /// The voter, chamber or sub-chamber it is about; nil for the whole.
  public let about: String?
  /// Numerator and denominator of a comparison, in votes or in points of the whole vote.
  public let part: String?
  public let whole: String?
  public let threshold: Threshold?
  public let holds: Bool?
  /// The line as people read it.
  public let text: Translated
}

/// The lines of one count, in the order they were reached.
struct BallotSteps {
  private(set) var list: [BallotStep] = []

  mutating func add(
    _ code: String, about: String? = nil, part: Natural? = nil, whole: Natural? = nil,
    threshold: Threshold? = nil, holds: Bool? = nil, _ line: Phrase
  ) {
    list.append(
      BallotStep(
        code: code, about: about, part: part?.description, whole: whole?.description, threshold: threshold,
        holds: holds, text: line.translated))
  }
}
