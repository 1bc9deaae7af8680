internal import Kernel

extension DecisionRule {
  func countVote(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    if let refused = try secondBallotIsLate(poll, &steps) { return refused }
    let roll = try roll(poll, &steps)
    let weighing = try Weighing(self, roll, &steps)
    tell(roll, weighing, &steps)
    let tests = poll.firstBallot == nil ? quorum : secondBallot?.quorum ?? quorum
    guard hasQuorum(tests, roll, weighing, &steps) else { return noQuorum(poll, &steps) }
    var isPassed = true
    for test in pass where !holds(test, roll, weighing, &steps) { isPassed = false }
    if let host, isHostVeto, poll.votes.contains(where: { $0.voter == host && $0.choice == .objects }) {
      return end(
        .notCarried, poll, &steps, en: "not carried: \(host) uses its veto",
        fr: "rejeté : \(host) oppose son veto")
    }
    if isPassed { return end(.carried, poll, &steps, en: "carried", fr: "adopté") }
    let whole = Tally(roll.voters, roll, weighing, self)
    if whole.isTied, pass.contains(where: { $0.constituency == .overall && $0.threshold.isSimpleMajority }) {
      return breakTie(poll, roll, &steps)
    }
    return end(.notCarried, poll, &steps, en: "not carried", fr: "rejeté")
  }

  /// The votes of each chamber and of the whole.
  private func tell(_ roll: Roll, _ weighing: Weighing, _ steps: inout BallotSteps) {
    let unit = Unit(weighing.points)
    let groups = Group.all(of: .eachChamber, self, roll) + Group.all(of: .overall, self, roll)
    for group in groups {
      let tally = Tally(group.voters, roll, weighing, self)
      func told(_ sum: Tally.Sum) -> String {
        weighing.points == nil ? "\(sum.heads)" : "\(unit.told(sum.weight)) (\(sum.heads))"
      }
      let absent = tally.registered.heads - tally.present.heads
      steps.add(
        "votes", about: group.name, part: tally.yes.weight, whole: tally.registered.weight,
        en:
          "\(group.english): \(told(tally.yes)) in favour, \(told(tally.no)) against, \(told(tally.abstain)) abstain, \(absent) absent; \(told(tally.registered)) registered",
        fr:
          "\(group.french) : \(told(tally.yes)) pour, \(told(tally.no)) contre, \(told(tally.abstain)) abstentions, \(absent) absents ; \(told(tally.registered)) inscrits"
      )
    }
  }

  private func holds(_ test: PassTest, _ roll: Roll, _ weighing: Weighing, _ steps: inout BallotSteps) -> Bool
  {
    let unit = Unit(weighing.points)
    var all = true
    for group in Group.all(of: test.constituency, self, roll) {
      let tally = Tally(group.voters, roll, weighing, self)
      let (yes, base) = (tally.yes.weight, tally.base(test.base))
      let holds = base.isZero ? isPassedOnZeroBase : test.threshold.isMet(by: yes, of: base)
      if !holds { all = false }
      let zero =
        isPassedOnZeroBase
        ? (en: ", and the rule lets that pass", fr: ", et la règle l\u{2019}admet")
        : (en: ", and the rule lets that fail", fr: ", et la règle le rejette")
      let compared = unit.compare(yes, base, test.threshold, holds)
      let named = test.base.told
      steps.add(
        "pass", about: group.name, part: yes, whole: base, threshold: test.threshold, holds: holds,
        en:
          "\(group.english): in favour \(unit.of(yes, base)), of \(named.en); \(test.threshold) is needed: \(compared.en)\(base.isZero ? zero.en : "")",
        fr:
          "\(group.french) : pour \(unit.of(yes, base, "sur")), de \(named.fr) ; il faut \(test.threshold) : \(compared.fr)\(base.isZero ? zero.fr : "")"
      )
    }
    return all
  }

  private func breakTie(_ poll: Poll, _ roll: Roll, _ steps: inout BallotSteps) -> BallotResult {
    switch tie {
    case .fails:
      return end(
        .notCarried, poll, &steps, en: "not carried: as many for as against, and a tie fails",
        fr: "rejeté : autant pour que contre, et l\u{2019}égalité vaut rejet")
    case .notStated:
      return end(
        .tie, poll, &steps, en: "a tie: as many for as against, and the rule does not say what follows",
        fr: "égalité : autant pour que contre, et la règle ne dit pas ce qui suit")
    case .chairDecides:
      let chair = chair ?? ""
      switch roll.votes[chair]?.choice {
      case .yes:
        return end(
          .carried, poll, &steps, en: "carried: a tie, and \(chair), in the chair, is in favour",
          fr: "adopté : égalité, et \(chair), qui préside, est pour")
      case .no, .objects:
        return end(
          .notCarried, poll, &steps, en: "not carried: a tie, and \(chair), in the chair, is against",
          fr: "rejeté : égalité, et \(chair), qui préside, est contre")
      case .abstain, .absent, nil:
        return end(
          .tie, poll, &steps, en: "a tie: \(chair), in the chair, would decide and did not vote",
          fr: "égalité : \(chair), qui préside, trancherait et n\u{2019}a pas voté")
      }
    }
  }

  private func noQuorum(_ poll: Poll, _ steps: inout BallotSteps) -> BallotResult {
    guard let secondBallot, poll.firstBallot == nil else {
      return end(
        .noQuorum, poll, &steps, en: "no quorum: nothing is decided",
        fr: "pas de quorum : rien n\u{2019}est décidé")
    }
    let last = poll.counted.map { Day(number: $0.number + Int32(secondBallot.withinDays)) }
    let days = secondBallot.withinDays
    return end(
      .noQuorum, poll, &steps, until: last,
      en: "no quorum: a second ballot may be held within \(days) days\(last.map { ", until \($0)" } ?? "")",
      fr:
        "pas de quorum : un second tour peut se tenir dans les \(days) jours\(last.map { ", jusqu\u{2019}au \($0)" } ?? "")"
    )
  }

  private func secondBallotIsLate(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult? {
    guard let first = poll.firstBallot else { return nil }
    guard let secondBallot else {
      throw Refusal("no-second-ballot", "\u{201C}\(id)\u{201D} knows no second ballot; the first one stands")
    }
    guard let counted = poll.counted else {
      throw Refusal("no-day", "a second ballot needs the day it is counted")
    }
    let day = Int(counted.number - first.number)
    guard day >= 0 else {
      throw Refusal("before-first", "the second ballot of \(counted) is before the first of \(first)")
    }
    guard day > secondBallot.withinDays else { return nil }
    let (english, french) = (
      "out of time: day \(day) after the first ballot; \(secondBallot.withinDays) days are allowed",
      "hors délai : jour \(day) après le premier tour ; \(secondBallot.withinDays) jours sont permis"
    )
    return end(.outOfTime, poll, &steps, en: english, fr: french)
  }
}

extension PassTest.Base {
  fileprivate var told: (en: String, fr: String) {
    switch self {
    case .registered: ("those registered", "tous les inscrits")
    case .registeredMinusAbstentions:
      ("those registered minus abstentions", "tous les inscrits moins les abstentions")
    case .present: ("those present", "tous les présents")
    case .presentMinusAbstentions:
      ("those present minus abstentions", "tous les présents moins les abstentions")
    case .cast: ("votes cast", "voix exprimées")
    }
  }
}
