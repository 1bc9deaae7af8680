import Charters
import Kernel
@testable import Registry
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

  @Test func r145_poorerCountriesAndVulnerablePeopleComeFirstAndCountriesAdaptWhatIsDone() throws {
    let charter = try #require(try ShippedCharter.named("gard/2010"))
    #expect(charter.attention.incomeGroups == ["low", "middle"])
    #expect(charter.attention.populations == ["vulnerable"])
    let all = [
      try Self.initiative("b", "KG"), try Self.initiative("a", "ML"), try Self.initiative("c", "CH"),
    ]
    let poorer = try Set(["KG", "ML"].map { try Country(code: $0) })
    #expect(NationalInitiative.those(all, in: poorer).map(\.id.text) == ["a", "b"])
    #expect(all[0].adaptation?[.en] == "training in local languages")
  }

  @Test(arguments: [("fsc/2010", 0), ("gard/2010", 0), ("gmp/2010", 1)])
  func nationalInitiativesAreKeptWhereTheCharterHasThem(name: String, refusals: Int) throws {
    let charter = try #require(try ShippedCharter.named(name))
    #expect(try Self.initiative("a", "KG").refusals(under: charter).count == refusals)
  }
}
