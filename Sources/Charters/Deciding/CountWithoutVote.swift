internal import Kernel

/// Consensus, silence, and a host who decides alone.
extension DecisionRule {
  func countConsensus(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    let roll = try roll(poll, &steps)
    let weighing = try Weighing(self, roll, &steps)
    let present = roll.voters.filter { roll.isPresent($0) }
    steps.add(
      "present", part: Natural(UInt64(present.count)), whole: Natural(UInt64(roll.voters.count)),
      en: "\(present.count) of \(roll.voters.count) are present",
      fr: "\(present.count) présents sur \(roll.voters.count)")
    guard !present.isEmpty else {
      return end(
        .noQuorum, poll, &steps, en: "no quorum: nobody is present, so nobody can agree",
        fr: "pas de quorum : personne n\u{2019}est présent, donc personne ne peut consentir")
    }
    guard hasQuorum(quorum, roll, weighing, &steps) else {
      return end(
        .noQuorum, poll, &steps, en: "no quorum: nothing is decided",
        fr: "pas de quorum : rien n\u{2019}est décidé")
    }
    var sustained: [String] = []
    for voter in present {
      guard let vote = roll.votes[voter.id] else { continue }
      switch vote.choice {
      case .objects where vote.withdrawn != nil:
        steps.add(
          "objection", about: voter.id, holds: false, en: "\(voter.id) objected and withdrew the objection",
          fr: "\(voter.id) s\u{2019}est opposé, puis a retiré son opposition")
      case .objects:
        sustained.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true, en: "\(voter.id) objects and sustains it",
          fr: "\(voter.id) s\u{2019}oppose et maintient son opposition")
      case .no where isUnanimity:
        sustained.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true,
          en: "\(voter.id) is against; the rule asks that nobody is",
          fr: "\(voter.id) est contre ; la règle veut que personne ne le soit")
      case .no:
        steps.add(
          "objection", about: voter.id, holds: false,
          en: "\(voter.id) is against and does not stand in the way",
          fr: "\(voter.id) est contre et ne s\u{2019}y oppose pas")
      case .yes, .abstain, .absent: break
      }
    }
    return consent(sustained, poll, &steps)
  }

  private func consent(_ sustained: [String], _ poll: Poll, _ steps: inout BallotSteps) -> BallotResult {
    let names = sustained.joined(separator: ", ")
    if sustained.isEmpty {
      return end(
        .carried, poll, &steps, en: "carried: no objection is sustained",
        fr: "adopté : aucune opposition n\u{2019}est maintenue")
    }
    if let fallback {
      return end(
        .fallbackNeeded, poll, &steps,
        en: "no consensus (\(names)); the rule \u{201C}\(fallback)\u{201D} follows",
        fr: "pas de consensus (\(names)) ; la règle « \(fallback) » s\u{2019}applique")
    }
    return end(
      .notCarried, poll, &steps, en: "not carried: no consensus (\(names)), and no other rule follows",
      fr: "rejeté : pas de consensus (\(names)), et aucune autre règle ne suit")
  }

  func countSilence(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    guard let counted = poll.counted else { throw Self.noDay }
    let roll = try roll(poll, &steps)
    let last = try lastDay(poll, &steps)
    var standing: [String] = []
    for voter in roll.voters {
      guard let vote = roll.votes[voter.id], vote.choice == .objects || vote.choice == .no else { continue }
      guard let day = vote.day else {
        throw Refusal("no-day", "the objection of \(voter.id) has no day; a silence procedure needs it")
      }
      if day > last {
        steps.add(
          "objection", about: voter.id, holds: false,
          en: "\(voter.id) objected on \(day), too late; it is noted",
          fr: "\(voter.id) s\u{2019}est opposé le \(day), trop tard ; c\u{2019}est noté")
      } else if let withdrawn = vote.withdrawn, withdrawn <= last {
        steps.add(
          "objection", about: voter.id, holds: false,
          en: "\(voter.id) objected on \(day) and withdrew it on \(withdrawn)",
          fr: "\(voter.id) s\u{2019}est opposé le \(day) et l\u{2019}a retiré le \(withdrawn)")
      } else {
        standing.append(voter.id)
        steps.add(
          "objection", about: voter.id, holds: true, en: "\(voter.id) objected on \(day), in time",
          fr: "\(voter.id) s\u{2019}est opposé le \(day), dans le délai")
      }
    }
    if counted <= last {
      return end(
        .deadlineOpen, poll, &steps, until: last, en: "open until \(last)",
        fr: "ouvert jusqu\u{2019}au \(last)")
    }
    if standing.isEmpty {
      return end(
        .carried, poll, &steps, en: "carried: nobody objected in time",
        fr: "adopté : personne ne s\u{2019}est opposé dans le délai")
    }
    if fallback != nil { return consent(standing, poll, &steps) }
    let names = standing.joined(separator: ", ")
    return end(
      .notCarried, poll, &steps, en: "not carried: the objection of \(names) opens the matter again",
      fr: "rejeté : l\u{2019}opposition de \(names) rouvre la question")
  }

  /// The last day on which an objection is in time.
  func lastDay(_ poll: Poll, _ steps: inout BallotSteps) throws -> Day {
    guard let silence else {
      throw Refusal("no-days", "\u{201C}\(id)\u{201D} does not say how many days it runs")
    }
    guard let opened = poll.opened else { throw Self.noDay }
    let start = silence.isRestartedByChange ? max(opened, poll.changed ?? opened) : opened
    let last = Day(number: start.number + Int32(silence.days) - (silence.isLastDayCounted ? 0 : 1))
    steps.add(
      "deadline", part: nil, en: "\(start) and \(silence.days) days: objections are in time until \(last)",
      fr: "\(start) et \(silence.days) jours : les objections sont recevables jusqu\u{2019}au \(last)")
    return last
  }

  private static var noDay: Refusal {
    Refusal("no-day", "a silence procedure needs the day the text went out and the day it is counted")
  }

  func askHost(_ poll: Poll, _ steps: inout BallotSteps) throws -> BallotResult {
    guard let host else {
      throw Refusal("no-host", "\u{201C}\(id)\u{201D} does not name the host who decides")
    }
    let said = poll.votes.filter { $0.voter == host }
    guard poll.register.contains(where: { $0.id == host }) else {
      throw Refusal("zero-voters", "\(host) decides under \u{201C}\(id)\u{201D} and is not on the register")
    }
    guard said.count <= 1 else {
      throw Refusal("voted-twice", "two votes are recorded for \(host); a voter has one")
    }
    let others = poll.votes.filter { $0.voter != host && $0.choice != .absent }
    for choice in [Vote.Choice.yes, .no, .abstain] {
      let count = others.filter { $0.choice == choice || (choice == .no && $0.choice == .objects) }.count
      if count > 0 {
        let told: (String, String) =
          switch choice {
          case .yes: ("in favour", "pour")
          case .no: ("against", "contre")
          default: ("abstaining", "abstentions")
          }
        steps.add(
          "advice", part: Natural(UInt64(count)), en: "\(count) others \(told.0), shown as advice",
          fr: "\(count) autres \(told.1), à titre d\u{2019}avis")
      }
    }
    switch said.first?.choice {
    case .yes:
      return end(.carried, poll, &steps, en: "carried: \(host) decides", fr: "adopté : \(host) décide")
    case .no, .objects:
      return end(.notCarried, poll, &steps, en: "not carried: \(host) decides", fr: "rejeté : \(host) décide")
    case .abstain, .absent, nil:
      return end(
        .noQuorum, poll, &steps, en: "no quorum: \(host) alone decides and has not spoken",
        fr: "pas de quorum : \(host) décide seul et ne s\u{2019}est pas prononcé")
    }
  }
}
