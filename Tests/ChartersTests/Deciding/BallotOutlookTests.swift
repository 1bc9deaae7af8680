import Charters
import Kernel
import Testing

/// What is known of a ballot while it is open: everything but how anybody votes.
@Suite struct BallotOutlookTests {
  private static let rules = """
        triple:
          kind: vote
          weights: {chambers: {environmental: {weight: 1/2}, social: {weight: 1/2}}}
          quorum: {each: chamber, of: power, present-or-proxied: "> 1/2"}
          pass: [{overall: true, in-favour: "> 1/2", of: cast}]
          tie: fails
        silence: {kind: silence, days: 14, last-day: does-not-count, text-change: restarts-clock}
    """
  private static let register = [
    Voter("e1", chamber: "environmental"), Voter("e2", chamber: "environmental"),
    Voter("s1", chamber: "social"), Voter("s2", chamber: "social", isInGoodStanding: false),
  ]

  @Test func aQuorumIsToldAndNoVote() throws {
    let poll = Poll(register: Self.register, votes: [Vote("e1", .no), Vote("s1", .yes)])
    let outlook = try DecidingCharter.rule("triple", rules: Self.rules).outlook(poll)
    #expect(outlook.voters == ["e1", "e2", "s1"])
    #expect(outlook.cells.map(\.chamber) == ["environmental", "social"])
    #expect(outlook.cells.map(\.weight) == ["1/4", "1/2"])
    #expect(outlook.cells.map(\.voters) == [["e1", "e2"], ["s1"]])
    // Four points: environmental members 1 each, the only social one that counts 2.
    #expect(
      outlook.steps.map { $0.text[.en] } == [
        "3 of 4 on the register may vote", "environmental: 2 votes weigh 1/4 of the whole each",
        "social: 1 vote weighs 1/2 of the whole",
        "environmental: quorum: 1/2 (of 4) present or by proxy; > 1/2 is needed: 2 > 2 does not hold",
        "social: quorum: 2/2 (of 4) present or by proxy; > 1/2 is needed: 4 > 2 holds",
      ])
  }

  @Test func aSilenceProcedureTellsItsLastDay() throws {
    let poll = Poll(
      register: Self.register, votes: [Vote("e1", .objects, on: Day(2010, 9, 2))], opened: Day(2010, 9, 1),
      changed: Day(2010, 9, 3))
    let outlook = try DecidingCharter.rule("silence", rules: Self.rules).outlook(poll)
    #expect(outlook.cells.isEmpty)
    #expect(
      outlook.steps.map { $0.text[.en] } == [
        "3 of 4 on the register may vote",
        "2010-09-03 and 14 days: objections are in time until 2010-09-16, to the end of the day in UTC",
      ])
  }

  @Test func withoutVotersThereIsNoOutlook() throws {
    let refusal = #expect(throws: Refusal.self) {
      try DecidingCharter.rule("triple", rules: Self.rules).outlook(Poll(register: []))
    }
    #expect(refusal?.code == "zero-voters")
  }
}
