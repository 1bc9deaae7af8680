public import Acting
public import Charters
public import Kernel
public import Store

extension Motion {
  /// Counts the ballots on a motion under its rule, and writes the result with every line of the arithmetic.
  ///
  /// A count before a deadline is refused. Where the rule does not end the matter the motion stays open for another
  /// ballot: under the fallback, after a tie, or within the days that a charter gives after no quorum. Without such days
  /// it lapses. What is carried enters the log of decisions with the same act's day and under the motion's id.
  ///
  /// Refused is also a body that does not decide on the subject, a rule that the charter does not have, and a count that
  /// is not possible: nobody may vote, proxies in a loop.
  public static let counting = Verb<Motion, OnDay>(
    "count", on: Motion.self, from: [.open], to: nil, may: speaking,
    then: { motion, _, inputs, occasion in
      let charter = try occasion.neededCharter(on: inputs.on ?? occasion.today)
      if let decision = motion.decision(under: charter, try motion.rule(in: charter)) {
        try occasion.write(decision, "count")
      }
    }
  ) { motion, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.neededCharter(on: day)
    let register = try occasion.connection.register(of: motion.body, on: day, under: charter)
    let result = try motion.count(under: charter, register: register, on: day, occasion.connection)
    guard result.outcome != .deadlineOpen else {
      throw Refusal("deadline-open", ["motion": "\(motion.id)", "day": "\(day)"], field: "on")
    }
  }

  /// Takes in what a count gives; one before its deadline changes nothing.
  mutating func count(
    under charter: Charter, register: [Voter], on day: Day, _ connection: any Connection
  ) throws -> BallotResult {
    let result = try result(under: charter, register: register, on: day, connection)
    if result.outcome != .deadlineOpen { take(result, on: day) }
    return result
  }

  /// How the ballots would count on a day. It writes nothing.
  ///
  /// - Throws: as `counting` does.
  public func result(
    under charter: Charter, register: [Voter], on day: Day, _ connection: any Connection
  ) throws -> BallotResult {
    guard state == .open else {
      throw Refusal("not-open.count", ["motion": "\(id)", "state": .text(state.rawValue)])
    }
    if let opened, day < opened {
      throw Refusal("before-opened", ["motion": "\(id)", "opened": "\(opened)", "day": "\(day)"])
    }
    let rule = try rule(in: charter)
    // What was said after the day of the count is no part of it.
    let ballots = try connection.ballots(on: id, round: round).filter { $0.day.map { $0 <= day } ?? true }.map
    {
      ballot in
      var ballot = ballot
      if let withdrawn = ballot.withdrawn, withdrawn > day { ballot.withdrawn = nil }
      return ballot
    }
    return try rule.count(
      poll(ballots, register, charter.effect(of: rule, on: form), day, in: charter.timeZone))
  }

  /// The entry of the log that a motion makes when it is carried; nil for one that was not.
  func decision(under charter: Charter, _ rule: DecisionRule) -> Decision? {
    guard state == .decided, outcome == .carried, let counted else { return nil }
    return Decision(
      id: .init(id.text), body: body, session: session, proposer: proposers.first,
      outcome: isAdvisory ? .advises : .decides, subject: subject,
      clause: "\(charter.label), decisions.who-decides.\(subject), \(rule.id)", legalBasis: nil,
      date: When(counted), text: text, provenance: provenance, state: .taken)
  }

  func rule(in charter: Charter) throws -> DecisionRule {
    if let who = charter.decides.first(where: { $0.subject == subject }), !who.bodies.contains(body.text) {
      throw who.notTheDecider(body)
    }
    guard let found = charter.rules.first(where: { $0.id == rule }) else {
      let known = charter.rules.map(\.id)
      let place: [String: Phrase.Value] = ["charter": .text(charter.label), "rule": .text(rule)]
      throw known.isEmpty
        ? Refusal("unknown-rule.none", place, field: "rule")
        : Refusal("unknown-rule", place.merging(["known": .list(known)]) { $1 }, field: "rule")
    }
    return found
  }

  func poll(
    _ ballots: [Ballot], _ register: [Voter], _ effect: DecisionRule.Effect, _ day: Day, in zone: DayZone
  ) -> Poll {
    let interests = Dictionary(ballots.compactMap { ballot in ballot.interest.map { (ballot.voter, $0) } }) {
      first, _ in first
    }
    var poll = Poll(
      register: register.map { voter in
        var voter = voter
        voter.interest = interests[voter.id] ?? voter.interest
        return voter
      },
      proxies: ballots.compactMap { ballot in ballot.holder.map { Proxy(ballot.voter, to: $0) } },
      votes: ballots.map { ballot in
        Vote(
          ballot.voter, Vote.Choice(rawValue: ballot.choice.rawValue) ?? .absent, by: ballot.holder,
          on: ballot.day, withdrawn: ballot.withdrawn)
      },
      opened: opened, changed: changed, counted: day, firstBallot: firstBallot, objectClass: form)
    poll.effect = effect
    poll.zone = zone
    return poll
  }

  private mutating func take(_ result: BallotResult, on day: Day) {
    outcome = Outcome(rawValue: result.outcome.rawValue)
    isAdvisory = result.effect != .binding
    // The lines of an earlier ballot stay before those of this one.
    arithmetic += result.steps.map(\.text)
    counted = day
    until = result.until
    switch result.outcome {
    case .carried, .notCarried: state = .decided
    case .outOfTime: state = .lapsed
    case .noQuorum:
      guard result.until != nil else {
        state = .lapsed
        return
      }
      firstBallot = day
      round += 1
    case .fallbackNeeded:
      rule = result.fallback ?? rule
      round += 1
    case .tie: round += 1
    case .deadlineOpen: break
    }
  }
}
