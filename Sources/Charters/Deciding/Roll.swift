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
        steps.add("counted-out", about: voter.id, Self.countedOut(voter, reason, spoke))
        continue
      }
      roll.voters.append(voter)
    }
    if electorate.isOnePerParty { oneOfEachParty(&roll, known.votes, &steps) }
    guard !roll.isEmpty else {
      throw Refusal("zero-voters", ["rule": .text(id)])
    }
    for voter in roll.voters {
      if let interest = voter.interest {
        steps.add(
          "interest", about: voter.id,
          Phrase("tally.interest", ["voter": .text(voter.id), "interest": .text(interest)]))
      }
      roll.votes[voter.id] = known.votes[voter.id].flatMap { $0.holder == nil ? $0 : nil }
    }
    try settleProxies(poll, known.votes, &roll, &steps)
    steps.add(
      "roll", part: Natural(UInt64(roll.voters.count)), whole: Natural(UInt64(poll.register.count)),
      Phrase(
        "tally.roll", ["voters": "\(roll.voters.count)", "register": "\(poll.register.count)"]))
    return roll
  }

  private static func known(_ poll: Poll) throws -> (voters: [String: Voter], votes: [String: Vote]) {
    var voters: [String: Voter] = [:]
    for voter in poll.register {
      if voters.updateValue(voter, forKey: voter.id) != nil {
        throw Refusal("registered-twice", ["voter": .text(voter.id)])
      }
    }
    var votes: [String: Vote] = [:]
    for vote in poll.votes {
      guard voters[vote.voter] != nil else {
        throw Refusal("unknown-voter.voted", ["voter": .text(vote.voter)])
      }
      if votes.updateValue(vote, forKey: vote.voter) != nil {
        throw Refusal("voted-twice.register", ["voter": .text(vote.voter)])
      }
    }
    return (voters, votes)
  }

  private static func countedOut(_ voter: Voter, _ reason: Phrase, _ spoke: Bool) -> Phrase {
    Phrase(
      spoke ? "tally.countedOut.spoke" : "tally.countedOut",
      ["voter": .text(voter.id), "reason": .phrase(reason)])
  }

  private func reasonAgainst(_ voter: Voter) -> Phrase? {
    if voter.isObserver { return Phrase("tally.reason.observer") }
    if electorate.asksGoodStanding, !voter.isInGoodStanding { return Phrase("tally.reason.standing") }
    if electorate.interest == .countedOut, let interest = voter.interest {
      return Phrase("tally.reason.interest", ["interest": .text(interest)])
    }
    guard !electorate.permanent.contains(voter.id) else { return nil }
    if let category = voter.category, electorate.notCounted.contains(category) {
      return Phrase("tally.reason.category", ["category": .text(category)])
    }
    if let category = electorate.category, voter.category != category {
      return Phrase("tally.reason.only", ["category": .text(category)])
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
      let reason = Phrase("tally.reason.party", ["party": .text(party), "head": .text(head)])
      steps.add("counted-out", about: voter.id, Self.countedOut(voter, reason, spoke))
      return true
    }
  }
}
