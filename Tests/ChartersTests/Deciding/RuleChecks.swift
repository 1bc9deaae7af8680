import Charters
import Kernel
import Testing

/// Rules that contradict themselves: a sentence each, on its line.
@Suite struct RuleChecks {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var rules: String
    var membership = DecidingCharter.forestMembership
    /// What stands on the line of the finding.
    var at: String
    var sentence: String
    var testDescription: String { name }
  }

  private static let majority =
    "        majority: {kind: vote, pass: {overall: true, in-favour: \"> 1/2\", of: cast}}"
  private static func vote(_ terms: String) -> String { "        rule: {kind: vote, \(terms)}" }
  private static let pass = "pass: {overall: true, in-favour: \"> 1/2\", of: cast}"

  static let cases: [Case] = [
    Case(
      name: "a quorum over the whole", rules: vote("quorum: {overall: true, present: \">= 110 %\"}, \(pass)"),
      at: "110 %",
      sentence: "decisions.rules.rule.quorum: a quorum of >= 11/10 can never be reached; the most is >= 100 %"
    ),
    Case(
      name: "more than everybody", rules: vote("quorum: {overall: true, present: \"> 100 %\"}, \(pass)"),
      at: "> 100 %",
      sentence: "decisions.rules.rule.quorum: a quorum of > 1 can never be reached; the most is >= 100 %"),
    Case(
      name: "a majority over the whole", rules: vote("pass: {overall: true, in-favour: \"> 3/2\", of: cast}"),
      at: "> 3/2",
      sentence: "decisions.rules.rule.pass: a majority of > 3/2 can never be reached; the most is >= 100 %"),
    Case(
      name: "a quorum of nothing", rules: vote("quorum: {overall: true, present: \">= 0\"}, \(pass)"),
      at: ">= 0",
      sentence:
        "decisions.rules.rule.quorum: a quorum of >= 0 is always reached; leave it out or ask more than 0"),
    Case(
      name: "a fallback to itself", rules: "        rule: {kind: consensus, fallback: rule}",
      at: "fallback: rule", sentence: "rule falls back to itself; name another rule or none"),
    Case(
      name: "a circle of fallbacks",
      rules:
        "        first: {kind: consensus, fallback: second}\n        second: {kind: silence, days: 14, fallback: first}",
      at: "first: {kind",
      sentence:
        "the fallbacks run in a circle: first \u{2192} second \u{2192} first; the last one ends with none"),
    Case(
      name: "a fallback that is not there",
      rules: majority + "\n        rule: {kind: consensus, fallback: majorty}",
      at: "majorty",
      sentence:
        "decisions.rules.rule.fallback names the decision rule \u{201C}majorty\u{201D}, which this charter does not declare; did you mean \u{201C}majority\u{201D}?"
    ),
    Case(
      name: "thirds that are not thirds", rules: vote("weights: membership.chambers, \(pass)"),
      membership: """
          chambers:
            environmental: {weight: 33.3 %}
            social: {weight: 33.3 %}
            economic: {weight: 33.3 %}
        """, at: "weights: membership.chambers",
      sentence:
        "the chambers of rule: 333/1000 + 333/1000 + 333/1000 is 999/1000; the weights of a whole total 1 (write a third as 1/3)"
    ),
    Case(
      name: "sides that are not halves",
      rules: vote("weights: {chambers: {a: {weight: 1, sub-chambers: {north: 1/2, south: 1/3}}}}, \(pass)"),
      at: "south: 1/3}}}}",
      sentence:
        "the sub-chambers of a in rule: 1/2 + 1/3 is 5/6; the weights of a whole total 1 (write a third as 1/3)"
    ),
    Case(
      name: "an unknown chamber",
      rules: vote(
        "weights: membership.chambers, pass: {chamber: socal, in-favour: \"> 1/2\", of: cast}"),
      at: "socal",
      sentence:
        "decisions.rules.rule.pass names the chamber \u{201C}socal\u{201D}, which this charter does not declare; did you mean \u{201C}social\u{201D}?"
    ),
    Case(
      name: "each chamber of none", rules: vote("pass: {each: chamber, in-favour: \"> 1/2\", of: cast}"),
      at: "each: chamber",
      sentence:
        "decisions.rules.rule.pass counts each chamber, and rule gives no chamber a weight; write weights: membership.chambers"
    ),
    Case(
      name: "weights of no chamber", rules: vote("weights: {each: chamber, weight: 1/3}, \(pass)"),
      membership: "", at: "each: chamber",
      sentence: "rule gives weights to chambers, and there is none; name the chambers"),
    Case(
      name: "nobody votes", rules: vote("weights: {each: adviser, weight: 1}, \(pass)"),
      membership: DecidingCharter.allianceMembership, at: "each: adviser",
      sentence:
        "only adviser votes under rule, and adviser is not counted; name a category that votes"),
    Case(
      name: "no category left", rules: vote("not-counted: [collaborating-party], \(pass)"),
      membership: DecidingCharter.allianceMembership, at: "not-counted: [collab",
      sentence: "no category of members votes under rule; name one that does"),
    Case(
      name: "a key of another kind", rules: "        rule: {kind: consensus, zero-base: fails}",
      at: "zero-base",
      sentence:
        "decisions.rules.rule: a rule of kind consensus knows no key \u{201C}zero-base\u{201D}; it belongs to vote, appointment"
    ),
    Case(
      name: "a key nobody knows", rules: vote("quorm: none, \(pass)"), at: "quorm",
      sentence:
        "decisions.rules.rule knows no key \u{201C}quorm\u{201D}; did you mean \u{201C}quorum\u{201D}?"),
    Case(
      name: "a key nobody knows inside a quorum",
      rules: vote("quorum: {overal: true, present: \"> 1/2\"}, \(pass)"), at: "overal:",
      sentence:
        "decisions.rules.rule.quorum knows no key \u{201C}overal\u{201D}; did you mean \u{201C}overall\u{201D}?"
    ),
    Case(
      name: "a word nobody knows", rules: vote("tie: chair, \(pass)"), at: "tie: chair",
      sentence:
        "decisions.rules.rule.tie: \u{201C}chair\u{201D} is not one of fails, chair-decides, not-stated"),
    Case(
      name: "a base nobody knows", rules: vote("pass: {overall: true, in-favour: \"> 1/2\", of: everybody}"),
      at: "everybody",
      sentence:
        "decisions.rules.rule.pass.of: \u{201C}everybody\u{201D} is not one of registered, registered-minus-abstentions, present, present-minus-abstentions, cast"
    ),
    Case(
      name: "a share that is none", rules: vote("pass: {overall: true, in-favour: \"> half\", of: cast}"),
      at: "> half",
      sentence:
        "decisions.rules.rule.pass.in-favour: \u{201C} half\u{201D} is not a share; write it as 2/3, 66.6 % or 0.666, with at most six digits"
    ),
    Case(
      name: "a share without its bound", rules: vote("pass: {overall: true, in-favour: 2/3, of: cast}"),
      at: "in-favour: 2/3",
      sentence:
        "decisions.rules.rule.pass.in-favour: \u{201C}2/3\u{201D} does not say whether the share itself is enough; write > 1/2 or >= 2/3"
    ),
    Case(
      name: "a number of a million digits",
      rules: vote(
        "pass: {overall: true, in-favour: \"> 1/\(String(repeating: "9", count: 100_000))\", of: cast}"),
      at: "in-favour",
      sentence:
        "decisions.rules.rule.pass.in-favour: \u{201C} 1/\(String(repeating: "9", count: 37))\u{201D} is not a share; write it as 2/3, 66.6 % or 0.666, with at most six digits"
    ),
    Case(
      name: "no majority", rules: "        rule: {kind: vote, tie: fails}", at: "rule: {kind: vote",
      sentence:
        "rule does not say what is needed to pass; write pass: [{overall: true, in-favour: \"> 1/2\", of: cast}]"
    ),
    Case(
      name: "no days", rules: "        rule: {kind: silence}", at: "rule: {kind: silence",
      sentence: "rule does not say how many days silence lasts; write days: 14"),
    Case(
      name: "no time at all", rules: "        rule: {kind: silence, days: 0}", at: "days: 0",
      sentence:
        "decisions.rules.rule.days: \u{201C}0\u{201D} is not a number of days; write 1 or more"),
    Case(
      name: "a host nobody names", rules: "        rule: {kind: host}", at: "kind: host",
      sentence: "rule does not name the host who decides; write host: BODY"),
    Case(
      name: "a chair nobody names", rules: vote("tie: chair-decides, \(pass)"), at: "chair-decides",
      sentence: "rule lets the chair decide a tie and does not say who chairs; write chairs: BODY"),
    Case(
      name: "a veto of nobody", rules: vote("host-veto: true, \(pass)"), at: "host-veto",
      sentence: "rule gives the host a veto and does not say who the host is; write host: BODY"),
    Case(
      name: "no kind", rules: "        rule: {pass: {overall: true, in-favour: \"> 1/2\", of: cast}}",
      at: "rule: {pass",
      sentence:
        "decisions.rules.rule does not say its kind; it is one of consensus, silence, vote, appointment, host, admissibility"
    ),
    Case(
      name: "a second ballot after nothing",
      rules: vote("no-quorum: {second-ballot-within: 60 days}, \(pass)"),
      at: "no-quorum",
      sentence:
        "rule says what follows without a quorum and asks for none; write a quorum or leave no-quorum out"),
    Case(
      name: "a quorum without a measure", rules: vote("quorum: {overall: true}, \(pass)"), at: "quorum:",
      sentence:
        "decisions.rules.rule.quorum does not say who must be there; write one of present, present-or-proxied or cast, such as present: \"> 1/2\""
    ),
    Case(
      name: "two votes for one seat",
      rules: vote("weights: {each: party, weight: 1, permanent: {who: 2}}, \(pass)"), at: "who: 2",
      sentence: "the permanent seat of who has one vote; write who: 1"),
  ]

  @Test(arguments: cases) func contradiction(_ test: Case) throws {
    let text = DecidingCharter.text(rules: test.rules, membership: test.membership)
    let reading = Charter.read(Array(text.utf8), name: "trial.yaml")
    let found = try #require(
      reading.faults.first { $0.sentence == test.sentence },
      "found: \(reading.faults.map { String($0.sentence.prefix(300)) })")
    #expect(found.line == CharterFiles.line(of: test.at, in: text))
    #expect(reading.charter == nil)
  }

  @Test func aSecondingRuleCannotDecide() {
    let reading = DecidingCharter.read(
      rules: DecidingCharter.forestRules, membership: DecidingCharter.forestMembership,
      decides: "    statutes: {bodies: [assembly], rule: motion}")
    #expect(
      reading.faults.map(\.sentence) == [
        "statutes is to be decided by \u{201C}motion\u{201D}, which only says who proposes; name a rule of consensus, silence or vote"
      ])
  }

  @Test func theShippedCharterHasItsRuleTyped() throws {
    let charter = try #require(CharterFiles.read(try CharterFiles.text("2010")).charter)
    #expect(charter.rules.map(\.id) == ["consensus"])
    #expect(charter.rules.first?.kind == .consensus)
    #expect(charter.rules.first?.fallback == nil)
    #expect(charter.rules.first?.ground.basis == .assumed)
  }

  @Test func theTypedRuleSaysWhatTheFileSays() throws {
    let rule = try DecidingCharter.forest("chambers")
    #expect(rule.weights.chambers.map(\.id) == ["environmental", "social", "economic"])
    #expect(rule.weights.chambers.map(\.weight) == Array(repeating: try #require(Fraction(1, 3)), count: 3))
    #expect(rule.quorum.map(\.measure) == [.presentOrProxied])
    #expect(rule.quorum.map(\.basis) == [.power])
    #expect(rule.quorum.map(\.threshold.description) == ["> 1/2"])
    #expect(rule.pass.map(\.base) == [.registeredMinusAbstentions, .presentMinusAbstentions])
    #expect(rule.pass.map(\.threshold.description) == ["> 1/2", ">= 2/3"])
    #expect(rule.tie == .fails)
    #expect(rule.objects == ["statutory-motion", "policy-motion"])
    #expect(rule.proxies?.organisations == 5)
    #expect(rule.proxies != nil && rule.proxies?.individuals == nil)
  }

  @Test(arguments: [
    ("2/3", 2, 3), ("66.6 %", 333, 500), ("66.6%", 333, 500), ("0.666", 333, 500), ("1", 1, 1), ("4/6", 2, 3),
    ("100 %", 1, 1), ("0.5", 1, 2), ("33.3 %", 333, 1000), ("2/3 ", 2, 3),
  ])
  func sharesAreExact(text: String, top: Int, bottom: Int) throws {
    #expect(try Fraction(text: text) == Fraction(top, bottom))
  }

  @Test(arguments: [
    "", "half", "1/0", "-1/2", "1/2/3", "2/3 %", "1.5.2", "33,3 %", "1/10000000", "0.1234567", "1e-3",
  ])
  func whatIsNoShareIsRefused(text: String) {
    #expect(throws: Refusal.self) { try Fraction(text: text) }
  }
}
