import Charters
@testable import Finance
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing

/// One actor, two regimes: the treaty's, where it is a Party, and the partnership's (A29). Who the Parties are is what the
/// founding data say: Japan accepted the Convention on 2 February 2016, Russia has signed and not ratified.
@Suite struct TwoRegimesRequirements {
  typealias Standing = TreatySide.Standing

  private static func regimes(
    of partner: Partner, on day: Day = Day(2026, 11, 25), edition: String = "2020",
    also records: @escaping @Sendable (Journal) throws -> Void = { _ in }
  ) async throws -> TwoRegimes {
    let charter = try #require(NoteCharter.reading(edition).charter)
    return try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      try journal.append(partner, NotePartnership.secretariat)
      try records(journal)
      return try connection.regimes(of: partner, under: charter, on: day)
    }
  }

  /// A Party that is a partner too has both, each with its own addressee; neither list holds the other's.
  @Test func r100_dutiesAndCommitmentsStandApartEachWithItsAddressee() async throws {
    let partner = try PartnerRequirements.partner("japan", country: "JP", areas: ["waste"])
    let found = try await Self.regimes(of: partner) { journal in
      try journal.append(
        Seat(
          id: .init("s-japan"), body: .init("areas"), role: "lead", holder: "japan", area: .init("waste"),
          period: Period(since: When(2008)), text: nil, provenance: Provenance(["test"])),
        NotePartnership.secretariat)
      try journal.append(
        Pledge(
          id: .init("p-japan"), donor: "Japan", partner: .init("japan"),
          amount: Money(minor: 50_000, currency: "USD"), promised: When(2024), due: nil, paid: 20_000,
          window: nil, cycle: nil, earmark: nil, provenance: Provenance(["test"]), state: .partReceived),
        NotePartnership.secretariat)
    }
    let treaty = try #require(found.treaties.first)
    #expect(found.treaties.count == 1)
    #expect(treaty.standing == .bound)
    #expect(treaty.since == When(2017, 8, 16))
    #expect(treaty.duties.map(\.article).prefix(4) == ["3", "3", "4", "5"])
    #expect(treaty.duties.count == 14)
    #expect(treaty.reports.map(\.line) == ["party-full-report", "party-short-report"])
    #expect(treaty.reports.map(\.to) == [["cop"], ["cop"]])
    #expect(treaty.expectedToHeed == ["cop-priorities"])
    let own = found.commitments
    #expect(own.promised == "expertise")
    #expect(own.leads.map(\.area?.text) == ["waste"])
    #expect(own.pledges.map(\.outstanding) == [30_000])
    #expect(own.reports.map(\.line) == ["area-report"])
    #expect(own.reports.map(\.to) == [["unep-chemicals"]])
    #expect(own.reports.map(\.area) == ["waste"])
  }

  /// What Parties owe as one, such as their committee, is no duty of one of them.
  @Test func r100_whatPartiesOweTogetherIsNobodysOwnDuty() async throws {
    let found = try await Self.regimes(of: try PartnerRequirements.partner("japan", country: "JP"))
    let articles = try #require(found.treaties.first).duties.map(\.article)
    #expect(!articles.contains("15") && !articles.contains("22"))
  }

  @Test(arguments: [
    (Day(2010, 9, 22), "2010", Standing.notYetAdopted, 0), (Day(2014, 1, 1), "2010", .notAParty, 0),
    (Day(2016, 2, 2), "2010", .willBind, 14), (Day(2017, 8, 15), "2010", .willBind, 14),
    (Day(2017, 8, 16), "2010", .bound, 14),
  ])
  func r100_whetherDutiesBindFollowsThePhaseAndTheDay(
    day: Day, edition: String, standing: Standing, duties: Int
  ) async throws {
    let partner = try PartnerRequirements.partner("japan", country: "JP")
    let found = try await Self.regimes(of: partner, on: day, edition: edition)
    #expect(found.treaties.map(\.standing) == [standing])
    #expect(found.treaties.map(\.duties.count) == [duties])
  }

  @Test(
    arguments: [
      ("ngo", "JP", .notAState), ("individual", "JP", .notAState), ("government", "RU", .notAParty),
      ("government", nil, .countryNotStated), ("reio", "JP", .bound),
    ] as [(String, String?, Standing)])
  func r100_whoIsNoPartyOwesTheTreatyNothing(category: String, country: String?, standing: Standing)
    async throws
  {
    let partner = try PartnerRequirements.partner("x", category: category, country: country)
    let side = try #require(try await Self.regimes(of: partner).treaties.first)
    #expect(side.standing == standing)
    #expect(side.duties.isEmpty == (standing != .bound) && side.reports.isEmpty == (standing != .bound))
  }

  /// What only Parties may do is shut to partners that are none (A26).
  @Test func r91_actsOfPartiesAreShutToPartnersThatAreNone() async throws {
    let ngo = try await Self.regimes(
      of: try PartnerRequirements.partner("x", sector: "civil-society", category: "ngo", country: "JP"))
    let state = try await Self.regimes(of: try PartnerRequirements.partner("y", country: "JP"))
    let acts = ["vote-in-cop", "report-to-cop", "take-discretionary-measures"]
    #expect(ngo.treaties.map(\.partyActs) == [acts])
    #expect(state.treaties.map(\.partyActs) == [acts])
    #expect(ngo.treaties.map(\.mayActAsParty) == [false])
    #expect(state.treaties.map(\.mayActAsParty) == [true])
  }

  @Test func whoThePartiesAreMayNotBeOnRecord() {
    func standing(_ country: Country?, isOnRecord: Bool) -> Standing {
      TreatySide.standing(
        canBeParty: true, country: country, phase: "in-force", isParty: false, hasConsented: false,
        isOnRecord: isOnRecord)
    }
    #expect(standing(nil, isOnRecord: false) == .partiesNotOnRecord)
    #expect(standing(nil, isOnRecord: true) == .countryNotStated)
  }

  /// Whoever is held to be a Party before the treaty is in force is not bound yet.
  @Test func r100_noDutyBindsBeforeEntryIntoForce() async throws {
    let found = try await Self.regimes(
      of: try PartnerRequirements.partner("x", country: "RU"), on: Day(2015, 1, 1), edition: "2010"
    ) { journal in
      try journal.append(
        CountryGroup(
          id: .init("ru-early"), country: Country(code: "RU"), group: "minamata-party",
          period: Period(since: When(2014)), provenance: Provenance(["test"])), NotePartnership.secretariat)
    }
    #expect(found.treaties.map(\.standing) == [.willBind])
    #expect(found.treaties.map(\.mayActAsParty) == [false])
  }
}
