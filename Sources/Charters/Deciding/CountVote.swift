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
        .notCarried, poll, &steps, Phrase("tally.veto", ["body": .text(host)]))
    }
    if isPassed { return end(.carried, poll, &steps, Phrase("tally.carried")) }
    let whole = Tally(roll.voters, roll, weighing, self)
    if whole.isTied, pass.contains(where: { $0.constituency == .overall && $0.threshold.isSimpleMajority }) {
      return breakTie(poll, roll, &steps)
    }
    return end(.notCarried, poll, &steps, Phrase("tally.notCarried"))
  }

  /// The votes of each chamber and of the whole.
  private func tell(_ roll: Roll, _ weighing: Weighing, _ steps: inout BallotSteps) {
    let unit = Unit(weighing.points)
    let groups = Group.all(of: .eachChamber, self, roll) + Group.all(of: .overall, self, roll)
    for group in groups {
      let tally = Tally(group.voters, roll, weighing, self)
      func told(_ sum: Tally.Sum) -> Phrase.Value {
        .text(weighing.points == nil ? "\(sum.heads)" : "\(unit.told(sum.weight)) (\(sum.heads))")
      }
      let absent = tally.registered.heads - tally.present.heads
      steps.add(
        "votes", about: group.name, part: tally.yes.weight, whole: tally.registered.weight,
        Phrase(
          "tally.votes",
          [
            "group": group.named, "yes": told(tally.yes), "no": told(tally.no),
            "abstain": told(tally.abstain), "absent": "\(absent)", "registered": told(tally.registered),
          ]))
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
      let verdict =
        base.isZero
        ? Phrase(isPassedOnZeroBase ? "tally.nothing.passes" : "tally.nothing.fails")
        : unit.compare(yes, base, test.threshold, holds)
      steps.add(
        "pass", about: group.name, part: yes, whole: base, threshold: test.threshold, holds: holds,
        Phrase(
          "tally.pass",
          [
            "group": group.named, "share": unit.of(yes, base),
            "base": .phrase(Phrase("vote-base.\(test.base.rawValue)")), "threshold": "\(test.threshold)",
            "verdict": .phrase(verdict),
          ]))
    }
    return all
  }

  private func breakTie(_ poll: Poll, _ roll: Roll, _ steps: inout BallotSteps) -> BallotResult {
    switch tie {
    case .fails: return end(.notCarried, poll, &steps, Phrase("tally.tie.fails"))
    case .notStated: return end(.tie, poll, &steps, Phrase("tally.tie.notStated"))
    case .chairDecides:
      let chair = chair ?? ""
      func told(_ key: String) -> Phrase { Phrase("tally.tie.\(key)", ["chair": .text(chair)]) }
      switch roll.votes[chair]?.choice {
      case .yes: return end(.carried, poll, &steps, told("chairFor"))
      case .no, .objects: return end(.notCarried, poll, &steps, told("chairAgainst"))
      case .abstain, .absent, nil: return end(.tie, poll, &steps, told("chairSilent"))
      }
    }
  }

  private func noQuorum(_ poll: Poll, _ steps: inout BallotSteps) -> BallotResult {
    guard let secondBallot, poll.firstBallot == nil else {
      return end(.noQuorum, poll, &steps, Phrase("tally.noQuorum"))
    }
    let days = secondBallot.withinDays
    guard let counted = poll.counted else {
      return end(.noQuorum, poll, &steps, Phrase("tally.noQuorum.second", count: days))
    }
    let last = counted.after(days)
    return end(
      .noQuorum, poll, &steps, until: last,
      Phrase("tally.noQuorum.until", ["last": "\(last)"], count: days))
  }

  private func secondBallotIsLate(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult? {
    guard let first = poll.firstBallot else { return nil }
    guard let secondBallot else {
      throw Refusal("no-second-ballot", ["rule": .text(id)])
    }
    guard let counted = poll.counted else {
      throw Refusal("no-day.second-ballot")
    }
    let day = Int(counted.number - first.number)
    guard day >= 0 else {
      throw Refusal("before-first", ["counted": "\(counted)", "first": "\(first)"])
    }
    guard day > secondBallot.withinDays else { return nil }
    return end(
      .outOfTime, poll, &steps,
      Phrase("tally.late", ["day": "\(day)"], count: secondBallot.withinDays))
  }
}
