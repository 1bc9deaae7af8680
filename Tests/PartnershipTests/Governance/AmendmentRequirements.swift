import Charters
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing
import Wording

@Suite struct AmendmentRequirements {
  @Test(arguments: [
    (Day(2007, 12, 31), nil), (Day(2008, 1, 1), "2008"), (Day(2010, 9, 22), "2008"),
    (Day(2020, 5, 31), "2008"),
    (Day(2020, 6, 1), "2020"), (Day(2026, 11, 24), "2020"),
  ])
  func r35_theFrameworkInForceOnADateIsRetrievable(day: Day, edition: String?) async throws {
    let found = try await NotePartnership.with { try $0.framework(on: day)?.edition }
    #expect(found == edition)
  }

  @Test func r35_everyEditionStaysInTheHistory() async throws {
    let editions = try await NotePartnership.with { try $0.editions(of: "framework").map(\.edition) }
    #expect(editions == ["2008", "2020"])
  }

  @Test func r93_frameworkAndGuidelinesGovernTogether() async throws {
    let texts = try await NotePartnership.with { try $0.governingTexts(for: "gold", on: NotePartnership.day) }
    #expect(texts.map(\.id.text) == ["business-plan-2010", "framework-2008", "guidelines-2010"])
    #expect(texts.map(\.over) == [[], ["guidelines"], ["business-plan"]])
  }

  @Test func r108_aTextMayHoldForCertainAreasOnly() async throws {
    let texts = try await NotePartnership.with { connection in
      try Journal(connection).append(
        NotePartnership.text("rules", "1", since: When(2009), areas: ["gold", "waste"], "test"),
        NotePartnership.secretariat)
      return try ["gold", "coal"].map { area in
        try connection.governingTexts(for: area, on: NotePartnership.day).contains { $0.document == "rules" }
      }
    }
    #expect(texts == [true, false])
  }

  private static func amendment(_ body: String, clause: String? = "5", date: When? = When(2011, 11, 6))
    -> Decision
  {
    Decision(
      id: .init("amendment"), body: .init(body), session: nil, proposer: "unep-chemicals", outcome: .decides,
      subject: "structure", clause: clause, legalBasis: nil, date: date,
      text: Translated(.en, "An eighth area."),
      provenance: Provenance(["test"]), state: .taken)
  }

  /// A charter that lets the advisory group decide on the structure.
  private static func deciding() throws -> Charter { try #require(NoteCharter.reading("2010").charter) }

  @Test func r98_theLogOfChangesHoldsProposerBodyDateAndClause() async throws {
    let log = try await NotePartnership.with { connection in
      try Decision.record(
        Self.amendment("advisory-group"), under: try Self.deciding(),
        NotePartnership.member(of: "advisory-group"), connection)
      return try connection.decisions(on: "structure")
    }
    #expect(log.map(\.proposer) == ["unep-chemicals"])
    #expect(log.map(\.clause) == ["5"])
    #expect(log.map(\.date) == [When(2011, 11, 6)])
    #expect(log.map(\.isBinding) == [true])
  }

  @Test func r98_aBodyThatDoesNotDecideIsToldWhoDoes() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with {
        try Decision.record(
          Self.amendment("inc"), under: try Self.deciding(), NotePartnership.member(of: "inc"), $0)
      }
    }
    #expect(refusal?.sentence == "inc does not decide on structure; advisory-group does")
  }

  @Test func r98_withoutAClauseTheLogIsIncomplete() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with {
        try Decision.record(
          Self.amendment("advisory-group", clause: nil), under: try Self.deciding(),
          NotePartnership.secretariat, $0)
      }
    }
    #expect(refusal?.sentence == "the log of changes still needs the clause it follows")
  }

  /// Another edition, as the advisory group decided it; the two that are shipped are in force before.
  private static func adopt(
    _ edition: String, since: When, text: String? = nil, _ intent: Intent, _ connection: any Connection
  ) throws {
    let decision = Decision.ID("dec-\(edition)")
    try Journal(connection).append(
      Decision(
        id: decision, body: .init("advisory-group"), session: nil, proposer: "unep-chemicals",
        outcome: .decides, subject: "framework", clause: "5", legalBasis: nil, date: When(2018),
        text: Translated(.en, "Another edition."), provenance: Provenance(["test"]), state: .taken), intent)
    let text = (text ?? NoteCharter.text("2020")).replacing(
      /edition: "20\d\d"/, with: "edition: \"\(edition)\"", maxReplacements: 1)
    try CharterEdition.adopt(
      charter: "gmp", edition: edition, text: text, since: since, decision: decision, intent, connection)
  }

  @Test func r109_theOldStructureIsStillThereOnItsDates() async throws {
    let (inForce, periods) = try await NotePartnership.with { connection in
      try Self.adopt("2027", since: When(2027), NotePartnership.secretariat, connection)
      let days = [
        Day(2010, 9, 22), Day(2020, 5, 31), Day(2020, 6, 1), Day(2026, 12, 31), Day(2027, 1, 1),
      ]
      return (
        try days.map { try CharterBook().inForce(on: $0, connection)?.label },
        try connection.charterEditions(of: "gmp").map(\.period)
      )
    }
    #expect(inForce == ["gmp 2010", "gmp 2010", "gmp 2020", "gmp 2020", "gmp 2027"])
    #expect(
      periods == [
        Period(since: When(2008), until: When(2020, 5)), Period(since: When(2020, 6), until: When(2026)),
        Period(since: When(2027)),
      ])
  }

  @Test func r160_everyChangeOfAnEditionSaysWhoWhenAndUnderWhichRule() async throws {
    let acts = try await NotePartnership.with { connection in
      let intent = Intent("adopt", by: "ana", as: .secretariat, basis: "amendment")
      try Self.adopt("2027", since: When(2027), intent, connection)
      try Self.adopt("2028", since: When(2028), intent, connection)
      return try connection.history(kind: "charter-edition", record: "gmp-2027")
    }
    #expect(acts.map(\.version) == [1, 2])
    #expect(acts.allSatisfy { $0.actor == "ana" && $0.capacity == "secretariat" && $0.basis == "amendment" })
  }

  @Test func anEditionThatBeginsBeforeTheOneInForceIsRefused() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with {
        try Self.adopt("2019", since: When(2019), NotePartnership.secretariat, $0)
      }
    }
    #expect(refusal?.code == "not-later")
  }

  /// Checks grow stricter over the years; what was adopted under older ones stays in force.
  @Test func anAdoptedEditionStaysInForceUnderStricterChecks() async throws {
    let text = NoteCharter.text("2020").replacing("\nmembership:\n", with: "\nfavourites: {}\nmembership:\n")
    #expect(Charter.read(Array(text.utf8), name: "x").charter == nil)
    let label = try await NotePartnership.with { connection in
      try Self.adopt("2027", since: When(2027), text: text, NotePartnership.secretariat, connection)
      return try CharterBook().inForce(on: Day(2027, 6, 1), connection)?.label
    }
    #expect(label == "gmp 2027")
  }

  @Test func takingNoteAdoptsNoCharter() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with {
        try CharterEdition.adopt(
          charter: "gmp", edition: "a", text: "x", since: When(2012), decision: .init("dec-inc-2-takes-note"),
          NotePartnership.secretariat, $0)
      }
    }
    #expect(refusal?.code == "not-decided")
  }

  @Test(arguments: [
    ("activities-through-areas", "a", "A28a"), ("reports-to-executive-director", "b", "A28b"),
    ("voluntary", "c", "A28c"),
    ("group-advises", "d", "A28d"), ("group-changes-under-guidelines", "e", "A28e"),
    ("run-from-unep-offices", "f", "A28f"),
  ])
  func r94to99_thePrinciplesNameWhatEnforcesThem(id: String, letter: String, source: String) async throws {
    let principle = try await NotePartnership.with { try #require(try $0.one(Principle.ID(id))) }
    #expect(principle.letter == letter)
    #expect(principle.provenance.source == [source])
    #expect(!principle.enforcedBy.isEmpty)
  }
}
