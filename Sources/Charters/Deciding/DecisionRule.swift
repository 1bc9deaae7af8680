internal import Kernel

/// How a body comes to a decision, as its charter says: parameters, not code. Read from `decisions.rules`.
public struct DecisionRule: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Carried where nobody sustains an objection.
    case consensus
    /// Carried where nobody objects until a day.
    case silence
    case vote
    /// A vote in a body whose members the host appoints.
    case appointment
    /// The host decides alone.
    case host
    /// Not a way to decide: who must propose and second a motion before it is put.
    case admissibility
  }
  /// What a result does.
  public enum Effect: Sendable, Hashable {
    case binding
    /// It is advice, to a body where one is named.
    case advisory(to: String?)
  }
  public enum Tie: String, Sendable, Hashable, CaseIterable {
    case fails
    case chairDecides = "chair-decides"
    /// The charter does not say; the result is a tie.
    case notStated = "not-stated"
  }

  public let id: String
  public let kind: Kind
  /// The classes of matter it is for; empty for any.
  public let objects: [String]
  public let effect: Effect
  /// Effects that hold for one class of motion: statutory, policy.
  public let effects: [String: Effect]
  public let electorate: Electorate
  public let weights: Weights
  /// All of them must hold; none where there is no quorum.
  public let quorum: [Quorum]
  public let secondBallot: SecondBallot?
  /// All of them must hold.
  public let pass: [PassTest]
  public let tie: Tie
  /// Whether a test that has nothing to divide by holds.
  public let isPassedOnZeroBase: Bool
  public let isAbstentionCast: Bool
  public let host: String?
  public let isHostVeto: Bool
  public let chair: String?
  /// Whether consensus means that nobody at all is against.
  public let isUnanimity: Bool
  public let silence: Silence?
  /// The rule that follows where this one does not end the matter.
  public let fallback: String?
  /// Nil where votes may not be given by proxy.
  public let proxies: ProxyLimits?
  public let seconding: Seconding?
  /// Whether seats are filled by most votes under it; see `Election`.
  public let isForElections: Bool
  public let ground: Ground

  /// What a result does in a matter of a class.
  public func effect(on objectClass: String?) -> Effect { objectClass.flatMap { effects[$0] } ?? effect }
}

/// Who may vote under a rule.
public struct Electorate: Sendable, Hashable {
  public enum Interest: String, Sendable, Hashable, CaseIterable {
    /// A declared interest is told beside the result, and the vote counts.
    case shown
    case countedOut = "counted-out"
  }
  /// The category that votes; nil for any.
  public let category: String?
  /// Voters with a permanent seat, whatever their category.
  public let permanent: [String]
  /// Categories that may speak and do not vote.
  public let notCounted: [String]
  /// Whether several voters of one party have one vote together.
  public let isOnePerParty: Bool
  public let asksGoodStanding: Bool
  public let interest: Interest
}

/// How many votes of others one holder may cast.
public struct ProxyLimits: Sendable, Hashable {
  /// Nil for any number.
  public let organisations: Int?
  public let individuals: Int?
}

/// A silence procedure: a text is adopted unless somebody objects in time.
public struct Silence: Sendable, Hashable {
  public let days: Int
  /// Whether an objection on the last day is in time.
  public let isLastDayCounted: Bool
  /// Whether a changed text gives the whole time again.
  public let isRestartedByChange: Bool
}

/// What follows where there is no quorum.
public struct SecondBallot: Sendable, Hashable {
  /// Days after the first ballot.
  public let withinDays: Int
  /// Its own quorum; nil where the same one holds.
  public let quorum: [Quorum]?
}
