import Charters
import Kernel
import Testing
import Wording

@Suite struct ConsensusAndSilence {
  static let rules = """
        consensus: {kind: consensus, absent: sustained-opposition, fallback: none}
        first-consensus: {kind: consensus, absent: sustained-opposition, fallback: majority}
        unanimity: {kind: consensus, absent: sustained-opposition, unanimity: true, fallback: none}
        quorate: {kind: consensus, absent: sustained-opposition, quorum: {overall: true, of: members, present: ">= 1/2"}}
        majority: {kind: vote, pass: {overall: true, in-favour: "> 1/2", of: cast}, tie: fails}
        silence: {kind: silence, days: {value: 14, basis: assumed}, last-day: counts, objection: reopens, late-objection: noted, observer-objection: not-counted, text-change: restarts-clock, nobody-asked: no-decision}
        short-silence: {kind: silence, days: 10, last-day: does-not-count, fallback: majority}
    """

  private static let members = (1...12).map { Voter("m\($0)") }

  private static func votes(_ said: [Vote], presentFrom first: Int = 1) -> [Vote] {
    said
      + members.dropFirst(first - 1).filter { member in !said.contains { $0.voter == member.id } }.map {
        Vote($0.id, .yes)
      }
  }

  @Test(arguments: [
    ("consensus", [], 1, BallotResult.Outcome.carried),
    ("consensus", [Vote("m1", .objects, withdrawn: Day(2020, 1, 2))], 1, .carried),
    ("consensus", [Vote("m1", .objects)], 1, .notCarried),
    ("consensus", [Vote("m1", .no)], 1, .carried),
    ("consensus", [Vote("m1", .abstain), Vote("m2", .abstain), Vote("m3", .abstain)], 1, .carried),
    ("consensus", [], 13, .noQuorum), ("first-consensus", [Vote("m1", .objects)], 1, .fallbackNeeded),
    ("first-consensus", [], 1, .carried), ("unanimity", [Vote("m1", .no)], 1, .notCarried),
    ("unanimity", [Vote("m1", .abstain)], 1, .carried), ("quorate", [], 7, .carried),
    ("quorate", [], 8, .noQuorum),
  ])
  func consensus(rule: String, said: [Vote], presentFrom: Int, outcome: BallotResult.Outcome) throws {
    let found = try DecidingCharter.rule(rule, rules: Self.rules)
    let result = try found.count(
      Poll(register: Self.members, votes: Self.votes(said, presentFrom: presentFrom)))
    #expect(result.isTold)
    #expect(result.outcome == outcome)
    #expect(result.fallback == (outcome == .fallbackNeeded ? "majority" : nil))
  }

  @Test func theFallbackIsNamedAndThenCounted() throws {
    let rules = try #require(DecidingCharter.read(rules: Self.rules).charter?.rules)
    let first = try #require(rules.first { $0.id == "first-consensus" })
    let before = try first.count(Poll(register: Self.members, votes: Self.votes([Vote("m1", .objects)])))
    #expect(
      before.lines("outcome") == [
        "no consensus (m1); the rule \u{201C}majority\u{201D} follows"
      ])
    let next = try #require(rules.first { $0.id == before.fallback })
    let after = try next.count(Poll(register: Self.members, votes: Self.votes([Vote("m1", .no)])))
    #expect(after.outcome == .carried)
    #expect(after.compared("pass") == "overall 11/12 yes")
  }

  struct Silent: Sendable, CustomTestStringConvertible {
    var name: String
    var rule = "silence"
    var opened = Day(2010, 9, 1)
    var changed: Day?
    var counted = Day(2010, 9, 16)
    var said: [Vote] = []
    var outcome: BallotResult.Outcome
    var until: Day?
    var testDescription: String { name }
  }

  static let silences: [Silent] = [
    Silent(name: "silent to the end", outcome: .carried),
    Silent(
      name: "an objection on the last day", said: [Vote("m1", .objects, on: Day(2010, 9, 15))],
      outcome: .notCarried),
    Silent(
      name: "an objection a day late", counted: Day(2010, 9, 17),
      said: [Vote("m1", .objects, on: Day(2010, 9, 16))], outcome: .carried),
    Silent(
      name: "withdrawn in time",
      said: [Vote("m1", .objects, on: Day(2010, 9, 4), withdrawn: Day(2010, 9, 11))], outcome: .carried),
    Silent(
      name: "withdrawn too late", counted: Day(2010, 9, 20),
      said: [Vote("m1", .objects, on: Day(2010, 9, 4), withdrawn: Day(2010, 9, 16))], outcome: .notCarried),
    Silent(
      name: "asked before the end", counted: Day(2010, 9, 10), outcome: .deadlineOpen,
      until: Day(2010, 9, 15)),
    Silent(
      name: "asked on the last day", counted: Day(2010, 9, 15), outcome: .deadlineOpen,
      until: Day(2010, 9, 15)),
    Silent(
      name: "a changed text starts the clock again", changed: Day(2010, 9, 8), outcome: .deadlineOpen,
      until: Day(2010, 9, 22)),
    Silent(
      name: "an observer objects", said: [Vote("watcher", .objects, on: Day(2010, 9, 5))], outcome: .carried),
    Silent(
      name: "an objection stands while the deadline runs", counted: Day(2010, 9, 5),
      said: [Vote("m1", .objects, on: Day(2010, 9, 4))], outcome: .deadlineOpen, until: Day(2010, 9, 15)),
    // 20 February 2012 and ten days are 1 March; that day itself does not count.
    Silent(
      name: "end of February, on the day that does not count", rule: "short-silence",
      opened: Day(2012, 2, 20), counted: Day(2012, 3, 2),
      said: [Vote("m1", .objects, on: Day(2012, 3, 1))], outcome: .carried),
    Silent(
      name: "end of February, the day before", rule: "short-silence", opened: Day(2012, 2, 20),
      counted: Day(2012, 3, 2), said: [Vote("m1", .objects, on: Day(2012, 2, 29))], outcome: .fallbackNeeded),
  ]

  @Test(arguments: silences) func silence(_ test: Silent) throws {
    let rule = try DecidingCharter.rule(test.rule, rules: Self.rules)
    let result = try rule.count(
      Poll(
        register: Self.members + [Voter("watcher", isObserver: true)], votes: test.said, opened: test.opened,
        changed: test.changed, counted: test.counted))
    #expect(result.isTold)
    #expect(result.outcome == test.outcome)
    #expect(result.until == test.until)
  }

  @Test func anObjectionWithoutADayAndAMissingDateAreRefused() throws {
    let rule = try DecidingCharter.rule("silence", rules: Self.rules)
    let undated = #expect(throws: Refusal.self) {
      try rule.count(
        Poll(
          register: Self.members, votes: [Vote("m1", .objects)], opened: Day(2010, 9, 1),
          counted: Day(2010, 9, 16)))
    }
    #expect(undated?.sentence == "the objection of m1 has no day; a silence procedure needs it")
    let open = #expect(throws: Refusal.self) { try rule.count(Poll(register: Self.members)) }
    #expect(open?.code == "no-day")
  }

  @Test(arguments: ["consensus", "silence", "majority"])
  func zeroVotersAreRefused(rule: String) throws {
    let found = try DecidingCharter.rule(rule, rules: Self.rules)
    for register in [[], [Voter("watcher", isObserver: true)]] {
      let refusal = #expect(throws: Refusal.self) {
        try found.count(Poll(register: register, opened: Day(2010, 9, 1), counted: Day(2010, 9, 2)))
      }
      #expect(
        refusal?.sentence
          == "nobody on the register may vote under \u{201C}\(rule)\u{201D}; a count needs at least one voter"
      )
    }
  }
}
