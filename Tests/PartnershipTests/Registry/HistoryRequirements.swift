import Charters
import Kernel
@testable import Registry
import Store
import Testing
import Wording

/// Where the partnership comes from, what surrounds it, what its agreement says of itself.
@Suite struct HistoryRequirements {
  /// A minimal change of the shipped charter, read anew.
  private static func charter(_ edition: String = "2010", replacing old: String = "", with new: String = "")
    throws
    -> Charter
  {
    try #require(NoteCharter.reading(edition, replacing: old, with: new).charter)
  }

  @Test func r25_noFounderIsNamedAndTheFoundingDateIsKnown() throws {
    let origin = try Self.charter().origin
    #expect(origin.founders == [])
    #expect(origin.beginnings.map(\.date).first == When(2005))
  }

  @Test func r25_foundersStandWithTheirSector() throws {
    let origin = try Self.charter(
      replacing: "founders: not-stated",
      with: "founders: [{who: japan, sector: public}, {who: zero-mercury, sector: civil-society}]"
    ).origin
    #expect(origin.founders.map(\.who) == ["japan", "zero-mercury"])
    #expect(origin.founders.map(\.sector) == ["public", "civil-society"])
  }

  @Test func r25_aFounderOfAnUnknownSectorIsRefused() throws {
    let reading = NoteCharter.reading(
      "2010", replacing: "founders: not-stated", with: "founders: [{who: japan, sector: publik}]")
    #expect(reading.charter == nil)
    #expect(
      reading.faults.map(\.refusal.sentence).contains {
        $0.contains("names the sector “publik”, which this charter does not declare; did you mean “public”?")
      })
  }

  @Test(arguments: [
    ("hosted", GovernanceForm.Kind.hosted, false), ("decentralised", .decentralised, false),
    ("independent, own-legal-body: true", .independent, true),
  ])
  func r28_theFormLiesBetweenJointManagementAndAnAssociation(
    written: String, kind: GovernanceForm.Kind, legal: Bool
  ) throws {
    let form = try #require(
      try Self.charter(replacing: "form: {value: hosted,", with: "form: {value: \(written),").form)
    #expect(form.kind == kind)
    #expect(form.hasOwnLegalBody == legal)
  }

  @Test func r28_anotherFormIsRefused() throws {
    let reading = NoteCharter.reading(
      "2010", replacing: "form: {value: hosted,", with: "form: {value: loose,")
    #expect(
      reading.faults.map(\.refusal.sentence) == [
        "form: “loose” is not one of decentralised, hosted, independent"
      ])
  }

  @Test func r30_fiveEventsOpenTheHistory() async throws {
    let events = try await NotePartnership.with { connection in
      try connection.all(Milestone.self, "ORDER BY date, id").filter { $0.provenance.source.contains("A4") }
    }
    #expect(events.map(\.id.text) == ["ms-unced", "ms-unep-private", "ms-pcfv", "ms-wssd", "ms-saicm"])
    #expect(events.map(\.date) == [When(1992), When(1992), When(2002), When(2002), When(2006)])
  }

  @Test func r31_anApproachStandsBesidePartnershipsWithWhoPromotesThem() async throws {
    let found = try await NotePartnership.with { connection in
      try ["saicm", "pcfv", "gard"].map { try #require(try connection.one(Partnership.ID($0))) }
    }
    #expect(found.map(\.form) == ["approach", "partnership", "alliance"])
    #expect(found.map(\.promotedBy) == [[], ["unep"], ["who"]])
  }

  @Test func r32_whatCameBeforeAndWhoGaveTheMandate() async throws {
    let origin = try Self.charter().origin
    #expect(
      origin.predecessors?[.en] == "Earlier collaboration between groups of organisations and individuals")
    #expect(origin.predecessorsGround.source == ["A5"])
    #expect(origin.mandates == ["gc-25-5"])
    let (bodies, directs) = try await NotePartnership.with { connection in
      (
        try connection.all(Body.self, "WHERE role = 'mandating' AND scope = 'gmp' ORDER BY id").map(
          \.id.text),
        try connection.rows("SELECT process FROM mandate WHERE legal_basis = 'gc-25-5' ORDER BY process") {
          try $0.text()
        }
      )
    }
    #expect(bodies == ["unea", "unep-gc"])
    #expect(directs == ["gmp", "inc"])
  }

  @Test func r60_twoFoundingDatesStandWithTheirMeaning() throws {
    let beginnings = try Self.charter().origin.beginnings
    #expect(beginnings.map(\.date) == [When(2005), When(2008)])
    #expect(beginnings.map { $0.meaning?[.en] } == ["Creation", "Launch"])
    #expect(beginnings.map(\.ground.source) == [["A36"], ["A12"]])
  }

  @Test func r34_whoSetsPrioritiesIsPartOfEveryDatedEdition() throws {
    let editions = try ["2010", "2020"].map { try Self.charter($0) }
    #expect(editions.map(\.priorities) == [["gmp"], ["gmp"]])
    #expect(editions.map(\.period.since) == [When(2008), When(2020, 6)])
    #expect(
      try Self.charter(replacing: "priorities: {set-by: gmp", with: "priorities: {set-by: unep-gc").priorities
        == ["unep-gc"])
  }

  @Test func r36_theGoalTellsReducingFromEnding() throws {
    let charter = try Self.charter()
    #expect(charter.aims.map(\.id) == ["minimise", "eliminate"])
    #expect(charter.media.map(\.id) == ["air", "water", "soil"])
    #expect(charter.goalGround.source == ["A6a"])
    #expect(charter.goal[.fr]?.hasPrefix("Mettre la santé humaine") == true)
  }

  @Test func r38_sevenAreasWithNamesInTwoLanguages() throws {
    let areas = try Self.charter().areas
    #expect(
      areas.map(\.id) == [
        "gold", "chlor-alkali", "fate-and-transport", "products", "coal", "waste", "supply",
      ])
    #expect(areas.allSatisfy { $0.name[.fr] != nil && $0.name[.en] != nil && $0.name[.fr] != $0.name[.en] })
    #expect(areas.allSatisfy { $0.ground.source == ["A6b"] })
    #expect(areas[0].name[.fr] == "Extraction artisanale et à petite échelle de l'or")
  }

  @Test func r43_eachFunctionHasSomeoneResponsible() throws {
    let charter = try Self.charter()
    #expect(
      charter.responsibilities.map { "\($0.function) \($0.body) \($0.ground.source)" } == [
        "information-exchange unep [\"A7\"]", "administration unep [\"A28f\"]",
      ])
    let reading = NoteCharter.reading(
      "2010", replacing: "information-exchange: {body: unep,", with: "information-exchange: {body: unesco,")
    #expect(reading.faults.map(\.refusal.code) == ["dangling-reference"])
  }

  @Test func r99_administrationIsRunFromTheHostsOffices() throws {
    let charter = try Self.charter()
    #expect(charter.responsibilities.first { $0.function == "administration" }?.body == "unep")
    #expect(charter.form?.kind == .hosted)
  }

  @Test func r45_anAreaMayReachBeyondThePollutant() throws {
    let gold = try #require(Area.made(of: [try Self.charter()]).first)
    #expect(gold.isBeyondSubstance)
    #expect(gold.themes == ["mercury", "livelihoods", "health", "formalisation"])
  }

  @Test func r112_aCharterWithoutABudgetIsFlagged() throws {
    let lines =
      "lines: [{id: coordination, for: unep-chemicals, amount: not-stated}, {id: area-activities, one-per: area, amount: not-stated}]"
    let without = NoteCharter.reading("2010", replacing: lines, with: "lines: []")
    #expect(without.warnings.map(\.refusal.code).contains("no-budget"))
    let with = NoteCharter.reading("2010")
    #expect(!with.warnings.map(\.refusal.code).contains("no-budget"))
    #expect(with.charter?.budget.map(\.id) == ["coordination", "area-activities"])
  }
}
