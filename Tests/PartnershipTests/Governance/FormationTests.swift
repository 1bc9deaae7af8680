@testable import App
import Charters
@testable import Governance
import Kernel
import Telling
@testable import Registry
import Store
import Testing
import Wording

/// A need becomes a proposal, gathers partners, gets a charter and is launched (A34).
@Suite struct FormationTests {
  @Test func r110_aNeedBecomesALaunchedPartnershipStepByStep() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        var states: [Formation.State?] = []
        func note() throws { states.append(try connection.one(FormationSteps.id)?.state) }
        try FormationSteps.identify(connection)
        try note()
        try FormationSteps.propose(connection, FormationSteps.lead(of: "gold"))
        try note()
        try FormationSteps.join("kenya", "public", connection)
        try note()
        try FormationSteps.join("lake-watch", "civil-society", connection)
        try FormationSteps.charter(connection)
        try note()
        try FormationSteps.decide(connection)
        let launch = try FormationSteps.launch(connection, FormationSteps.member(of: "advisory-group"))
        try note()
        #expect(states == [.need, .proposal, .partners, .charter, .launched])
        #expect(launch.formation.partnership?.text == "mercury-free-gold")
        #expect(try connection.one(Partnership.ID("mercury-free-gold")) == launch.partnership)
      }
      #expect(try await partnership.differences { _ in } == [])
    }
  }

  @Test func r110_theLaunchKeepsThePartnershipAndItsTieToTheTreaty() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .partners)
        try FormationSteps.charter(
          connection, FormationSteps.tied().reading, text: FormationSteps.tied().text)
        try FormationSteps.decide(connection)
        try FormationSteps.launch(connection)
        let made = try #require(try connection.one(Partnership.ID("lakes")))
        #expect(made.period == Period(since: When(2026, 6, 1)))
        #expect(made.members?.value == 2)
        #expect(made.members?.source == "dec-lake")
        #expect(made.promotedBy == ["gold"])
        // Its charter ties it to the convention by a memorandum.
        let tie = try #require(try connection.one(Interaction.ID("int-lakes-cites")))
        #expect(tie.modality == "memorandum")
        #expect(tie.partnership?.text == "lakes")
        #expect(tie.basis == "dec-lake")
      }
    }
  }

  @Test func aCharterWithoutATieLeavesNone() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .partners)
        try FormationSteps.charter(connection, Models.reading("mercury-free-gold", edition: "2010"))
        try FormationSteps.decide(connection)
        let launch = try FormationSteps.launch(connection)
        #expect(launch.interactions.isEmpty)
        #expect(launch.partnership.id.text == "mercury-free-gold")
      }
    }
  }

  @Test func r110_theHistoryHoldsEachStepWithWhoTookIt() async throws {
    try await FoundedPartnership.with { partnership in
      let day = Day(2026, 2, 1)
      _ = try await partnership.identify(
        .init(
          id: FormationSteps.id, name: Translated(.en, "Lake Partnership"),
          need: Translated(.en, "Nobody measures mercury in lakes."), source: ["A34"], on: Day(2026, 1, 10)),
        Intent("identify", by: "ana", as: .secretariat))
      _ = try await partnership.propose(
        "lake",
        .init(text: Translated(.en, "Sample."), goal: Translated(.en, "Know."), by: "gold", on: day),
        seen: 1, Intent("propose", by: "mia", as: .lead(of: "gold")))
      for (who, sector) in [("kenya", "public"), ("lake-watch", "civil-society")] {
        _ = try await partnership.join(
          "lake", .init(who: who, name: Translated(.en, who), sector: sector, on: Day(2026, 3, 1)), seen: nil,
          Intent("join", by: "kim", as: .applicant))
      }
      _ = try await partnership.charter(
        "lake", "mercury-free-gold/2010", on: Day(2026, 4, 1), seen: 4,
        Intent("charter", by: "ana", as: .secretariat))
      let acts = try await partnership.database.read { try $0.history(kind: "formation", record: "lake") }
      #expect(acts.map(\.verb) == ["identify", "propose", "join", "join", "charter"])
      #expect(acts.map(\.capacity) == ["secretariat", "lead:gold", "applicant", "applicant", "secretariat"])
      #expect(acts.map(\.version) == [1, 2, 3, 4, 5])
    }
  }

  @Test func r110_aPreviewOfTheLaunchWritesNothing() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .charter)
        try FormationSteps.decide(connection)
      }
      let intent = Intent("launch", by: "ana", as: .secretariat)
      func acts() async throws -> Int { try await partnership.database.read { try $0.journalHead().seq } }
      let before = try await acts()
      let shown = try await partnership.launch(
        "lake", by: "dec-lake", on: Day(2026, 6, 1), seen: nil, intent, preview: Preview())
      #expect(shown.partnership.id.text == "mercury-free-gold")
      #expect(try await acts() == before)
      let done = try await partnership.launch(
        "lake", by: "dec-lake", on: Day(2026, 6, 1), seen: nil, intent)
      #expect(done.partnership == shown.partnership)
      // The partnership and the formation; this charter ties it to no treaty.
      #expect(try await acts() == before + 2)
    }
  }

  @Test func r110_whoActsOnAnOlderVersionIsToldWhatChanged() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { try FormationSteps.take($0, to: .proposal) }
      _ = try await partnership.join(
        "lake",
        .init(who: "kenya", name: Translated(.en, "Kenya"), sector: "public", on: Day(2026, 3, 1)), seen: 2,
        Intent("join", by: "kim", as: .applicant))
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.abandon(
          "lake", because: Translated(.en, "Nobody joins."), on: Day(2026, 4, 1), seen: 2,
          FormationSteps.secretariat)
      }
      #expect(refusal?.code == "changed-meanwhile")
      #expect(refusal?.sentence.hasPrefix("kim (applicant) changed this formation meanwhile") ?? false)
      #expect(
        refusal?.sentence.hasSuffix("You had version 2, it is now at 3; look at it and try again") ?? false)
    }
  }

  @Test func aBetterDraftReplacesTheFirst() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .charter)
        try FormationSteps.charter(
          connection, Models.reading("traffic", edition: "2018"), on: Day(2026, 4, 20))
        let formation = try connection.one(FormationSteps.id)
        #expect(formation?.charter == "traffic")
        #expect(formation?.chartered == When(2026, 4, 20))
      }
    }
  }

  @Test func aFounderThatLeftMayComeBack() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .partners)
        try Formation.leave(
          FormationSteps.id, "kenya", on: Day(2026, 3, 5), FormationSteps.secretariat, connection)
        let host = try FormationSteps.host(connection)
        #expect(try connection.one(FormationSteps.id)?.agreed(under: host).sectors == ["civil-society"])
        try FormationSteps.join("kenya", nil, agreed: Day(2026, 3, 9), connection)
        let back = try #require(try connection.one(FormationSteps.id))
        #expect(back.founders.map(\.id) == ["kenya", "lake-watch"])
        #expect(back.founders[0].agreed == When(2026, 3, 9) && back.founders[0].left == nil)
      }
    }
  }

  @Test func abandoningKeepsTheReasonAndTheStepReached() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try FormationSteps.take(connection, to: .partners)
        try Formation.abandon(
          FormationSteps.id, because: Translated(.en, "The states do it."), on: Day(2026, 4, 1),
          FormationSteps.lead(of: "gold"), connection)
        let ended = try #require(try connection.one(FormationSteps.id))
        #expect(ended.state == .abandoned && ended.reached == .partners)
        #expect(ended.reason == Translated(.en, "The states do it."))
      }
    }
  }

  /// The note suggests looking at forest certification for mining; that is our reading and no proposal of anybody's.
  @Test func theFoundingDataHoldOurDraftAsANeedOnly() async throws {
    let draft = try await FoundedPartnership.read { try $0.one(Formation.ID("mercury-free-gold")) }
    #expect(draft?.state == .need)
    #expect(draft?.proposer == nil && draft?.founders.isEmpty ?? false)
    #expect(draft?.provenance == Provenance(["A34", "P3"], qualifier: .inferred, verification: .inferred))
  }

  /// Who took its word back is not counted any more, and who gave it after the day not yet.
  @Test func whoLeftOrAgreedLaterIsNotCounted() async throws {
    let left = try await FormationSteps.refusal(after: .partners) { connection in
      try Formation.leave(
        FormationSteps.id, "kenya", on: Day(2026, 3, 20), FormationSteps.secretariat, connection)
      try FormationSteps.charter(connection)
    }
    #expect(left?.hasPrefix("partners who agreed to found lake so far: 1; ") == true, "\(left ?? "")")
    let later = try await FormationSteps.refusal(after: .partners) { connection in
      try FormationSteps.charter(connection, on: Day(2026, 2, 28))
    }
    #expect(later?.hasPrefix("partners who agreed to found lake so far: 0; ") == true, "\(later ?? "")")
  }
}
