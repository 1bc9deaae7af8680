public import Kernel

extension Qualifier {
  /// What may be said of a number made of two: no more than of the weaker. From the strongest down: exact, more or
  /// less than, at least or at most, about, estimated, inferred, unverified. What is at least and what is at most
  /// together are about.
  public func weakest(with other: Qualifier) -> Qualifier {
    if let direction, let otherDirection = other.direction, direction != otherDirection { return .about }
    return strength <= other.strength ? self : other
  }

  /// Below the line of a ratio more makes less.
  public var turned: Qualifier {
    switch self {
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .exact, .about, .estimated, .inferred, .unverified: self
    }
  }

  enum Direction { case up, down }
  /// Which way the true number may lie from the one that is given.
  var direction: Direction? {
    switch self {
    case .atLeast, .moreThan: .up
    case .atMost, .lessThan: .down
    case .exact, .about, .estimated, .inferred, .unverified: nil
    }
  }

  private var strength: Int {
    switch self {
    case .exact: 6
    case .moreThan, .lessThan: 5
    case .atLeast, .atMost: 4
    case .about: 3
    case .estimated: 2
    case .inferred: 1
    case .unverified: 0
    }
  }
}

extension Observation {
  /// How sure it is: the number may be qualified, and the record that it stands in.
  var certainty: Qualifier { amount.qualifier.weakest(with: provenance.qualifier) }
  /// Whether nobody looked it up.
  var isUnverified: Bool { amount.verification == .unverified || provenance.verification == .unverified }
}
