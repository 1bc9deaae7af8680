import Charters
import Kernel
import Testing
import Wording

@Suite struct ProxyAndInterestBallots {
  private static func cell(_ cell: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(cell)/\($0)" }
  }

  private static let others = "soc/*/org:9-0-0 soc/*/ind:5-0-0 eco/*/org:9-0-0 eco/*/ind:5-0-0"

  private static func count(_ votes: String, proxies: [(String, String)]) throws -> BallotResult {
    var poll = Assembly(members: "*/*/org:9 */*/ind:5", votes: others + " " + votes).poll
    poll.proxies = proxies.map { Proxy($0.0, to: $0.1) }
    let result = try DecidingCharter.forest("chambers").count(poll)
    #expect(result.isTold)
    return result
  }

  @Test func fiveProxiesOfOrganisationsCount() throws {
    // The North's 50, one organisation of the South and its five: 50 + 5 + 25 = 80.
    let result = try Self.count(
      "env/N/org:9-0-0 env/N/ind:5-0-0 env/S/org:1-0-0",
      proxies: Self.cell("env/S/org", 2...6).map { ($0, "env/S/org/1") })
    #expect(result.outcome == .carried)
    #expect(
      result.compared("pass")
        == "environmental 80/100 yes; social 100/100 yes; economic 100/100 yes; overall 280/280 yes")
    #expect(result.lines("proxies") == ["env/S/org/1 votes for 5 others by proxy"])
  }

  @Test func theSixthIsVoid() throws {
    // Three organisations and five individuals of the North, 20; one of the South and five of its six, 30: half.
    let result = try Self.count(
      "env/N/org:3-0-0 env/N/ind:5-0-0 env/S/org:1-0-0",
      proxies: Self.cell("env/S/org", 2...7).map { ($0, "env/S/org/1") })
    #expect(result.outcome == .noQuorum)
    #expect(result.compared("quorum") == "environmental 50/100 no; social 100/100 yes; economic 100/100 yes")
    #expect(
      result.lines("proxy-void") == [
        "the proxy of env/S/org/7 to env/S/org/1 is void: env/S/org/1 may carry at most 5 of organisations"
      ])
  }

  @Test func proxiesOfIndividualsHaveNoLimit() throws {
    // 45 + 1 + 4 by proxy + 1 of the South = 51.
    let result = try Self.count(
      "env/N/org:9-0-0 env/N/ind:1-0-0 env/S/ind:1-0-0",
      proxies: Self.cell("env/N/ind", 2...5).map { ($0, "env/N/ind/1") })
    #expect(result.outcome == .carried)
    #expect(result.compared("quorum") == "environmental 51/100 yes; social 100/100 yes; economic 100/100 yes")
  }

  @Test func twentyProxiesOfIndividualsAndFiveOfOrganisationsInOneHand() throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let register =
      [Voter("holder", kind: .individual)] + (1...20).map { Voter("i\($0)", kind: .individual) }
      + (1...5).map { Voter("o\($0)") } + [Voter("against")]
    let result = try rule.count(
      Poll(
        register: register, proxies: register.dropFirst().dropLast().map { Proxy($0.id, to: "holder") },
        votes: [Vote("holder", .yes), Vote("against", .no)]))
    #expect(result.compared("pass") == "overall 26/27 yes")
  }

  @Test func aHolderMayVoteOtherwiseForTheGiver() throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let result = try rule.count(
      Poll(
        register: [Voter("a"), Voter("b"), Voter("c")], proxies: [Proxy("b", to: "a")],
        votes: [Vote("a", .yes), Vote("b", .no, by: "a"), Vote("c", .no)]))
    #expect(result.compared("pass") == "overall 1/3 no")
  }

  @Test func whoCameVotesItselfAndAnAbsentHolderVotesForNobody() throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let result = try rule.count(
      Poll(
        register: [Voter("a"), Voter("b"), Voter("c"), Voter("d")],
        proxies: [Proxy("b", to: "a"), Proxy("d", to: "c")], votes: [Vote("a", .yes), Vote("b", .no)]))
    #expect(result.compared("pass") == "overall 1/2 no")
    #expect(result.lines("proxy-void") == ["the proxy of b to a is void: b voted itself"])
    #expect(result.lines("proxy-unused") == ["c is absent, so d is absent too"])
  }

  @Test func aHolderWhoMayNotVoteCarriesNothing() throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let result = try rule.count(
      Poll(
        register: [Voter("a", isInGoodStanding: false), Voter("b"), Voter("c")],
        proxies: [Proxy("b", to: "a")], votes: [Vote("a", .yes), Vote("c", .no)]))
    #expect(result.compared("pass") == "overall 0/1 no")
    #expect(result.lines("proxy-void") == ["the proxy of b to a is void: a may not vote"])
  }

  @Test func withoutARuleOnProxiesNoneCounts() throws {
    let rule = try DecidingCharter.rule("unlimited", rules: Self.plain)
    let result = try rule.count(
      Poll(
        register: [Voter("a"), Voter("b")], proxies: [Proxy("b", to: "a")], votes: [Vote("a", .yes)]))
    #expect(result.compared("pass") == "overall 1/1 yes")
    #expect(result.lines("proxy-void") == ["the proxy of b to a is void: the rule knows no proxies"])
  }

  static let plain = """
        plain: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: cast}, tie: fails, proxies: {organisations-at-most: 5, individuals-at-most: unlimited}}
        unlimited: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: cast}, proxies: none}
        in-person: {kind: vote, quorum: {overall: true, present: "> 1/2"}, pass: {overall: true, in-favour: "> 1/2", of: cast}, proxies: {organisations-at-most: 5}}
        or-proxied: {kind: vote, quorum: {overall: true, present-or-proxied: "> 1/2"}, pass: {overall: true, in-favour: "> 1/2", of: cast}, proxies: {organisations-at-most: 5}}
        shown: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: registered}, declared-interest: shown}
        counted-out: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: registered}, declared-interest: counted-out}
        lenient: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: registered}, good-standing: not-required}
        advice: {kind: vote, effect: advisory-to-board, pass: {overall: true, in-favour: "> 1/2", of: cast}}
    """

  @Test(arguments: [
    ([Proxy("a", to: "a")], "the proxies run in a loop: a \u{2192} a; somebody must vote in person"),
    (
      [Proxy("a", to: "b"), Proxy("b", to: "a")],
      "the proxies run in a loop: a \u{2192} b \u{2192} a; somebody must vote in person"
    ),
    (
      [Proxy("a", to: "b"), Proxy("b", to: "c"), Proxy("c", to: "a")],
      "the proxies run in a loop: a \u{2192} b \u{2192} c \u{2192} a; somebody must vote in person"
    ),
    (
      [Proxy("a", to: "b"), Proxy("b", to: "c")],
      "a gave its vote to b, who gave its own to c; a holder votes itself and passes nothing on"
    ),
    (
      [Proxy("a", to: "b"), Proxy("a", to: "c")],
      "a gave its vote to b and to c; it has one vote to give"
    ),
    ([Proxy("a", to: "z")], "a proxy names z, which is not on the register"),
  ])
  func proxiesThatContradictThemselvesAreRefused(proxies: [Proxy], sentence: String) throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let refusal = #expect(throws: Refusal.self) {
      try rule.count(
        Poll(register: [Voter("a"), Voter("b"), Voter("c")], proxies: proxies, votes: [Vote("c", .yes)]))
    }
    #expect(refusal?.sentence == sentence)
  }

  @Test(arguments: [
    ([Vote("z", .yes)], "z voted and is not on the register"),
    ([Vote("a", .yes), Vote("a", .no)], "two votes are recorded for a; a voter has one"),
    (
      [Vote("a", .yes), Vote("b", .yes, by: "a")],
      "a voted for b and holds no proxy of it; record the proxy or drop the vote"
    ),
  ])
  func votesThatContradictThemselvesAreRefused(votes: [Vote], sentence: String) throws {
    let rule = try DecidingCharter.rule("plain", rules: Self.plain)
    let refusal = #expect(throws: Refusal.self) {
      try rule.count(Poll(register: [Voter("a"), Voter("b")], votes: votes))
    }
    #expect(refusal?.sentence == sentence)
  }

  /// Two of four came, and one of them votes for a third.
  @Test(arguments: [
    ("in-person", BallotResult.Outcome.noQuorum, "2/4 no"), ("or-proxied", .carried, "3/4 yes"),
  ])
  func aQuorumInPersonOrByProxy(rule: String, outcome: BallotResult.Outcome, quorum: String) throws {
    let found = try DecidingCharter.rule(rule, rules: Self.plain)
    let result = try found.count(
      Poll(
        register: ["a", "b", "c", "d"].map { Voter($0) }, proxies: [Proxy("c", to: "a")],
        votes: [Vote("a", .yes), Vote("b", .yes)]))
    #expect(result.outcome == outcome)
    #expect(result.compared("quorum") == "overall \(quorum)")
  }

  /// Three in favour of five; one of them, and one of the absent, declared an interest.
  @Test(arguments: [
    ("shown", "overall 3/5 yes", 0, 2), ("counted-out", "overall 2/3 yes", 2, 0),
    ("lenient", "overall 3/5 yes", 0, 2),
  ])
  func declaredInterests(rule: String, pass: String, out: Int, told: Int) throws {
    let found = try DecidingCharter.rule(rule, rules: Self.plain)
    let register = [
      Voter("a", interest: "sells scrubbers"), Voter("b"), Voter("c"), Voter("d"),
      Voter("e", interest: "owns a mine"),
    ]
    let result = try found.count(
      Poll(register: register, votes: [Vote("a", .yes), Vote("b", .yes), Vote("c", .yes)]))
    #expect(result.compared("pass") == pass)
    #expect(result.lines("counted-out").count == out)
    #expect(result.lines("interest").count == told)
  }

  @Test func whoIsNotInGoodStandingIsCountedOutUnlessTheRuleSaysOtherwise() throws {
    let poll = Poll(
      register: [Voter("a", isInGoodStanding: false), Voter("b"), Voter("c")],
      votes: [Vote("a", .yes), Vote("b", .yes)])
    let strict = try DecidingCharter.rule("shown", rules: Self.plain).count(poll)
    #expect(strict.compared("pass") == "overall 1/2 no")
    #expect(
      strict.lines("counted-out") == [
        "a is counted out: it is not in good standing; its vote does not count"
      ])
    let lenient = try DecidingCharter.rule("lenient", rules: Self.plain).count(poll)
    #expect(lenient.compared("pass") == "overall 2/3 yes")
  }

  @Test func anAdvisoryResultSaysThatItBindsNobody() throws {
    let result = try DecidingCharter.rule("advice", rules: Self.plain).count(
      Poll(register: [Voter("a")], votes: [Vote("a", .yes)]))
    #expect(result.effect == .advisory(to: "board"))
    #expect(result.lines("outcome") == ["carried; the result advises board and binds nobody"])
  }

  @Test func aVoterOfNoChamberIsRefused() throws {
    let rule = try DecidingCharter.forest("chambers")
    let lost = #expect(throws: Refusal.self) {
      try rule.count(Poll(register: [Voter("a", chamber: "mining", subChamber: "north")]))
    }
    #expect(
      lost?.sentence
        == "a is in the chamber \u{201C}mining\u{201D}; \u{201C}chambers\u{201D} votes in environmental, social, economic"
    )
    let sideless = #expect(throws: Refusal.self) {
      try rule.count(Poll(register: [Voter("a", chamber: "social")]))
    }
    #expect(sideless?.sentence == "a is in no sub-chamber of social; it votes in north or south")
  }
}
