@testable import App
import Charters
@testable import Finance
import Kernel
@testable import Registry
import Store
import Testing

/// Who may give to a window, and what a gift may be set aside for (A38).
@Suite struct DonorRequirements {
  private typealias Fund = VoluntaryFund

  /// What a file of gifts does, row by row.
  private static func taking(
    _ gifts: [Contribution], _ changes: [(String, String)] = [],
    partners: [(id: String, country: String?)] = []
  ) async throws -> [String] {
    try await Fund.with(changes, gifts: []) { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for (id, country) in partners {
          try journal.append(
            try PartnerRequirements.partner(id, country: country), NotePartnership.secretariat)
        }
      }
      return try await Fund.taking(Contribution.self, csv(gifts), partnership)
    }
  }

  static func csv<R: Record>(_ records: [R]) -> String {
    CSV.row(R.schema.headings()) + records.map { CSV.row(R.schema.cells($0)) }.joined()
  }

  private static func gift(_ id: String, donor: String = "Foundation", partner: String? = nil) -> Contribution
  {
    var gift = Fund.gift(id, 10_00)
    gift.donor = donor
    gift.partner = partner.map { .init($0) }
    return gift
  }

  @Test func r124_aDonorThatIsNoPartyIsAccepted() async throws {
    // A foundation, and a State that is no Party: the fund takes from both, and for gold.
    let answers = try await Self.taking(
      [
        Fund.gift("foundation", 10_00, for: "gold"),
        Self.gift("somalia", donor: "Somalia", partner: "somalia"),
      ],
      partners: [("somalia", "SO")])
    #expect(answers == ["add", "add"])
  }

  @Test func r124_aWindowForPartiesTakesFromPartiesAlone() async throws {
    let answers = try await Self.taking(
      [
        Self.gift("foundation"), Self.gift("somalia", donor: "Somalia", partner: "somalia"),
        Self.gift("japan", donor: "Japan", partner: "japan"),
      ], [("beyond-parties: true", "beyond-parties: false")],
      partners: [("somalia", "SO"), ("japan", "JP")])
    #expect(
      answers == [
        "the charter gmp 2022 lets only Parties to minamata give to voluntary-fund, and on 2022-03-01 Foundation is not known "
          + "as one; name the partner that is",
        "the charter gmp 2022 lets only Parties to minamata give to voluntary-fund, and on 2022-03-01 Somalia is not known as "
          + "one; name the partner that is", "add",
      ])
  }

  @Test(arguments: [
    ("[private]", "Foundation", true), ("[public]", "Foundation", false),
    ("[foundation]", "Foundation", true),
    ("[government]", "Japan", true), ("[unep-chemicals]", "UNEP Chemicals", true),
    ("any", "Foundation", true),
  ])
  func r124_whoIsNoneOfTheDonorsNamedIsRefused(donors: String, donor: String, isTaken: Bool) async throws {
    let gift = Self.gift("g", donor: donor, partner: donor == "Japan" ? "japan" : nil)
    let answers = try await Self.taking(
      [gift], [("donors: any\n      beyond-parties: true", "donors: \(donors)\n      beyond-parties: true")],
      partners: [("japan", "JP")])
    let named = donors.trimmingPrefix("[").replacing("]", with: "")
    #expect(
      answers == [
        isTaken ? "add" : "the charter gmp 2022 lets \(named) give to voluntary-fund, and not \(donor)"
      ])
  }

  @Test func r124_aWindowThatIsSetAsideOtherwiseTakesNoEarmarkForAnArea() async throws {
    let answers = try await Self.taking(
      [Fund.gift("gold", 10_00, for: "gold"), Fund.gift("free", 10_00)],
      [("earmarks: {value: [areas], basis: implied}", "earmarks: [activity, donor]")])
    #expect(
      answers == [
        "the charter gmp 2022 lets money of voluntary-fund be set aside for activity, donor and not for an area; leave gold out",
        "add",
      ])
  }

  /// The charter says nothing of donors and earmarks of this window.
  @Test func r124_whereTheCharterIsSilentNothingIsRefused() async throws {
    var gift = Fund.gift("g", 10_00, for: "gold")
    gift.window = .init("unep-extrabudgetary")
    #expect(try await Self.taking([gift]) == ["add"])
  }

  @Test func aPledgeIsHeldToTheSame() async throws {
    let pledge = Pledge(
      id: .init("p"), donor: "Foundation", partner: nil, amount: Money(minor: 100, currency: "USD"),
      promised: When(2022, 5), due: nil, paid: 0, window: .init("voluntary-fund"), cycle: nil,
      earmark: .init("gold"), provenance: Provenance(["test"]), state: .announced)
    let changes = [("earmarks: {value: [areas], basis: implied}", "earmarks: [activity]")]
    let answers = try await Fund.with(changes, gifts: []) {
      try await Fund.taking(Pledge.self, Self.csv([pledge]), $0)
    }
    #expect(
      answers == [
        "the charter gmp 2022 lets money of voluntary-fund be set aside for activity and not for an area; leave gold out"
      ])
  }

  /// Of 1 dollar promised 0.60 are paid: contributions may say so, and no more.
  @Test func theContributionsOfAPledgeAreWhatIsPaidOfIt() async throws {
    func gift(_ id: String, _ minor: Int, _ currency: String = "USD") -> Contribution {
      var gift = Fund.gift(id, minor, currency)
      gift.pledge = .init("p")
      return gift
    }
    let given = [gift("euros", 10, "EUR"), gift("a", 50), gift("b", 11), gift("c", 10)]
    var pledge = Pledge(
      id: .init("p"), donor: "Foundation", partner: nil, amount: Money(minor: 100, currency: "USD"),
      promised: When(2022, 5), due: nil, paid: 60, window: nil, cycle: nil, earmark: nil,
      provenance: Provenance(["test"]), state: .partReceived)
    let before = pledge
    pledge.paid = 59
    let lowered = Self.csv([pledge])
    let (answers, pledges) = try await Fund.with(gifts: []) { partnership in
      try await partnership.database.write {
        _ = try Journal($0).append(before, NotePartnership.secretariat)
      }
      return (
        try await Fund.taking(Contribution.self, Self.csv(given), partnership),
        try await Fund.taking(Pledge.self, lowered, partnership)
      )
    }
    #expect(
      answers == [
        "p was promised in USD, cash, and euros came in EUR, cash", "add",
        "of p 0.60 USD are paid, and its contributions would come to 0.61 USD; “entente pledge pay” writes both",
        "add",
      ])
    #expect(
      pledges == ["contributions say that 0.60 USD of p came in; no less can be paid of it"])
  }
}
