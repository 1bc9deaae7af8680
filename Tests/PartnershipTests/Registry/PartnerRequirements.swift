import Charters
import Exchange
import Kernel
@testable import Registry
import Store
import Testing
import Wording

/// Who takes part, in which sector, for whom else; and that anyone may leave.
@Suite struct PartnerRequirements {
  static func partner(
    _ id: String, sector: String = "public", category: String = "government", country: String? = nil,
    areas: [String] = [], since: When? = When(2009), state: Partner.State = .admitted,
    contribution: String = "expertise", commits: Bool = true
  ) throws -> Partner {
    Partner(
      id: .init(id), name: Translated(.en, id), category: category, sector: sector,
      country: try country.map { try Country(code: $0) }, areas: areas, statesSupport: true,
      statesCommitment: commits, contribution: contribution, membership: Period(since: since),
      confidentialNote: nil, provenance: Provenance(["test"]), state: state)
  }

  private static func spokenFor(_ id: String, by partner: String, entity: String? = nil, about: Double? = nil)
    -> Representation
  {
    Representation(
      id: .init(id), partner: .init(partner), role: "association", entity: entity,
      estimate: about.map { Figure(value: $0, unit: "entity", qualifier: .about, source: "test") }, text: nil,
      provenance: Provenance(["test"]))
  }

  /// Who is reached on the day of the note, with these partners and what they say of whom they speak for.
  private static func reach(_ partners: [Partner], _ lines: [Representation]) async throws -> Reach {
    try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      for partner in partners { try journal.append(partner, NotePartnership.secretariat) }
      for line in lines { try journal.append(line, NotePartnership.secretariat) }
      return try connection.reach(on: NotePartnership.day)
    }
  }

  @Test func r26_everyPartnerCountsInOneOfThreeMainSectors() throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    let partners = [
      try Self.partner("a"), try Self.partner("b", sector: "private"),
      try Self.partner("c", sector: "universities"),
      try Self.partner("d", sector: "civil-society"),
    ]
    let counts = try SectorCount.count(partners, under: charter)
    #expect(counts.map(\.sector) == ["public", "private", "civil-society"])
    #expect(counts.map(\.partners) == [1, 1, 2])
    #expect(counts.reduce(0) { $0 + $1.partners } == partners.count)
    #expect(counts[2].apart == ["universities": 1])
  }

  @Test func r26_aPartnerOfNoSectorOfTheCharterIsRefused() throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    let partner = try Self.partner("a", sector: "army", category: "regiment", areas: ["gold", "silver"])
    #expect(
      partner.refusals(under: charter).map(\.sentence) == [
        "the charter gmp 2010 has no sector “army”; it has public, private, civil-society, unions, media, universities",
        "the charter gmp 2010 has no category “regiment”; it has government, igo, industry, ngo, academia, individual, other",
        "the charter gmp 2010 has no area “silver”; it has gold, chlor-alkali, fate-and-transport, products, coal, waste, supply",
      ])
    #expect(throws: Refusal.self) { try SectorCount.count([partner], under: charter) }
  }

  @Test(arguments: [("civil-society", [0, 0, 2]), ("public", [2, 0, 0]), ("private", [0, 2, 0])])
  func r27_aCharterMovesASectorAndNoRecordChanges(main: String, expected: [Int]) throws {
    let reading = NoteCharter.reading(
      "2010",
      replacing: "en: Universities}, counted-in: {value: civil-society,",
      with: "en: Universities}, counted-in: {value: \(main),")
    let partners = [
      try Self.partner("a", sector: "universities"), try Self.partner("b", sector: "universities"),
    ]
    let counts = try SectorCount.count(partners, under: try #require(reading.charter))
    #expect(counts.map(\.partners) == expected)
    #expect(partners.map(\.sector) == ["universities", "universities"])
  }

  @Test func r27_aSectorNotShownApartIsCountedInItsMainSectorAlone() throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    let counts = try SectorCount.count([try Self.partner("a", sector: "unions")], under: charter)
    #expect(counts[2].partners == 1)
    #expect(counts[2].apart == [:])
  }

  @Test(arguments: [Partner.State.draft, .applied, .screening, .admitted, .suspended])
  func r33_anyPartnerMayLeaveAtAnyTimeAndNothingIsLost(state: Partner.State) async throws {
    let (partner, acts) = try await NotePartnership.with { connection in
      let id = Partner.ID("ministry")
      try Journal(connection).append(try Self.partner("ministry", state: state), NotePartnership.secretariat)
      try Partner.withdraw(
        id, on: Day(2010, 9, 1), Intent("withdraw", by: "ana", as: .focalPoint(of: "ministry")), connection)
      return (
        try #require(try connection.one(id)), try connection.history(kind: "partner", record: "ministry")
      )
    }
    #expect(partner.state == .withdrawn)
    #expect(partner.membership == Period(since: When(2009), until: When(2010, 9, 1)))
    #expect(partner.contribution == "expertise")
    #expect(acts.map(\.version) == [1, 2])
  }

  @Test func r96_takingPartIsAFreeChoiceAndLeavingCarriesNoSanction() async throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    #expect(charter.leavesAlways)
    for state in [Partner.State.applied, .admitted, .suspended] {
      let partner = try Self.partner("a", state: state)
      let left = try await NotePartnership.with {
        try partner.done("withdraw", as: .focalPoint(of: "a"), under: charter, $0)
      }
      #expect(left.state == .withdrawn)
    }
  }

  @Test func aLetterThatLacksAStatementAdmitsNobody() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(
          try Self.partner("a", since: nil, state: .screening, contribution: "", commits: false),
          NotePartnership.secretariat)
        try Partner.admit(
          .init("a"), on: Day(2010, 9, 1), under: NoteCharter.reading("2010").charter,
          NotePartnership.secretariat, connection)
      }
    }
    #expect(
      refusal?.sentence
        == "the letter of a does not state commitment to its goal, nor a contribution; the charter gmp 2010 asks for it"
    )
  }

  @Test func r41_anAssociationIsCountedOnceAndThoseItSpeaksForApart() async throws {
    var partners = try (1...69).map { try Self.partner("p\($0)") }
    partners.append(try Self.partner("association", sector: "private", category: "industry"))
    let reach = try await Self.reach(partners, [Self.spokenFor("r", by: "association", about: 200)])
    #expect(reach.partners == 70)
    #expect(reach.total == 270)
    #expect(reach.qualifier == .estimated)
  }

  @Test func r41_nobodyIsCountedTwice() async throws {
    var gone = try Self.partner("gone")
    gone.membership.until = When(2009, 12, 31)
    var mine = try Self.partner("mine-co")
    mine.name = Translated(.en, "Mine Co")
    let reach = try await Self.reach(
      [try Self.partner("a"), try Self.partner("b"), mine, gone],
      [
        Self.spokenFor("1", by: "a", entity: "Works One"), Self.spokenFor("2", by: "b", entity: "works  one"),
        Self.spokenFor("3", by: "a", entity: "Works Two"), Self.spokenFor("4", by: "a", entity: "Mine Co"),
        Self.spokenFor("5", by: "gone", entity: "Works Three"),
        // Five in all, of which three are listed by name.
        Self.spokenFor("6", by: "a", about: 5),
      ])
    #expect(reach == Reach(partners: 3, listed: 2, estimated: 2))
    #expect(reach.total == 7)
  }

  @Test func r48_expertsAreFoundByTopicWithTheirConsentOnly() async throws {
    let found = try await NotePartnership.with { connection in
      for (id, consents) in [("yes", true), ("no", false)] {
        try Journal(connection).append(
          Expertise(
            id: .init(id), partner: nil, person: nil, topic: "chlor-alkali", area: .init("chlor-alkali"),
            hasConsent: consents, text: nil), NotePartnership.secretariat)
      }
      return try connection.list(Expertise.self, Listing()).map(\.record.id.text)
    }
    #expect(found == ["yes"])
  }

  @Test func r164_aCountrysGroupsAreDatedAndSourced() async throws {
    let (groups, parties) = try await FoundedPartnership.read { connection in
      let kyrgyzstan = try Country(code: "KG")
      return (
        try connection.groups(of: kyrgyzstan, on: Day(2026, 3, 1)),
        try [Day(2010, 9, 22), Day(2017, 8, 16), Day(2026, 11, 25)].map {
          try connection.countries(in: "minamata-party", on: $0).count
        }
      )
    }
    #expect(groups.map(\.group).contains("transition"))
    #expect(groups.map(\.group).contains("lower-middle-income"))
    #expect(groups.allSatisfy { !$0.provenance.source.isEmpty })
    // Nobody is bound before the treaty is in force; later counts rest on lists that say they are incomplete.
    #expect(parties[0] == 0)
    #expect(parties[1] > 40)
    #expect(parties[2] > parties[1])
  }

  /// Whoever has only applied reaches nobody yet: neither itself nor those it speaks for.
  @Test func applicantsAreNotCountedInTheReach() async throws {
    let reach = try await Self.reach(
      [
        try Self.partner("in"), try Self.partner("applied", since: nil, state: .applied),
        try Self.partner("screened", since: nil, state: .screening),
        try Self.partner("drafted", since: nil, state: .draft),
      ],
      [
        Self.spokenFor("r1", by: "in", entity: "A Member"),
        Self.spokenFor("r2", by: "applied", entity: "A Hope"),
      ])
    #expect(reach == Reach(partners: 1, listed: 1, estimated: 0))
  }
}
