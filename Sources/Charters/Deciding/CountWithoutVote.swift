internal import Kernel

/// Consensus, silence, and a host who decides alone.
extension DecisionRule {
  func countConsensus(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    let roll = try roll(poll, &steps)
    let weighing = try Weighing(self, roll, &steps)
    let present = roll.voters.filter { roll.isPresent($0) }
    steps.add(
      "present", part: Natural(UInt64(present.count)), whole: Natural(UInt64(roll.voters.count)),
      Phrase("tally.present", ["present": "\(present.count)", "voters": "\(roll.voters.count)"]))
    guard !present.isEmpty else {
      return end(
        .noQuorum, poll, &steps, Phrase("tally.noQuorum.nobody"))
    }
    guard hasQuorum(quorum, roll, weighing, &steps) else {
      return end(
        .noQuorum, poll, &steps, Phrase("tally.noQuorum"))
    }
    var sustained: [String] = []
    for voter in present {
      guard let vote = roll.votes[voter.id] else { continue }
      switch vote.choice {
      case .objects where vote.withdrawn != nil:
        steps.add(
          "objection", about: voter.id, holds: false, Self.objection("withdrawn", of: voter))
      case .objects:
        sustained.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true, Self.objection("sustained", of: voter))
      case .no where isUnanimity:
        sustained.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true, Self.objection("unanimity", of: voter))
      case .no:
        steps.add(
          "objection", about: voter.id, holds: false, Self.objection("none", of: voter))
      case .yes, .abstain, .absent: break
      }
    }
    return consent(sustained, poll, &steps)
  }

  private func consent(_ sustained: [String], _ poll: Poll, _ steps: inout BallotSteps) -> BallotResult {
    let names = sustained.joined(separator: ", ")
    if sustained.isEmpty {
      return end(
        .carried, poll, &steps, Phrase("tally.consensus"))
    }
    if let fallback {
      return end(
        .fallbackNeeded, poll, &steps,
        Phrase("tally.noConsensus.fallback", ["names": .text(names), "rule": .text(fallback)]))
    }
    return end(
      .notCarried, poll, &steps, Phrase("tally.noConsensus", ["names": .text(names)]))
  }

  func countSilence(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    guard let counted = poll.counted else { throw Self.noDay }
    let roll = try roll(poll, &steps)
    let last = try lastDay(poll, &steps)
    var standing: [String] = []
    for voter in roll.voters {
      guard let vote = roll.votes[voter.id], vote.choice == .objects || vote.choice == .no else { continue }
      guard let day = vote.day else {
        throw Refusal("no-day.objection", ["voter": .text(voter.id)])
      }
      if day > last {
        steps.add(
          "objection", about: voter.id, holds: false,
          Self.objection("late", of: voter, ["day": "\(day)"]))
      } else if let withdrawn = vote.withdrawn, withdrawn <= last {
        steps.add(
          "objection", about: voter.id, holds: false,
          Self.objection("withdrawnOn", of: voter, ["day": "\(day)", "withdrawn": "\(withdrawn)"]))
      } else {
        standing.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true,
          Self.objection("inTime", of: voter, ["day": "\(day)"]))
      }
    }
    if counted <= last {
      return end(
        .deadlineOpen, poll, &steps, until: last, Phrase("tally.open", ["last": "\(last)"]))
    }
    if standing.isEmpty {
      return end(
        .carried, poll, &steps, Phrase("tally.silence"))
    }
    if fallback != nil { return consent(standing, poll, &steps) }
    let names = standing.joined(separator: ", ")
    return end(
      .notCarried, poll, &steps, Phrase("tally.reopened", ["names": .text(names)]))
  }

  /// The last day on which an objection is in time.
  func lastDay(_ poll: Poll, _ steps: inout BallotSteps) throws -> Day {
    guard let silence else {
      throw Refusal("no-days", ["rule": .text(id)])
    }
    guard let opened = poll.opened else { throw Self.noDay }
    let start = silence.isRestartedByChange ? max(opened, poll.changed ?? opened) : opened
    let last = start.after(silence.days.adding(silence.isLastDayCounted ? 0 : -1))
    steps.add(
      "deadline",
      Phrase(
        "tally.deadline", ["start": "\(start)", "last": "\(last)", "zone": .text(poll.zone.name)],
        count: silence.days))
    return last
  }

  private static func objection(
    _ what: String, of voter: Voter, _ days: [String: Phrase.Value] = [:]
  ) -> Phrase {
    Phrase("tally.objection.\(what)", days.merging(["voter": .text(voter.id)]) { own, _ in own })
  }

  private static var noDay: Refusal {
    Refusal("no-day.silence")
  }

  func askHost(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    guard let host else {
      throw Refusal("no-host", ["rule": .text(id)])
    }
    let said = poll.votes.filter { $0.voter == host }
    guard poll.register.contains(where: { $0.id == host }) else {
      throw Refusal("zero-voters.host", ["host": .text(host), "rule": .text(id)])
    }
    guard said.count <= 1 else {
      throw Refusal("voted-twice.register", ["voter": .text(host)])
    }
    let others = poll.votes.filter { $0.voter != host && $0.choice != .absent }
    for choice in [Vote.Choice.yes, .no, .abstain] {
      let count = others.filter { $0.choice == choice || (choice == .no && $0.choice == .objects) }.count
      if count > 0 {
        steps.add(
          "advice", part: Natural(UInt64(count)),
          Phrase("tally.advice.\(choice.rawValue)", ["others": "\(count)"]))
      }
    }
    func told(_ key: String) -> Phrase { Phrase(key, ["body": .text(host)]) }
    switch said.first?.choice {
    case .yes: return end(.carried, poll, &steps, told("tally.host"))
    case .no, .objects: return end(.notCarried, poll, &steps, told("tally.host.no"))
    case .abstain, .absent, nil: return end(.noQuorum, poll, &steps, told("tally.host.silent"))
    }
  }
}
