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
      throw Refusal(
        "not-a-way-to-decide",
        "\u{201C}\(id)\u{201D} says who proposes a motion; name a rule of consensus, silence or vote to decide it"
      )
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
    en english: String, fr french: String
  ) -> BallotResult {
    var (en, fr) = (english, french)
    if outcome == .carried, case .advisory(let body) = poll.effect ?? effect(on: poll.objectClass) {
      en +=
        body.map { "; the result advises \($0) and binds nobody" }
        ?? "; the result is advice and binds nobody"
      fr +=
        body.map { " ; le résultat conseille \($0) et ne lie personne" }
        ?? " ; le résultat est un avis et ne lie personne"
    }
    steps.add("outcome", holds: outcome == .carried, en: en, fr: fr)
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
        let what = test.measure.told
        steps.add(
          "quorum", about: group.name, part: part, whole: whole, threshold: test.threshold, holds: holds,
          en:
            "\(group.english): quorum: \(unit.of(part, whole)) \(what.en); \(test.threshold) is needed: \(unit.compare(part, whole, test.threshold, holds).en)",
          fr:
            "\(group.french) : quorum : \(unit.of(part, whole, "sur")) \(what.fr) ; il faut \(test.threshold) : \(unit.compare(part, whole, test.threshold, holds).fr)"
        )
      }
    }
    return isThere
  }
}

extension Quorum.Measure {
  fileprivate var told: (en: String, fr: String) {
    switch self {
    case .present: ("present in person", "présents en personne")
    case .presentOrProxied: ("present or by proxy", "présents ou par procuration")
    case .cast: ("cast", "exprimés")
    }
  }
}

/// Votes, or points of the whole vote, as they are written in a line.
struct Unit {
  let points: Natural?
  init(_ points: Natural?) { self.points = points }

  /// - Parameter word: “of” in the language of the line.
  func of(_ part: Natural, _ whole: Natural, _ word: String = "of") -> String {
    "\(told(part))/\(told(whole))"
      + (points.map { $0.description.count <= 9 ? " (\(word) \($0))" : "" } ?? "")
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
  func compare(_ part: Natural, _ whole: Natural, _ threshold: Threshold, _ holds: Bool) -> (
    en: String, fr: String
  ) {
    if whole.isZero { return ("there is nothing to divide by", "il n\u{2019}y a rien à diviser") }
    let mark = threshold.isStrict ? ">" : ">="
    let (left, right) = (
      part * UInt64(threshold.share.denominator), whole * UInt64(threshold.share.numerator)
    )
    let sides = left.description.count > 12 || right.description.count > 12 ? nil : "\(left) \(mark) \(right)"
    let told = sides.map { "\($0) " } ?? ""
    return holds ? ("\(told)holds", "\(told)est vrai") : ("\(told)does not hold", "\(told)est faux")
  }
}
