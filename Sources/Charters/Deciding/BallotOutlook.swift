internal import Kernel

/// Who would vote, what each vote weighs and whether enough have voted so far. It says nothing of how anybody voted, so
/// that a ballot which is still open can be looked at.
public struct BallotOutlook: Sendable, Hashable {
  /// Those who share one weight: a chamber, its side, one kind of member.
  public struct Cell: Sendable, Hashable {
    public let chamber: String
    public let subChamber: String?
    public let kind: Voter.Kind?
    public let voters: [String]
    /// One vote's part of the whole vote, such as 1/60.
    public let weight: String
  }
  /// The ids of those who may vote, in the order of the register.
  public let voters: [String]
  /// Empty where each voter has one vote.
  public let cells: [Cell]
  /// The lines on the roll, on weights, on quorum and on a deadline, as the count would have them.
  public let steps: [BallotStep]
}

extension DecisionRule {
  /// - Throws: as `count` does, for a register or proxies that cannot be counted.
  public func outlook(_ poll: Poll) throws -> BallotOutlook {
    var steps = BallotSteps()
    let roll = try roll(poll, &steps)
    let weighing = try Weighing(self, roll, &steps)
    switch kind {
    case .vote, .appointment, .consensus:
      let second = poll.firstBallot == nil ? nil : secondBallot?.quorum
      _ = hasQuorum(second ?? quorum, roll, weighing, &steps)
    case .silence: _ = try lastDay(poll, &steps)
    case .host, .admissibility: break
    }
    let told: Set<String> = ["roll", "weight", "quorum", "deadline"]
    return BallotOutlook(
      voters: roll.voters.map(\.id), cells: weighing.cells,
      steps: steps.list.filter { told.contains($0.code) })
  }
}
