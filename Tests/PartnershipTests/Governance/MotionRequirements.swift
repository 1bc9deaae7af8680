import Charters
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing
import Wording

@Suite struct MotionRequirements {
  private static let decided = Day(2010, 9, 20)

  /// env-1 yes, env-2 no, soc-1 yes, soc-2 absent, eco-1 yes: of 6 points 1 + 2... see the lines below.
  @Test func aMotionIsSecondedOpenedVotedAndDecidedWithItsArithmetic() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("env-2", .no), ("soc-1", .yes), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try #require(try connection.one(Motion.ID("motion-1")))
    }
    #expect(motion.state == .decided)
    #expect(motion.outcome == .carried)
    #expect(motion.isBinding)
    #expect(motion.counted == Self.decided)
    // Six points: environmental and social members 1 each, the only economic one in good standing 2.
    #expect(
      motion.arithmetic.map { $0.text(in: .en).text } == [
        "eco-2 is counted out: it is not in good standing",
        "5 of 6 on the register may vote",
        "economic: 1 vote weighs 1/3 of the whole",
        "environmental: 2 votes weigh 1/6 of the whole each",
        "social: 2 votes weigh 1/6 of the whole each",
        "environmental: 1 (1) in favour, 1 (1) against, 0 (0) abstain, 0 absent; 2 (2) registered",
        "social: 1 (1) in favour, 0 (0) against, 0 (0) abstain, 1 absent; 2 (2) registered",
        "economic: 2 (1) in favour, 0 (0) against, 0 (0) abstain, 0 absent; 2 (1) registered",
        "overall: 4 (3) in favour, 1 (1) against, 0 (0) abstain, 1 absent; 6 (5) registered",
        "environmental: quorum: 2/2 (of 6) present or by proxy; > 0 is needed: 2 > 0 holds",
        "social: quorum: 1/2 (of 6) present or by proxy; > 0 is needed: 1 > 0 holds",
        "economic: quorum: 2/2 (of 6) present or by proxy; > 0 is needed: 2 > 0 holds",
        "overall: in favour 4/5 (of 6), of those present minus abstentions; >= 2/3 is needed: 12 >= 10 holds",
        "carried",
      ])
    #expect(motion.arithmetic.last?[.fr] == "adoptée")
  }

  @Test func theJournalKeepsEveryStepOfAMotion() async throws {
    let charter = try MotionCharter.charter()
    let acts = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .yes), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try connection.history(kind: "motion", record: "motion-1")
    }
    #expect(acts.map(\.version) == [1, 2, 3, 4])
    #expect(acts.allSatisfy { $0.capacity == "member:advisory-group" })
  }

  @Test func twoSecondersOfTheProposersChamberAreRefused() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(MotionCharter.motion(), MotionCharter.group)
        try Motion.second(
          .init("motion-1"), by: ["env-2", "soc-1"], under: charter, register: MotionCharter.register,
          MotionCharter.group, connection)
      }
    }
    #expect(
      refusal?.sentence
        == "the 3 members behind the motion come from 2 chambers (environmental, social); each comes from another chamber"
    )
  }

  @Test func before2017OneChamberWasEnough() async throws {
    let charter = try MotionCharter.charter(
      MotionCharter.text.replacing("different-chambers: true", with: "different-chambers: false"))
    let state = try await NotePartnership.with { connection in
      try Journal(connection).append(MotionCharter.motion(), MotionCharter.group)
      try Motion.second(
        .init("motion-1"), by: ["env-2", "soc-1"], under: charter, register: MotionCharter.register,
        MotionCharter.group, connection)
      return try connection.one(Motion.ID("motion-1"))?.state
    }
    #expect(state == .seconded)
  }

  @Test func aSeconderInArrearsIsRefused() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(MotionCharter.motion(), MotionCharter.group)
        try Motion.second(
          .init("motion-1"), by: ["soc-1", "eco-2"], under: charter, register: MotionCharter.register,
          MotionCharter.group, connection)
      }
    }
    #expect(refusal?.sentence == "eco-2 is not in good standing; who proposes or seconds has paid its fees")
  }

  @Test func anObjectionLeadsToTheFallbackAndThenToAVote() async throws {
    let charter = try MotionCharter.charter()
    let (between, after) = try await NotePartnership.with { connection in
      let register = MotionCharter.register
      try MotionCharter.open(
        MotionCharter.motion(rule: "consensus", subject: "structure"), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .objects), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: register, on: Self.decided, MotionCharter.group,
        connection)
      let between = try #require(try connection.one(Motion.ID("motion-1")))
      try MotionCharter.cast(
        [("env-1", .yes), ("soc-1", .no), ("eco-1", .yes)], round: 2, connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: register, on: Day(2010, 9, 21), MotionCharter.group,
        connection)
      return (between, try #require(try connection.one(Motion.ID("motion-1"))))
    }
    #expect(between.state == .open)
    #expect(between.outcome == .fallbackNeeded)
    #expect(between.rule == "chambers")
    #expect(between.round == 2)
    // One of two environmental points, against one social, with two economic: 3 of 4.
    #expect(after.state == .decided)
    #expect(after.outcome == .carried)
    #expect(
      after.arithmetic.contains {
        $0[.en]
          == "overall: in favour 3/4 (of 6), of those present minus abstentions; >= 2/3 is needed: 9 >= 8 holds"
      })
    #expect(after.arithmetic.contains { $0[.en] == "soc-1 objects and sustains it" })
  }

  @Test func aPolicyMotionOnlyAdvises() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(form: "policy"), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .yes), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try #require(try connection.one(Motion.ID("motion-1")))
    }
    #expect(motion.outcome == .carried)
    #expect(motion.isAdvisory)
    #expect(!motion.isBinding)
    #expect(motion.arithmetic.last?[.en] == "carried; the result advises inc and binds nobody")
  }

  @Test func aDeclaredInterestIsCountedOutAndTold() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try MotionCharter.cast(
        [("env-1", .yes), ("env-2", .no), ("soc-1", .yes), ("eco-1", .no)],
        interests: ["env-2": "sells mercury"], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try #require(try connection.one(Motion.ID("motion-1")))
    }
    // Without env-2 the only environmental vote weighs 2 of 6: 2 + 1 of 2 + 1 + 2.
    #expect(motion.outcome == .notCarried)
    #expect(
      motion.arithmetic.first?[.en]
        == "env-2 is counted out: it declared an interest (sells mercury), and the rule counts it out; its vote does not count"
    )
    #expect(
      motion.arithmetic.contains {
        $0[.en]
          == "overall: in favour 3/5 (of 6), of those present minus abstentions; >= 2/3 is needed: 9 >= 10 does not hold"
      })
  }

  @Test func aProxyOverTheLimitIsVoid() async throws {
    let charter = try MotionCharter.charter()
    let lines = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try MotionCharter.cast(
        [("env-1", .yes), ("env-2", .yes), ("soc-1", .yes), ("soc-2", .yes), ("eco-1", .yes)],
        holders: ["env-2": "env-1", "soc-2": "env-1"], connection)
      return try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection
      ).steps.filter { $0.code == "proxy-void" }.map { $0.text.text(in: .en).text }
    }
    #expect(
      lines == [
        "the proxy of soc-2 to env-1 is void: env-1 may carry at most 1 of organisations"
      ])
  }

  @Test func silenceIsCountedOnlyAfterItsDays() async throws {
    let charter = try MotionCharter.charter()
    let (early, changed, late) = try await NotePartnership.with { connection in
      let register = MotionCharter.register
      try MotionCharter.open(MotionCharter.motion(rule: "silence"), charter, connection)
      func count(_ day: Day) throws -> BallotResult.Outcome {
        try Motion.decide(
          .init("motion-1"), under: charter, register: register, on: day, MotionCharter.group, connection
        ).outcome
      }
      let early = try count(Day(2010, 9, 15))
      try Motion.change(
        .init("motion-1"), to: Translated(.en, "Ask for two areas."), on: Day(2010, 9, 8),
        MotionCharter.group, connection)
      let changed = try count(Day(2010, 9, 22))
      #expect(try connection.version(of: Motion.ID("motion-1")) == 4)
      return (early, changed, try count(Day(2010, 9, 23)))
    }
    #expect(early == .deadlineOpen)
    #expect(changed == .deadlineOpen)
    #expect(late == .carried)
  }

  @Test func afterNoQuorumASecondBallotMayFollow() async throws {
    let charter = try MotionCharter.charter()
    let (first, second) = try await NotePartnership.with { connection in
      let register = MotionCharter.register
      try MotionCharter.open(MotionCharter.motion(rule: "heads"), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: register, on: Self.decided, MotionCharter.group,
        connection)
      let first = try #require(try connection.one(Motion.ID("motion-1")))
      try MotionCharter.cast([("env-1", .yes)], round: 2, connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: register, on: Day(2010, 11, 19), MotionCharter.group,
        connection)
      return (first, try #require(try connection.one(Motion.ID("motion-1"))))
    }
    // Two of five are no quorum; the second ballot needs none, and is held on the sixtieth day.
    #expect(first.state == .open)
    #expect(first.outcome == .noQuorum)
    #expect(first.until == Day(2010, 11, 19))
    #expect(second.state == .decided)
    #expect(second.outcome == .carried)
  }

  @Test func withoutASecondBallotNoQuorumLetsTheMotionLapse() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try MotionCharter.cast([("env-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try #require(try connection.one(Motion.ID("motion-1")))
    }
    #expect(motion.state == .lapsed)
    #expect(motion.outcome == .noQuorum)
  }

  @Test func onlyABodyThatDecidesOnTheSubjectCounts() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        var motion = MotionCharter.motion(body: "inc")
        (motion.state, motion.opened) = (.open, Day(2010, 9, 1))
        try Journal(connection).append(motion, MotionCharter.group)
        try Motion.decide(
          motion.id, under: charter, register: MotionCharter.register, on: Self.decided,
          NotePartnership.member(of: "inc"), connection)
      }
    }
    #expect(refusal?.sentence == "inc does not decide on policy; advisory-group does")
  }

  @Test func aRuleThatTheCharterDoesNotHaveIsNamed() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try MotionCharter.open(MotionCharter.motion(rule: "lots"), charter, connection)
        try Motion.decide(
          .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
          MotionCharter.group, connection)
      }
    }
    #expect(
      refusal?.sentence
        == "charter motions 2017 has no decision rule \u{201C}lots\u{201D}; it has consensus, chambers, heads, silence, motion"
    )
  }

  @Test func aBareMoveDecidesNothing() async throws {
    func state(after verb: String, as capacity: Capacity) async throws -> Motion.State {
      var motion = MotionCharter.motion()
      motion.state = .open
      motion.opened = Day(2010, 9, 1)
      let open = motion
      return try await NotePartnership.with { try open.done(verb, as: capacity, $0).state }
    }
    let refusal = await #expect(throws: Refusal.self) { try await state(after: "decide", as: .secretariat) }
    #expect(refusal?.code == "unknown-verb")
    await #expect(throws: Refusal.self) { try await state(after: "withdraw", as: .focalPoint(of: "soc-1")) }
    #expect(try await state(after: "withdraw", as: .focalPoint(of: "env-1")) == .withdrawn)
    #expect(try await state(after: "lapse", as: .secretariat) == .lapsed)
  }

  @Test(arguments: [
    ("env-1", "env-1", "env-1 has voted on motion motion-1 already", true),
    (
      "env-2", "env-1",
      "focal-point:env-1 may not vote ballot motion-1-1-env-2; the secretariat, the focal point of env-2 or a member of advisory-group may",
      false
    ),
  ])
  func aVoteTwiceOrForAnotherIsRefused(voter: String, by: String, sentence: String, isSecond: Bool)
    async throws
  {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try MotionCharter.open(MotionCharter.motion(), charter, connection)
        for _ in 1...(isSecond ? 2 : 1) {
          try Ballot.cast(
            Ballot(
              id: Ballot.id(of: voter, on: .init("motion-1"), round: 1), motion: .init("motion-1"), round: 1,
              voter: voter, choice: .yes,
              holder: nil, interest: nil, day: nil, withdrawn: nil, provenance: Provenance(["test"])),
            Intent("cast", by: "delegate", as: .focalPoint(of: by)), connection)
        }
      }
    }
    #expect(refusal?.sentence == sentence)
  }

  @Test func aMotionThatIsNotOpenTakesNoVote() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(MotionCharter.motion(), MotionCharter.group)
        try MotionCharter.cast([("env-1", .yes)], connection)
      }
    }
    #expect(refusal?.sentence == "motion motion-1 is proposed; only an open one takes votes")
  }

  @Test func r142_whatIsCarriedStandsInThePublicLogOfDecisions() async throws {
    let charter = try MotionCharter.charter()
    let decisions = try await NotePartnership.with { connection in
      for (id, choice) in [("motion-1", Ballot.Choice.yes), ("motion-2", .no)] {
        try MotionCharter.open(MotionCharter.motion(id), charter, connection)
        try MotionCharter.cast(
          [("env-1", choice), ("soc-1", choice), ("eco-1", choice)], on: id, connection)
        try Motion.decide(
          .init(id), under: charter, register: MotionCharter.register, on: Self.decided, MotionCharter.group,
          connection)
      }
      return try connection.decisions(on: "policy")
    }
    #expect(decisions.map(\.id.text) == ["motion-1"])
    #expect(decisions.first?.outcome == .decides)
    #expect(decisions.first?.date == When(2010, 9, 20))
    #expect(decisions.first?.clause == "motions 2017, decisions.who-decides.policy, chambers")
    #expect(Decision.sight == .everyone)
    #expect(Motion.sight == .everyone)
  }

  /// What advises stands in the log as advice: nothing can be put in force with it.
  @Test func whatAdvisesIsLoggedAsAdvice() async throws {
    let charter = try MotionCharter.charter()
    let decisions = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(form: "policy"), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .yes), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      return try connection.decisions(on: "policy")
    }
    #expect(decisions.map(\.outcome) == [.advises])
    #expect(decisions.map(\.isBinding) == [false])
  }

  @Test func aVoteOfAnotherBallotIsRefused() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try MotionCharter.open(MotionCharter.motion(), charter, connection)
        try MotionCharter.cast([("env-1", .yes)], round: 2, connection)
      }
    }
    #expect(refusal?.sentence == "motion motion-1 is in ballot 1, and this vote is for ballot 2")
  }

  @Test func theTextMayChangeOnTheDayOfTheOpening() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try Motion.change(
        .init("motion-1"), to: Translated(.en, "Ask for two areas."), on: Day(2010, 9, 1),
        MotionCharter.group,
        connection)
      return try connection.one(Motion.ID("motion-1"))
    }
    #expect(motion?.changed == Day(2010, 9, 1))
    #expect(motion?.text[.en] == "Ask for two areas.")
  }
}
