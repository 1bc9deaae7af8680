internal import Kernel

/// Who may vote on a matter, and how each of them did.
struct Roll {
  /// Those whose votes count, in the order of the register.
  var voters: [Voter] = []
  /// The vote that counts for each; a voter without one is absent.
  var votes: [String: Vote] = [:]

  func choice(of voter: Voter) -> Vote.Choice { votes[voter.id]?.choice ?? .absent }
  /// In person or by proxy.
  func isPresent(_ voter: Voter) -> Bool { choice(of: voter) != .absent }
  func isInPerson(_ voter: Voter) -> Bool { isPresent(voter) && votes[voter.id]?.holder == nil }
  var isEmpty: Bool { voters.isEmpty }
}

extension DecisionRule {
  /// Counts out who may not vote, then settles the proxies. Each line says who and why.
  ///
  /// - Throws: a `Refusal` for a register, votes or proxies that contradict themselves, and where nobody may vote.
  func roll(_ poll: Poll, _ steps: inout BallotSteps) throws -> Roll {
    let known = try Self.known(poll)
    var roll = Roll()
    for voter in poll.register {
      if let reason = reasonAgainst(voter) {
        let spoke = known.votes[voter.id].map { $0.choice != .absent } ?? false
        steps.add(
          "counted-out", about: voter.id,
          en: "\(voter.id) is counted out: \(reason.en)\(spoke ? "; its vote does not count" : "")",
          fr:
            "\(voter.id) n\u{2019}est pas compté : \(reason.fr)\(spoke ? " ; sa voix ne compte pas" : "")")
        continue
      }
      roll.voters.append(voter)
    }
    if electorate.isOnePerParty { oneOfEachParty(&roll, known.votes, &steps) }
    guard !roll.isEmpty else {
      throw Refusal(
        "zero-voters",
        "nobody on the register may vote under \u{201C}\(id)\u{201D}; a count needs at least one voter")
    }
    for voter in roll.voters {
      if let interest = voter.interest {
        steps.add(
          "interest", about: voter.id,
          en: "\(voter.id) declared an interest (\(interest)); the rule shows it and counts the vote",
          fr: "\(voter.id) a déclaré un intérêt (\(interest)) ; la règle le montre et compte la voix")
      }
      roll.votes[voter.id] = known.votes[voter.id].flatMap { $0.holder == nil ? $0 : nil }
    }
    try settleProxies(poll, known.votes, &roll, &steps)
    steps.add(
      "roll", part: Natural(UInt64(roll.voters.count)), whole: Natural(UInt64(poll.register.count)),
      en: "\(roll.voters.count) of \(poll.register.count) on the register may vote",
      fr: "\(roll.voters.count) inscrits sur \(poll.register.count) peuvent voter")
    return roll
  }

  private static func known(_ poll: Poll) throws -> (voters: [String: Voter], votes: [String: Vote]) {
    var voters: [String: Voter] = [:]
    for voter in poll.register {
      if voters.updateValue(voter, forKey: voter.id) != nil {
        throw Refusal("registered-twice", "\(voter.id) stands on the register twice; keep one entry")
      }
    }
    var votes: [String: Vote] = [:]
    for vote in poll.votes {
      guard voters[vote.voter] != nil else {
        throw Refusal("unknown-voter", "\(vote.voter) voted and is not on the register")
      }
      if votes.updateValue(vote, forKey: vote.voter) != nil {
        throw Refusal("voted-twice", "two votes are recorded for \(vote.voter); a voter has one")
      }
    }
    return (voters, votes)
  }

  private func reasonAgainst(_ voter: Voter) -> (en: String, fr: String)? {
    if voter.isObserver {
      return ("an observer speaks and does not vote", "un observateur parle et ne vote pas")
    }
    if electorate.asksGoodStanding, !voter.isInGoodStanding {
      return ("it is not in good standing", "il n\u{2019}est pas à jour de ses obligations")
    }
    if electorate.interest == .countedOut, let interest = voter.interest {
      return (
        "it declared an interest (\(interest)), and the rule counts it out",
        "il a déclaré un intérêt (\(interest)), et la règle l\u{2019}écarte"
      )
    }
    guard !electorate.permanent.contains(voter.id) else { return nil }
    if let category = voter.category, electorate.notCounted.contains(category) {
      return ("\(category) does not vote", "\(category) ne vote pas")
    }
    if let category = electorate.category, voter.category != category {
      return ("only \(category) votes", "seul \(category) vote")
    }
    return nil
  }

  /// Of those who speak for one party the first who voted keeps the vote.
  private func oneOfEachParty(_ roll: inout Roll, _ votes: [String: Vote], _ steps: inout BallotSteps) {
    var heads: [String: String] = [:]
    for voter in roll.voters {
      let party = voter.party ?? voter.id
      let isThere = votes[voter.id].map { $0.choice != .absent } ?? false
      let headIsThere = heads[party].flatMap { votes[$0] }.map { $0.choice != .absent } ?? false
      if heads[party] == nil || (isThere && !headIsThere) { heads[party] = voter.id }
    }
    roll.voters.removeAll { voter in
      let party = voter.party ?? voter.id
      guard let head = heads[party], head != voter.id else { return false }
      let spoke = votes[voter.id].map { $0.choice != .absent } ?? false
      steps.add(
        "counted-out", about: voter.id,
        en:
          "\(voter.id) is counted out: \(party) has one vote, and \(head) casts it\(spoke ? "; its vote does not count" : "")",
        fr:
          "\(voter.id) n\u{2019}est pas compté : \(party) a une voix, et c\u{2019}est \(head) qui vote\(spoke ? " ; sa voix ne compte pas" : "")"
      )
      return true
    }
  }
}
