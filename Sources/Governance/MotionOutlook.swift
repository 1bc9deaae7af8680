public import Charters
public import Kernel

extension Motion {
  /// Who would vote on it on a day, what a vote weighs and whether enough have voted so far; see `BallotOutlook`.
  ///
  /// - Parameter ballots: those of its round.
  public func outlook(
    _ ballots: [Ballot], under charter: Charter, register: [Voter], on day: Day
  ) throws -> BallotOutlook {
    let rule = try rule(in: charter)
    return try rule.outlook(
      poll(ballots, register, charter.effect(of: rule, on: form), day, in: charter.timeZone))
  }

  /// The rule it is decided by, as a charter has it; nil where the charter has none of that name.
  public func ruling(in charter: Charter) -> DecisionRule? { charter.rules.first { $0.id == rule } }
}
