/// A group whose votes are looked at by themselves.
public enum Constituency: Sendable, Hashable {
  case overall
  case eachChamber
  /// North and South of every chamber, each by itself.
  case eachSubChamber
  case chamber(String)
}

/// How many must take part for a vote to be valid.
public struct Quorum: Sendable, Hashable {
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// In person.
    case present
    case presentOrProxied = "present-or-proxied"
    case cast
  }
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// Heads.
    case members
    /// Weight.
    case power
  }
  public let constituency: Constituency
  public let measure: Measure
  public let basis: Basis
  public let threshold: Threshold
}

/// What the votes in favour must reach.
public struct PassTest: Sendable, Hashable {
  public enum Base: String, Sendable, Hashable, CaseIterable {
    case registered
    case registeredMinusAbstentions = "registered-minus-abstentions"
    /// In person or by proxy.
    case present
    case presentMinusAbstentions = "present-minus-abstentions"
    /// In favour and against, with abstentions where the rule counts them as cast.
    case cast
  }
  public let constituency: Constituency
  public let threshold: Threshold
  public let base: Base
}

/// A family of interests with a weight of its own.
public struct Chamber: Sendable, Hashable {
  public struct SubChamber: Sendable, Hashable {
    public let id: String
    /// Of its chamber.
    public let share: Fraction
  }
  public let id: String
  /// Of the whole vote.
  public let weight: Fraction
  public let subChambers: [SubChamber]
}

/// What one vote weighs.
public enum Weights: Sendable, Hashable {
  /// One voter, one vote.
  case equal
  case chambers(ChamberWeights)

  public var chambers: [Chamber] {
    if case .chambers(let weights) = self { weights.chambers } else { [] }
  }
}

/// Weight shared among the members of a chamber, or of its sub-chambers and kinds of member where it has them.
public struct ChamberWeights: Sendable, Hashable {
  public enum EmptyCell: String, Sendable, Hashable, CaseIterable {
    /// The weight of a kind that has no member is lost.
    case lost
    /// It goes to the other kind of the same sub-chamber.
    case shared
  }
  public let chambers: [Chamber]
  /// Shares of organisations and of individuals in a cell; nil where both weigh the same.
  public let kinds: [Voter.Kind: Fraction]?
  public let emptyCell: EmptyCell
  /// Whether the weight is shared among those who cast a vote, not among all members.
  public let isSharedAmongThoseWhoCast: Bool
}
