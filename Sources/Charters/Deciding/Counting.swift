internal import Kernel

extension DecisionRule {
  /// Counts a ballot under the rule: who may vote, what each vote weighs, whether enough took part, what the votes in
  /// favour reach. Pure, and exact: shares are compared as whole numbers.
  ///
  /// - Throws: a `Refusal` for input that cannot be counted: nobody may vote, proxies in a loop, a voter of no chamber.
  public func count(_ poll: Poll) throws -> BallotResult {
    var steps = BallotSteps()
    switch kind {
    case .consensus: return try countConsensus(poll, &steps)
    case .silence: return try countSilence(poll, &steps)
    case .vote, .appointment: return try countVote(poll, &steps)
    case .host: return try askHost(poll, &steps)
    case .admissibility:
      throw Refusal("not-a-way-to-decide", ["rule": .text(id)])
    }
  }

  func result(
    _ outcome: BallotResult.Outcome, _ poll: Poll, _ steps: BallotSteps, until: Day? = nil
  ) -> BallotResult {
    BallotResult(
      rule: id, outcome: outcome, effect: poll.effect ?? effect(on: poll.objectClass),
      fallback: outcome == .fallbackNeeded ? fallback : nil, until: until, steps: steps.list)
  }

  /// The last line, and the result.
  func end(
    _ outcome: BallotResult.Outcome, _ poll: Poll, _ steps: inout BallotSteps, until: Day? = nil,
    _ line: Phrase
  ) -> BallotResult {
    var line = line
    if outcome == .carried, case .advisory(let body) = poll.effect ?? effect(on: poll.objectClass) {
      line =
        body.map { Phrase("tally.advises.body", ["outcome": .phrase(line), "body": .text($0)]) }
        ?? Phrase("tally.advises", ["outcome": .phrase(line)])
    }
    steps.add("outcome", holds: outcome == .carried, line)
    return result(outcome, poll, steps, until: until)
  }

  /// Whether quorum is there; each test is a line.
  func hasQuorum(
    _ tests: [Quorum], _ roll: Roll, _ weighing: Weighing, _ steps: inout BallotSteps
  ) -> Bool {
    var isThere = true
    for test in tests {
      for group in Group.all(of: test.constituency, self, roll) {
        let tally = Tally(group.voters, roll, weighing, self)
        let (part, whole) = (tally.part(test.measure, by: test.basis), tally.whole(by: test.basis))
        let holds = !whole.isZero && test.threshold.isMet(by: part, of: whole)
        if !holds { isThere = false }
        let unit = Unit(test.basis == .power ? weighing.points : nil)
        steps.add(
          "quorum", about: group.name, part: part, whole: whole, threshold: test.threshold, holds: holds,
          Phrase(
            "tally.quorum",
            [
              "group": group.named, "share": unit.of(part, whole),
              "measure": .phrase(Phrase("tally.measure.\(test.measure.rawValue)")),
              "threshold": "\(test.threshold)",
              "verdict": .phrase(unit.compare(part, whole, test.threshold, holds)),
            ]))
      }
    }
    return isThere
  }
}

/// Votes, or points of the whole vote, as they are written in a line.
struct Unit {
  let points: Natural?
  init(_ points: Natural?) { self.points = points }

  func of(_ part: Natural, _ whole: Natural) -> Phrase.Value {
    guard let points, points.description.count <= 9 else { return "\(told(part))/\(told(whole))" }
    return .phrase(
      Phrase(
        "tally.share", ["part": .text(told(part)), "whole": .text(told(whole)), "points": "\(points)"]))
  }

  /// A number of more than nine digits is told as a share of the whole vote; it is compared exactly all the same.
  func told(_ number: Natural) -> String {
    let digits = number.description
    guard digits.count > 9, let points else { return digits }
    let hundredths = number.hundredths(of: points)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }

  /// The comparison in whole numbers, such as 50 × 2 > 100 × 1.
  func compare(_ part: Natural, _ whole: Natural, _ threshold: Threshold, _ holds: Bool) -> Phrase {
    if whole.isZero { return Phrase("tally.nothing") }
    let mark = threshold.isStrict ? ">" : ">="
    let (left, right) = (
      part * UInt64(threshold.share.denominator), whole * UInt64(threshold.share.numerator)
    )
    let key = holds ? "tally.holds" : "tally.fails"
    if left.description.count > 12 || right.description.count > 12 { return Phrase(key) }
    return Phrase("\(key).compared", ["comparison": "\(left) \(mark) \(right)"])
  }
}
