import Charters
import Kernel
@testable import Registry
import Telling
import Testing

/// Fees, good standing, national initiatives.
@Suite struct StandingTests {
  private static func fee(_ year: Int, due: Int, paid: Int, on: Day?) -> Fee {
    Fee(
      id: .init("fee-\(year)"), partner: .init("a"), year: year, due: Money(minor: due, currency: "USD"),
      dueOn: Day(year, 3, 31), paid: paid, paidOn: on, provenance: Provenance(["test"]))
  }

  @Test(arguments: [
    ([], Standing.noFee(year: 2017)),
    ([fee(2017, due: 100_00, paid: 100_00, on: Day(2017, 9, 30))], .good),
    ([fee(2017, due: 100_00, paid: 100_00, on: Day(2017, 10, 1))], .arrears([.init("fee-2017")])),
    ([fee(2017, due: 100_00, paid: 99_99, on: Day(2017, 2, 1))], .arrears([.init("fee-2017")])),
    (
      [
        fee(2016, due: 100_00, paid: 0, on: nil), fee(2017, due: 100_00, paid: 100_00, on: Day(2017, 2, 1)),
      ], .arrears([.init("fee-2016")])
    ),
    ([fee(2016, due: 100_00, paid: 100_00, on: Day(2016, 2, 1))], .noFee(year: 2017)),
  ])
  func aMemberIsInGoodStandingOnceItsFeesArePaidInFull(fees: [Fee], standing: Standing) throws {
    let membership = try #require(try ShippedCharter.named("fsc/2017")).membership
    let member = try PartnerRequirements.partner("a", sector: "private", category: "organisation")
    #expect(member.standing(on: Day(2017, 9, 30), fees, under: membership) == standing)
  }

  @Test(arguments: [
    (Day(2017, 3, 30), Standing.noFee(year: 2017)), (Day(2017, 3, 31), .arrears([.init("fee-2017")])),
  ])
  func aFeeIsOwedFromTheDayItIsDue(day: Day, standing: Standing) throws {
    let membership = try #require(try ShippedCharter.named("fsc/2017")).membership
    let member = try PartnerRequirements.partner("a", sector: "private", category: "organisation")
    let fees = [Self.fee(2017, due: 100_00, paid: 0, on: nil)]
    #expect(member.standing(on: day, fees, under: membership) == standing)
  }

  @Test func withoutAFeeInTheCharterWhoIsAdmittedIsInGoodStanding() throws {
    let membership = try #require(try ShippedCharter.named("gmp/2010")).membership
    let day = Day(2010, 9, 22)
    #expect(try PartnerRequirements.partner("a").isInGoodStanding(on: day, [], under: membership))
    let suspended = try PartnerRequirements.partner("a", state: .suspended)
    #expect(suspended.standing(on: day, [], under: membership) == .notAdmitted)
    let later = try PartnerRequirements.partner("a", since: When(2011))
    #expect(later.standing(on: day, [], under: membership) == .notAdmitted)
  }

  private static func initiative(_ id: String, _ country: String) throws -> NationalInitiative {
    NationalInitiative(
      id: .init(id), name: Translated(.en, id), country: try Country(code: country), partner: nil, area: nil,
      adaptation: Translated(.en, "training in local languages"), populations: ["vulnerable"],
      period: Period(since: When(2008)), provenance: Provenance(["test"]))
  }

  /// What `entente charter explain` says of it, and initiatives chosen by the groups of countries that come with the product.
  @Test func r145_poorerCountriesAndVulnerablePeopleComeFirstAndCountriesAdaptWhatIsDone() async throws {
    let reading = try ShippedCharter.reading("gard/2010")
    let explanation = CharterExplanation(
      try #require(reading.charter), try #require(reading.outline), in: .en)
    let told = explanation.text(in: .en)
    #expect(
      told.contains(
        "  Attention — income groups first: low and middle; populations first: vulnerable people. [P4;"))
    #expect(
      told.contains(
        "  Benefits: National initiatives that fit, above all for low- and middle-income countries and vulnerable people. [P4;"
      ))
    let (low, middle) = try await Founded.with("gard") { connection in
      let day = Day(2026, 1, 1)
      return (
        try connection.countries(in: "low-income", on: day),
        try connection.countries(in: "lower-middle-income", on: day)
      )
    }
    let all = [
      try Self.initiative("b", "KG"), try Self.initiative("a", "ML"), try Self.initiative("c", "CH"),
    ]
    #expect(NationalInitiative.those(all, in: low).map(\.id.text) == ["a"])
    #expect(NationalInitiative.those(all, in: low.union(middle)).map(\.id.text) == ["a", "b"])
  }

  @Test(arguments: [("fsc/2010", 0), ("gard/2010", 0), ("gmp/2010", 1)])
  func nationalInitiativesAreKeptWhereTheCharterHasThem(name: String, refusals: Int) throws {
    let charter = try #require(try ShippedCharter.named(name))
    #expect(try Self.initiative("a", "KG").refusals(under: charter).count == refusals)
  }
}
