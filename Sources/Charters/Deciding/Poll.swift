public import Kernel

/// One on the register of a body, as it stands when a vote is taken.
public struct Voter: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case organisation, individual }
  public let id: String
  /// Whom it votes for, where several may speak for one party; nil for itself.
  public var party: String?
  /// A category of the charter's membership.
  public var category: String?
  public var chamber: String?
  /// North or South of its chamber.
  public var subChamber: String?
  public var kind: Kind
  public var isObserver: Bool
  public var isInGoodStanding: Bool
  /// An interest in the matter that it declared.
  public var interest: String?

  public init(
    _ id: String, party: String? = nil, category: String? = nil, chamber: String? = nil,
    subChamber: String? = nil, kind: Kind = .organisation, isObserver: Bool = false,
    isInGoodStanding: Bool = true, interest: String? = nil
  ) {
    self.id = id
    self.party = party
    self.category = category
    self.chamber = chamber
    self.subChamber = subChamber
    self.kind = kind
    self.isObserver = isObserver
    self.isInGoodStanding = isInGoodStanding
    self.interest = interest
  }
}

/// One voter lets another vote for it.
public struct Proxy: Sendable, Hashable {
  public let giver: String
  public let holder: String
  public init(_ giver: String, to holder: String) {
    self.giver = giver
    self.holder = holder
  }
}

/// What one voter said.
public struct Vote: Sendable, Hashable {
  public enum Choice: String, Sendable, Hashable, CaseIterable { case yes, no, abstain, absent, objects }
  public let voter: String
  public let choice: Choice
  /// Who cast it for the voter; nil where the voter did.
  public let holder: String?
  /// The day it was given; a silence procedure needs it.
  public let day: Day?
  /// The day an objection was withdrawn.
  public let withdrawn: Day?
  public init(
    _ voter: String, _ choice: Choice, by holder: String? = nil, on day: Day? = nil, withdrawn: Day? = nil
  ) {
    self.voter = voter
    self.choice = choice
    self.holder = holder
    self.day = day
    self.withdrawn = withdrawn
  }
}

/// Everything that a count looks at.
public struct Poll: Sendable {
  public var register: [Voter]
  public var proxies: [Proxy]
  /// A voter without a vote is absent.
  public var votes: [Vote]
  /// The day the text went out, or the vote was opened.
  public var opened: Day?
  /// The last day the text was changed since.
  public var changed: Day?
  /// The day of the count.
  public var counted: Day?
  /// The day of the first ballot, where this is the second.
  public var firstBallot: Day?
  /// The class of the matter, such as statutory or policy.
  public var objectClass: String?
  /// What the result does, where another rule says it: that on motions, for a class of them.
  public var effect: DecisionRule.Effect?
  /// Where the days of its deadlines end.
  public var zone = DayZone.utc

  public init(
    register: [Voter], proxies: [Proxy] = [], votes: [Vote] = [], opened: Day? = nil, changed: Day? = nil,
    counted: Day? = nil, firstBallot: Day? = nil, objectClass: String? = nil
  ) {
    self.register = register
    self.proxies = proxies
    self.votes = votes
    self.opened = opened
    self.changed = changed
    self.counted = counted
    self.firstBallot = firstBallot
    self.objectClass = objectClass
  }
}
