public import Kernel
public import Store

extension Query {
  /// Whether a partner was a member on a day: its present membership covers it, or one that it ended before. It follows from
  /// the dates, not from today's state: who left in June was a member in March.
  public static func isMember(on day: Day) -> Query {
    // Who was never admitted has no first day, or is admitted and nobody knows since when.
    """
    (state IN ('admitted', 'suspended') OR membership_since IS NOT NULL AND membership_until IS NOT NULL) \
    AND \(isValid(Partner.self, on: day))
    """
  }
}

extension Partner {
  /// The state in which it was on a day of which `isMember` holds: who left since, or asked to come back, was admitted.
  public var stateAsMember: State {
    [.admitted, .suspended].contains(state) ? state : .admitted
  }
}
