import Charters
import Kernel
import Testing

/// One party, one vote, with a permanent seat; and a committee that its host appoints.
@Suite struct PartyBallots {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// In favour, against, abstaining; the rest of the eighty parties is absent.
    var parties: [Int]
    var who: Vote.Choice
    var base = "cast"
    var quorum = "{value: none, basis: assumed}"
    var outcome: BallotResult.Outcome
    var pass: String
    var testDescription: String { name }
  }

  private static let half = "{overall: true, of: members, present: \">= 1/2\"}"
  private static let moreThanHalf = "{overall: true, of: members, present: \"> 1/2\"}"

  static let cases: [Case] = [
    Case(
      name: "the permanent seat breaks a tie", parties: [40, 40, 0], who: .yes, outcome: .carried,
      pass: "overall 41/81 yes"),
    Case(
      name: "a tie", parties: [40, 40, 0], who: .abstain, outcome: .notCarried, pass: "overall 40/80 no"),
    Case(
      name: "one more against", parties: [40, 40, 0], who: .no, outcome: .notCarried, pass: "overall 40/81 no"
    ),
    Case(
      name: "abstentions are not cast", parties: [3, 2, 70], who: .absent, outcome: .carried,
      pass: "overall 3/5 yes"),
    Case(
      name: "all abstain", parties: [0, 0, 80], who: .abstain, outcome: .notCarried, pass: "overall 0/0 no"),
    Case(
      name: "nobody voted", parties: [0, 0, 0], who: .absent, outcome: .notCarried, pass: "overall 0/0 no"),
    Case(
      name: "the same votes of those present", parties: [3, 2, 70], who: .absent, base: "present",
      outcome: .notCarried, pass: "overall 3/75 no"),
    Case(
      name: "present minus abstentions are those cast", parties: [3, 2, 70], who: .absent,
      base: "present-minus-abstentions", outcome: .carried, pass: "overall 3/5 yes"),
    Case(
      name: "41 of 81 registered", parties: [40, 40, 0], who: .yes, base: "registered", outcome: .carried,
      pass: "overall 41/81 yes"),
    Case(
      name: "40 of 81 registered", parties: [40, 0, 0], who: .abstain, base: "registered",
      outcome: .notCarried, pass: "overall 40/81 no"),
    Case(
      name: "40 of 80, registered minus one abstention", parties: [40, 0, 0], who: .abstain,
      base: "registered-minus-abstentions", outcome: .notCarried, pass: "overall 40/80 no"),
    Case(
      name: "40 of 79, registered minus two abstentions", parties: [40, 0, 1], who: .abstain,
      base: "registered-minus-abstentions", outcome: .carried, pass: "overall 40/79 yes"),
    Case(
      name: "40 of 81 are under half: no quorum", parties: [40, 0, 0], who: .absent, quorum: half,
      outcome: .noQuorum, pass: ""),
    Case(
      name: "41 of 81 by the permanent seat", parties: [20, 20, 0], who: .yes, quorum: half,
      outcome: .carried, pass: "overall 21/41 yes"),
    Case(
      name: "abstaining is being there", parties: [1, 0, 40], who: .absent, quorum: half, outcome: .carried,
      pass: "overall 1/1 yes"),
    Case(
      name: "a quorum of votes cast leaves abstentions out", parties: [1, 0, 80 - 1], who: .absent,
      quorum: "{overall: true, of: members, cast: \">= 1/2\"}", outcome: .noQuorum, pass: ""),
  ]

  private static func register(_ parties: Int = 80) -> [Voter] {
    (1...parties).map { Voter("party-\($0)", category: "collaborating-party") } + [
      Voter("who", category: "host")
    ]
  }

  private static func votes(_ numbers: [Int], _ who: Vote.Choice) -> [Vote] {
    var votes: [Vote] = []
    for (choice, count) in zip([Vote.Choice.yes, .no, .abstain], numbers) {
      for _ in 0..<count { votes.append(Vote("party-\(votes.count + 1)", choice)) }
    }
    return votes + [Vote("who", who)]
  }

  @Test(arguments: cases) func ballot(_ test: Case) throws {
    let rule = try DecidingCharter.alliance(base: test.base, quorum: test.quorum)
    let result = try rule.count(
      Poll(register: Self.register(), votes: Self.votes(test.parties, test.who)))
    #expect(result.isTold)
    #expect(result.outcome == test.outcome)
    #expect(result.compared("pass") == test.pass)
  }

  /// Eighty voters: forty are exactly half.
  @Test(arguments: [(half, BallotResult.Outcome.carried), (moreThanHalf, .noQuorum)])
  func aQuorumAtExactlyHalf(quorum: String, outcome: BallotResult.Outcome) throws {
    let rule = try DecidingCharter.alliance(quorum: quorum)
    let votes = Self.votes([40, 0, 0], .absent)
    let result = try rule.count(Poll(register: Self.register(79), votes: votes))
    #expect(result.isTold)
    #expect(result.outcome == outcome)
    #expect(result.compared("quorum") == "overall 40/80 \(outcome == .carried ? "yes" : "no")")
  }

  @Test func observersNeverVote() throws {
    var register = Self.register()
    var votes = Self.votes([30, 31, 0], .yes)
    for number in 1...10 {
      register.append(Voter("company-\(number)", category: "private-observer"))
      votes.append(Vote("company-\(number)", .yes))
    }
    register.append(Voter("watcher", category: "collaborating-party", isObserver: true))
    votes.append(Vote("watcher", .yes))
    let result = try DecidingCharter.alliance().count(Poll(register: register, votes: votes))
    #expect(result.isTold)
    // 31 of 62 is a tie; with the observers it would have been 42 of 73.
    #expect(result.outcome == .notCarried)
    #expect(result.compared("pass") == "overall 31/62 no")
    #expect(result.lines("counted-out").count == 11)
    #expect(
      result.lines("counted-out").last
        == "watcher is counted out: an observer speaks and does not vote; its vote does not count")
    #expect(result.lines("roll") == ["81 of 92 on the register may vote"])
  }

  @Test func aPartyWithTwoRepresentativesHasOneVote() throws {
    let rule = try DecidingCharter.alliance()
    var register = Self.register(4)
    register.append(Voter("second-of-1", party: "party-1", category: "collaborating-party"))
    register.append(Voter("second-of-2", party: "party-2", category: "collaborating-party"))
    let result = try rule.count(
      Poll(
        register: register,
        votes: [
          Vote("party-1", .yes), Vote("second-of-1", .yes), Vote("second-of-2", .no), Vote("party-3", .no),
        ]))
    #expect(result.isTold)
    // party-2 is absent, so its second speaks for it: one in favour, two against.
    #expect(result.compared("pass") == "overall 1/3 no")
    #expect(
      result.lines("counted-out") == [
        "party-2 is counted out: party-2 has one vote, and second-of-2 casts it",
        "second-of-1 is counted out: party-1 has one vote, and party-1 casts it; its vote does not count",
      ])
  }

  @Test func aVoterOfAnotherCategoryIsCountedOut() throws {
    let register = Self.register(2) + [Voter("guest", category: "guest"), Voter("nobody")]
    let result = try DecidingCharter.alliance().count(
      Poll(register: register, votes: [Vote("party-1", .yes), Vote("guest", .no)]))
    #expect(result.isTold)
    #expect(result.compared("pass") == "overall 1/1 yes")
    #expect(
      result.lines("counted-out") == [
        "guest is counted out: only collaborating-party votes; its vote does not count",
        "nobody is counted out: only collaborating-party votes",
      ])
  }

  static let host = """
        committee:
          kind: appointment
          host: who
          chairs: who
          appoints: {number: 10}
          pass: [{overall: true, in-favour: "> 1/2", of: cast}]
          host-veto: false
          tie: chair-decides
        committee-with-veto:
          kind: appointment
          host: who
          pass: [{overall: true, in-favour: "> 1/2", of: cast}]
          host-veto: true
        silent-tie: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: cast}}
        host-decides: {kind: host, host: who, vote: none}
    """

  @Test(arguments: [
    ("committee", [6, 3, 0], Vote.Choice.no, BallotResult.Outcome.carried),
    ("committee", [9, 0, 0], .no, .carried), ("committee", [9, 0, 0], .objects, .carried),
    ("committee", [4, 5, 0], .yes, .carried), ("committee", [5, 4, 0], .no, .notCarried),
    ("committee", [4, 4, 1], .abstain, .tie), ("committee", [4, 4, 0], .absent, .tie),
    ("committee", [4, 5, 0], .no, .notCarried), ("committee-with-veto", [9, 0, 0], .objects, .notCarried),
    ("committee-with-veto", [9, 0, 0], .no, .carried), ("silent-tie", [4, 5, 0], .yes, .tie),
    ("silent-tie", [0, 0, 9], .abstain, .notCarried), ("host-decides", [0, 9, 0], .yes, .carried),
    ("host-decides", [9, 0, 0], .no, .notCarried), ("host-decides", [9, 0, 0], .absent, .noQuorum),
  ])
  func hostAndChair(rule: String, members: [Int], host: Vote.Choice, outcome: BallotResult.Outcome) throws {
    let found = try DecidingCharter.rule(rule, rules: Self.host)
    let result = try found.count(Poll(register: Self.register(9), votes: Self.votes(members, host)))
    #expect(result.isTold)
    #expect(result.outcome == outcome)
  }

  @Test func aVetoIsTold() throws {
    let rule = try DecidingCharter.rule("committee-with-veto", rules: Self.host)
    let result = try rule.count(Poll(register: Self.register(9), votes: Self.votes([9, 0, 0], .objects)))
    #expect(result.isTold)
    #expect(result.compared("pass") == "overall 9/10 yes")
    #expect(result.lines("outcome") == ["not carried: who uses its veto"])
  }

  /// Where the host decides alone, what the others say is told beside it, each way by itself.
  @Test func whatOthersSayIsShownAsAdvice() throws {
    let rule = try DecidingCharter.rule("host-decides", rules: Self.host)
    let result = try rule.count(Poll(register: Self.register(9), votes: Self.votes([4, 3, 1], .yes)))
    #expect(
      result.lines("advice") == [
        "others in favour: 4, shown as advice", "others against: 3, shown as advice",
        "others abstaining: 1, shown as advice",
      ])
  }
}
