@testable import App
import Charters
import Exchange
@testable import Governance
import Kernel
import Telling
@testable import Registry
import Store
import Testing
import Wording

/// What a formation is refused, in which words.
@Suite struct FormationRefusalTests {
  // MARK: Need and proposal

  @Test func r110_aNeedRestsOnSomething() async throws {
    let told = try await FormationSteps.refusal(after: nil) {
      try Formation.identify(FormationSteps.need(sources: []), FormationSteps.secretariat, $0)
    }
    #expect(
      told
        == "the need of lake rests on nothing; name a legal basis, a request, an uncertainty or a source that states it"
    )
  }

  @Test(arguments: [
    (" ", "Lake", "lake does not say what is needed; write the need in a sentence"),
    ("A need.", "", "lake has no name; give the new partnership one, even a provisional one"),
  ]) func aNeedHasANameAndSaysWhatIsNeeded(text: String, name: String, sentence: String) async throws {
    let told = try await FormationSteps.refusal(after: nil) {
      try Formation.identify(FormationSteps.need(text, name: name), FormationSteps.secretariat, $0)
    }
    #expect(told == sentence)
  }

  @Test func nothingBeginsFurtherOn() async throws {
    let told = try await FormationSteps.refusal(after: nil) {
      try Formation.identify(FormationSteps.need(state: .charter), FormationSteps.secretariat, $0)
    }
    #expect(
      told == "the proposal for lake says nothing yet; write what the new partnership would do about the need"
    )
  }

  @Test(arguments: [
    (
      "", "A goal.",
      "the proposal for lake says nothing yet; write what the new partnership would do about the need"
    ),
    ("A text.", "\n", "the proposal for lake has no goal; write what its partners would agree to reach"),
  ]) func r110_aProposalHasATextAndAGoal(text: String, goal: String, sentence: String) async throws {
    let told = try await FormationSteps.refusal(after: .need) {
      try FormationSteps.propose($0, text: text, goal: goal)
    }
    #expect(told == sentence)
  }

  @Test func aProposalComesAfterItsNeed() async throws {
    let told = try await FormationSteps.refusal(after: .need) {
      try FormationSteps.propose($0, on: Day(2026, 1, 9))
    }
    #expect(told == "proposal of lake on 2026-01-09 is before need on 2026-01-10; steps follow each other")
  }

  // MARK: No step is passed over

  @Test func r110_noStepIsPassedOver() async throws {
    #expect(
      try await FormationSteps.refusal(after: .need) { try FormationSteps.join("kenya", "public", $0) }
        == "join is not possible from need; it is from proposal, partners, charter")
    #expect(
      try await FormationSteps.refusal(after: .proposal) { try FormationSteps.charter($0) }
        == "charter is not possible from proposal; it is from partners, charter")
    #expect(
      try await FormationSteps.refusal(after: .partners) { connection in
        try FormationSteps.decide(connection)
        try FormationSteps.launch(connection)
      } == "launch is not possible from partners; it is from charter")
    #expect(
      try await FormationSteps.refusal(after: .launched) { connection in
        try Formation.abandon(
          FormationSteps.id, because: Translated(.en, "Too late."), on: Day(2026, 7, 1),
          FormationSteps.secretariat, connection)
      } == "abandon is not possible from launched; it is from need, proposal, partners, charter")
  }

  @Test(arguments: ["propose", "join", "charter", "launch", "abandon"])
  func r110_aBareMoveTakesNoStep(move: String) async throws {
    let asked = [
      "propose": "text", "join": "who", "charter": "charter", "launch": "decision", "abandon": "reason",
    ]
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { try FormationSteps.take($0, to: .charter) }
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.move(
          Formation.self, "lake", by: move, on: Day(2026, 6, 1), FormationSteps.secretariat)
      }
      #expect(refusal?.field == asked[move])
      #expect(refusal?.sentence.contains("give it as") == true)
    }
  }

  @Test func aFileBringsNeedsAndProposalsOnly() async throws {
    try await FoundedPartnership.with { partnership in
      let head =
        "id,name_en,need_en,charter,edition,founders,proposal_en,goal_en,proposer,qualifier,source,verification,state\n"
      let founders =
        #""[{""id"":""x"",""name"":{""original"":""en"",""en"":""X""},""sector"":""public"",""agreed"":""2026"",""left"":null}]""#
      let rows = """
        a,A,Need.,,,,,,,exact,A34,stated,need
        b,B,Need.,fsc,2017,\(founders),Text.,Goal.,gold,exact,A34,stated,charter

        """
      let plan = try await partnership.take(
        Formation.self, CSVFile(Array((head + rows).utf8), name: "formations.csv"), nil)
      #expect(plan.outcomes.map(\.verdict) == [.add, .refused])
      #expect(
        plan.outcomes[1].refusals.map(\.sentence) == [
          "b is given as charter; a file brings a need or a proposal, and \u{201C}entente formation\u{201D} takes it further"
        ])
    }
  }

  // MARK: Partners

  @Test func r110_twoPartnersOfTwoSectorsAgreeBeforeACharter() async throws {
    let one = try await FormationSteps.refusal(after: .proposal) { connection in
      try FormationSteps.join("kenya", "public", connection)
      try FormationSteps.join("lake-watch", "civil-society", agreed: nil, connection)
      try FormationSteps.charter(connection)
    }
    #expect(one == "partners who agreed to found lake so far: 1; its charter takes at least 2 (F1)")
    let same = try await FormationSteps.refusal(after: .proposal) { connection in
      try FormationSteps.join("kenya", "public", connection)
      try FormationSteps.join("peru", "public", connection)
      try FormationSteps.charter(connection)
    }
    #expect(
      same
        == "main sectors of those who agreed to found lake so far: public; its charter takes at least 2 (F1)")
  }

  @Test func whoAgreesAfterTheDayDoesNotCountOnIt() async throws {
    let told = try await FormationSteps.refusal(after: .proposal) { connection in
      try FormationSteps.join("kenya", "public", connection)
      try FormationSteps.join("lake-watch", "civil-society", agreed: Day(2026, 4, 2), connection)
      try FormationSteps.charter(connection, on: Day(2026, 4, 1))
    }
    #expect(told == "partners who agreed to found lake so far: 1; its charter takes at least 2 (F1)")
  }

  @Test func r110_whoLeavesHoldsTheLaunchUp() async throws {
    let told = try await FormationSteps.refusal(after: .charter) { connection in
      try Formation.leave(
        FormationSteps.id, "kenya", on: Day(2026, 4, 20), FormationSteps.secretariat, connection)
      try FormationSteps.decide(connection)
      try FormationSteps.launch(connection)
    }
    #expect(told == "partners who agreed to found lake so far: 1; its charter takes at least 2 (F1)")
  }

  @Test func aFounderIsNamedInASectorOfTheCharterAndOnce() async throws {
    #expect(
      try await FormationSteps.refusal(after: .proposal) { try FormationSteps.join("x", "army", $0) }
        == "\u{201C}army\u{201D} is no sector of charter gmp 2020; there are public, private, civil-society, unions, media, universities"
    )
    #expect(
      try await FormationSteps.refusal(after: .proposal) { try FormationSteps.join("x", nil, $0) }
        == "x is no partner here; give its name and its sector")
    #expect(
      try await FormationSteps.refusal(after: .partners) { try FormationSteps.join("kenya", "public", $0) }
        == "kenya agreed on 2026-03-01; it can leave again")
    #expect(
      try await FormationSteps.refusal(after: .partners) { connection in
        try Formation.leave(
          FormationSteps.id, "peru", on: Day(2026, 4, 1), FormationSteps.secretariat, connection)
      } == "peru is no founding partner of lake; there are kenya, lake-watch")
    #expect(
      try await FormationSteps.refusal(after: .partners) { connection in
        try Formation.leave(
          FormationSteps.id, "kenya", on: Day(2026, 2, 28), FormationSteps.secretariat, connection)
      } == "kenya agreed on 2026-03-01; it cannot leave on 2026-02-28, before it")
  }

  // MARK: Charter

  @Test func r110_theCharterIsAnother() async throws {
    let told = try await FormationSteps.refusal(after: .partners) {
      try FormationSteps.charter($0, Models.reading("gmp", edition: "2010"))
    }
    #expect(told == "gmp is the charter of this partnership; a new one has a charter of its own")
  }

  @Test func r110_theCharterChecksClean() async throws {
    let spoilt = try ShippedCharter.reading(
      "traffic/2018", replacing: "\nshares:", with: "\nshares-spoilt: {}\nshares:")
    let text = try ShippedCharter.text(
      "traffic/2018", replacing: "\nshares:", with: "\nshares-spoilt: {}\nshares:")
    let told = try await FormationSteps.refusal(after: .partners) {
      try FormationSteps.charter($0, spoilt, text: text)
    }
    #expect(told?.hasPrefix("the charter traffic cannot be used: Charters/traffic/2018.yaml:") ?? false)
    #expect(told?.contains("knows no key \u{201C}shares-spoilt\u{201D}") ?? false)
  }

  @Test func aCharterThatNobodyKnowsIsASentence() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { try FormationSteps.take($0, to: .partners) }
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.charter(
          "lake", "nothing", on: Day(2026, 4, 1), seen: nil, FormationSteps.secretariat)
      }
      #expect(
        refusal?.sentence.hasPrefix(
          "\u{201C}nothing\u{201D} is no charter that is known; give a file that ends in .yaml, or one of basel"
        )
          ?? false)
    }
  }

  @Test func theCharterComesAfterTheFirstAgreement() async throws {
    let told = try await FormationSteps.refusal(after: .proposal) { connection in
      try FormationSteps.join("kenya", "public", connection)
      try FormationSteps.join("lake-watch", "civil-society", connection)
      try FormationSteps.charter(connection, on: Day(2026, 2, 28))
    }
    #expect(told == "partners who agreed to found lake so far: 0; its charter takes at least 2 (F1)")
  }

  // MARK: Launch

  @Test func r110_aLaunchTakesADecisionOfWhoMayDecide() async throws {
    #expect(
      try await FormationSteps.refusal(after: .charter) { try FormationSteps.launch($0) }
        == "there is no decision \u{201C}dec-lake\u{201D}; record it first")
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, outcome: .takesNote)
        try FormationSteps.launch(connection)
      } == "dec-lake takes-note and is taken; a launch needs a decision that was taken")
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, body: "cop")
        try FormationSteps.launch(connection)
      }
        == "dec-lake is of cop on new-area; the launch of lake takes one of advisory-group on new-partnership, structure, new-area"
    )
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, subject: "guidelines")
        try FormationSteps.launch(connection)
      }
        == "dec-lake is of advisory-group on guidelines; the launch of lake takes one of advisory-group on new-partnership, structure, new-area"
    )
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, date: nil)
        try FormationSteps.launch(connection)
      } == "dec-lake has no date; a launch comes on its day or later, so give it one")
  }

  @Test func r110_decisionAndLaunchComeAfterTheStepsBefore() async throws {
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, date: When(2026, 3, 31))
        try FormationSteps.launch(connection)
      } == "decision of lake on 2026-03-31 is before charter on 2026-04-01; steps follow each other")
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection)
        try FormationSteps.launch(connection, on: Day(2026, 4, 30))
      } == "launch of lake on 2026-04-30 is before decision on 2026-05-01; steps follow each other")
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.join("peru", "public", agreed: Day(2026, 6, 2), connection)
        try FormationSteps.decide(connection)
        try FormationSteps.launch(connection)
      } == "launch of lake on 2026-06-01 is before agreement on 2026-06-02; steps follow each other")
  }

  /// A month stands for any of its days: a decision of May may be older than a launch on 1 May, and is not refused.
  @Test func aMonthIsNotFilledUpToADay() async throws {
    let told = try await FormationSteps.refusal(after: .charter) { connection in
      try FormationSteps.decide(connection, date: When(2026, 5))
      try FormationSteps.launch(connection, on: Day(2026, 5, 1))
    }
    #expect(told == nil)
  }

  @Test func aPartnershipIsNotLaunchedTwice() async throws {
    let told = try await FormationSteps.refusal(after: .partners) { connection in
      try FormationSteps.charter(connection, Models.reading("pcfv", edition: "2019"))
      try FormationSteps.decide(connection)
      try FormationSteps.launch(connection)
    }
    #expect(
      told == "there is a partnership \u{201C}pcfv\u{201D} already; the new one's charter takes another id")
  }

  @Test func r110_abandoningTakesAReason() async throws {
    let told = try await FormationSteps.refusal(after: .need) { connection in
      try Formation.abandon(
        FormationSteps.id, because: Translated(.en, " "), on: Day(2026, 4, 1),
        FormationSteps.secretariat, connection)
    }
    #expect(told == "say why lake is abandoned; whoever meets the need again will ask")
  }

  @Test func whatIsNotThereIsASentence() async throws {
    let told = try await FormationSteps.refusal(after: nil) { try FormationSteps.propose($0) }
    #expect(told == "there is no formation \u{201C}lake\u{201D}")
  }
}
