@testable import App
@testable import Finance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing

/// Who works for the partnership, who gives what, and who of those who take part come from developing countries.
@Suite struct MeansRequirements {
  private static func post(_ id: String, share: Double?) -> Post {
    Post(
      id: .init(id), grade: "P-2", period: Period(since: When(2010)), funder: nil, funderQualifier: nil,
      fullTimeShare: share, purpose: Translated(.en, "Help"), wording: nil, provenance: Provenance(["test"]))
  }

  @Test func r29_twoPostsAreTwoFullTimesAtTheMost() async throws {
    let staff = try await NotePartnership.with { connection in
      try [Day(2007, 1, 31), Day(2007, 2, 1), Day(2010, 9, 22)].map {
        Staffing.fullTimeEquivalent(of: try connection.posts(on: $0), on: $0)
      }
    }
    #expect(staff.map { $0?.value } == [nil, 1, 2])
    // The note names the posts and not their share of time.
    #expect(staff[2]?.qualifier == .atMost)
    #expect(staff[2]?.source == "A35")
  }

  @Test func r29_sharesOfTimeAddUpExactly() {
    let figure = Staffing.fullTimeEquivalent(
      of: [Self.post("a", share: 0.5), Self.post("b", share: 0.25)], on: Day(2010, 9, 22))
    #expect(figure?.value == 0.75)
    #expect(figure?.qualifier == .exact)
    #expect(figure?.asOf == When(2010, 9, 22))
  }

  @Test(arguments: [0, -0.5, 1.5]) func r29_aShareIsAPartOfAFullTime(share: Double) {
    #expect(Self.post("a", share: share).refusals.map(\.code) == ["share"])
  }

  @Test func r113_whatIsGivenInKindSaysHowItWasValued() {
    func gift(_ kind: Money.Kind, _ valuation: String?) -> Contribution {
      Contribution(
        id: .init("g"), donor: "Works", partner: nil, sector: "private",
        amount: Money(minor: 100, currency: "USD", kind: kind), valuation: valuation,
        window: .init("in-kind"), cycle: "cycle-2009-2010", earmark: nil, provenance: Provenance(["test"]))
    }
    #expect(gift(.inKind, nil).refusals.map(\.code) == ["valuation"])
    #expect(gift(.inKind, "declared").refusals == [])
    #expect(gift(.cash, nil).refusals == [])
  }

  @Test func r113_fundsAreExtrabudgetaryOrInKind() async throws {
    let windows = try await FoundedPartnership.read { connection in
      try connection.all(Window.self, "ORDER BY id").filter { $0.provenance.source.contains("A35") }.map {
        "\($0.id) \($0.form)"
      }
    }
    #expect(
      windows == [
        "environment-fund extrabudgetary", "in-kind in-kind", "unep-extrabudgetary extrabudgetary",
      ])
  }

  @Test func r59_thePartOfDevelopingCountriesAmongMembersActiveAndReporting() async throws {
    let lines = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for (id, country) in [("kenya", "KE"), ("india", "IN"), ("japan", "JP"), ("unido", nil)] {
          try journal.append(
            try PartnerRequirements.partner(id, country: country), NotePartnership.secretariat)
        }
        try journal.append(
          Contribution(
            id: .init("g"), donor: "Japan", partner: .init("japan"), sector: "public",
            amount: Money(minor: 100, currency: "USD"), valuation: nil, window: nil, cycle: "cycle-2009-2010",
            earmark: nil, provenance: Provenance(["test"])), NotePartnership.secretariat)
        try journal.append(
          PartnerReport(
            id: .init("r"), partner: .init("kenya"), cycle: .init("cycle-2009-2010"),
            received: Day(2010, 7, 1),
            document: nil, provenance: Provenance(["test"])), NotePartnership.secretariat)
        return try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).participation
      }
    }
    #expect(lines.map(\.measure) == [.members, .active, .reporting])
    #expect(lines.map(\.partners) == [4, 1, 1])
    #expect(lines.map(\.ofGroup) == [2, 0, 1])
    #expect(lines.map(\.withoutCountry) == [1, 0, 0])
    #expect(lines.map { $0.share?.value } == [50, 0, 100])
    #expect(lines[0].causes.map(\.strength) == ["possible"])
  }

  @Test func r59_withoutANamedPartnerNoShareIsMadeUp() async throws {
    let lines = try await FoundedPartnership.read { connection in
      try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).participation
    }
    #expect(lines.map(\.partners) == [0, 0, 0])
    #expect(lines.map(\.share) == [nil, nil, nil])
  }
}
