import Charters
import Kernel
import Testing
import Wording

@Suite struct SeatsAndMotions {
  /// The planning group of the alliance (gard-governance): seventeen seats, one more while a paediatric body takes part.
  static let planningGroup = """
      planning-group:
        kind: planning
        name: {fr: Groupe de planification, en: Planning Group}
        total: 17
        election-order: [chair, vice-chair, constituencies]
        seats: {chair: {number: 1, by: election}, vice-chair: {number: 1, by: election}, who: {number: 1, by: permanent}, elected: {number: 14, by: election}}
        constituencies:
          respiratory: {number: 3, within: professional}
          allergy: {number: 2, within: professional}
          primary-care: {number: 1, within: professional}
          allied-professions: {number: 1, within: professional}
          disease-specific: {number: 1, within: professional}
          paediatric: {number: 1, conditional: {if: a paediatric organisation takes part, adds: 1}}
          patients: {number: 1}
          government: {number: 1}
          others: {number: 4, basis: implied}
    """

  static func plan() throws -> SeatPlan {
    let reading = DecidingCharter.read(
      rules: DecidingCharter.allianceRules(), membership: DecidingCharter.allianceMembership,
      bodies: planningGroup)
    #expect(reading.faults.map(\.sentence) == [])
    return try #require(reading.charter?.seatPlans.first { $0.body == "planning-group" })
  }

  @Test func seatsStandInTheOrderOfTheirElection() throws {
    let plan = try Self.plan()
    #expect(
      plan.seats(with: ["paediatric"]).map(\.id) == [
        "who", "chair", "vice-chair", "respiratory", "allergy", "primary-care", "allied-professions",
        "disease-specific", "paediatric", "patients", "government", "others",
      ])
    #expect(plan.number() == 17)
    #expect(plan.number(with: ["paediatric"]) == 18)
    #expect(plan.seats().filter { $0.within == "professional" }.map(\.number) == [3, 2, 1, 1, 1])
  }

  /// Votes among the seats that exist; a seat that does not exist is nobody's.
  @Test(arguments: [
    ([String](), 9, 8, BallotResult.Outcome.carried, "overall 9/17 yes"),
    (["paediatric"], 9, 9, .notCarried, "overall 9/18 no"),
    (["paediatric"], 10, 8, .carried, "overall 10/18 yes"),
    ([], 8, 8, .notCarried, "overall 8/16 no"), ([], 8, 7, .carried, "overall 8/15 yes"),
  ])
  func aVoteAmongSeats(
    constituencies: [String], yes: Int, no: Int, outcome: BallotResult.Outcome, pass: String
  ) throws {
    let seats = try Self.plan().seats(with: Set(constituencies)).flatMap { seat in
      (1...seat.number).map { Voter("\(seat.id)-\($0)") }
    }
    let rule = try DecidingCharter.rule("majority", rules: ConsensusAndSilence.rules)
    let votes = seats.prefix(yes + no).enumerated().map { Vote($1.id, $0 < yes ? .yes : .no) }
    let result = try rule.count(Poll(register: seats, votes: votes))
    #expect(result.outcome == outcome)
    #expect(result.compared("pass") == pass)
  }

  @Test func seatsThatDoNotAddUpAreRefused() {
    let reading = DecidingCharter.read(
      rules: DecidingCharter.allianceRules(), membership: DecidingCharter.allianceMembership,
      bodies: Self.planningGroup.replacing("allergy: {number: 2", with: "allergy: {number: 1"))
    #expect(
      reading.faults.map(\.sentence) == [
        "planning-group: 1 + 1 + 1 + 3 + 1 + 1 + 1 + 1 + 1 + 1 + 4 is 16; its total says 17"
      ])
  }

  private static let parties = (1...5).map { Voter("p\($0)", category: "collaborating-party") }

  /// Five parties. For the chair: ann 3, ben 2. For two allergy seats: ann 4 (passed over), cho 3, dov 2, eve 1.
  @Test func whoIsElectedFirstIsPassedOverLater() throws {
    let seats = try Self.plan().seats().filter { ["who", "chair", "allergy"].contains($0.id) }
    let choices =
      ["ann", "ann", "ann", "ben", "ben"].enumerated().map { Choice("p\($0 + 1)", "chair", [$1]) }
      + [["ann", "cho"], ["ann", "cho"], ["ann", "cho"], ["ann", "dov"], ["dov", "eve"]].enumerated().map {
        Choice("p\($0 + 1)", "allergy", $1)
      }
    let result = try DecidingCharter.alliance().elect(
      seats,
      candidates: [
        Candidate("ann", for: "chair"), Candidate("ben", for: "chair"), Candidate("ann", for: "allergy"),
        Candidate("cho", for: "allergy"), Candidate("dov", for: "allergy"), Candidate("eve", for: "allergy"),
      ], choices: choices, register: Self.parties)
    #expect(result.seats.map(\.seat) == ["who", "chair", "allergy"])
    #expect(result.seats.map(\.holders) == [["who"], ["ann"], ["cho", "dov"]])
    #expect(result.steps.contains { $0.code == "passed-over" && $0.about == "allergy" })
  }

  /// cho 2, dov 1, eve 1 for two seats: the second stays open. A choice of three names is void, an observer's too.
  @Test func aTieForTheLastSeatLeavesItOpen() throws {
    let seats = try Self.plan().seats().filter { $0.id == "allergy" }
    let result = try DecidingCharter.alliance().elect(
      seats, candidates: ["cho", "dov", "eve"].map { Candidate($0, for: "allergy") },
      choices: [
        Choice("p1", "allergy", ["cho", "dov"]), Choice("p2", "allergy", ["cho", "eve"]),
        Choice("p3", "allergy", ["cho", "dov", "eve"]), Choice("w", "allergy", ["dov"]),
      ], register: Self.parties + [Voter("w", category: "private-observer")])
    #expect(result.seats.map(\.holders) == [["cho"]])
    #expect(result.seats.map(\.tied) == [["dov", "eve"]])
    #expect(result.seats.map(\.vacant) == [1])
    #expect(result.steps.filter { $0.code == "void" }.map(\.about) == ["p3"])
  }

  @Test func withoutAQuorumNobodyIsElected() throws {
    let rule = try DecidingCharter.alliance(quorum: "{overall: true, present: \"> 1/2\"}")
    let result = try rule.elect(
      try Self.plan().seats(), candidates: [Candidate("ann", for: "chair")],
      choices: [Choice("p1", "chair", ["ann"])], register: Self.parties)
    #expect(result.hasQuorum == false)
    #expect(result.seats == [])
  }

  private static let members = [
    Voter("e1", chamber: "environmental"), Voter("e2", chamber: "environmental"),
    Voter("s1", chamber: "social"), Voter("c1", chamber: "economic"),
    Voter("c2", chamber: "economic", isInGoodStanding: false), Voter("w", isObserver: true),
  ]

  @Test(arguments: [
    ("motion", ["e1"], ["e2", "s1"], []),
    (
      "motion-2017", ["e1"], ["e2", "s1"],
      [
        "the 3 members behind the motion come from 2 chambers (environmental, social); each comes from another chamber"
      ]
    ),
    ("motion-2017", ["e1"], ["s1", "c1"], []),
    (
      "motion-2017", ["e1"], ["s1", "c2"],
      ["c2 is not in good standing; who proposes or seconds has paid its fees"]
    ),
    ("motion", ["e1"], ["s1"], ["the motion has 1 seconder; 2 are needed"]),
    (
      "motion", [], ["e1", "s1", "c1"],
      ["the motion has 0 proposers; 1 is needed"]
    ),
    (
      "motion", ["e1"], ["e1", "s1"],
      ["e1 stands behind the motion twice; each proposer and seconder is another member"]
    ),
    (
      "motion", ["e1"], ["w", "z"],
      [
        "w is an observer; members propose and second",
        "z is not on the register, so it cannot propose or second",
      ]
    ),
  ])
  func seconding(rule: String, proposers: [String], seconders: [String], sentences: [String]) throws {
    let seconding = try #require(try DecidingCharter.forest(rule).seconding)
    let refusals = seconding.refusals(proposers: proposers, seconders: seconders, register: Self.members)
    #expect(refusals.map(\.sentence) == sentences)
  }

  @Test func aStatutoryMotionBindsAndAPolicyMotionAdvises() throws {
    let rule = try DecidingCharter.forest("motion")
    #expect(rule.effect(on: "statutory") == .binding)
    #expect(rule.effect(on: "policy") == .advisory(to: "board"))
  }

  @Test func aSecondingRuleDecidesNothing() throws {
    let refusal = #expect(throws: Refusal.self) {
      try DecidingCharter.forest("motion").count(Poll(register: Self.members))
    }
    #expect(refusal?.code == "not-a-way-to-decide")
  }
}
