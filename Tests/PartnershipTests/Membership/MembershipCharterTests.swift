import Charters
import Kernel
@testable import Registry
import Testing

/// What the shipped charters say of membership, read from their files.
@Suite struct MembershipCharterTests {
  private static func membership(_ name: String) throws -> Membership {
    try #require(try ShippedCharter.named(name)).membership
  }

  @Test(arguments: [
    (
      "gmp/2010", Membership.Authority.secretariat(["unep-chemicals"]),
      ["support", "commitment", "contribution"]
    ),
    ("basel/2010", .secretariat(["secretariat"]), ["support", "commitment", "contribution"]),
    ("ddt/2010", .bodies(["steering"]), ["contribution"]),
    ("fsc/2017", .bodies(["board"]), ["support", "chamber"]),
    ("gard/2020", .bodies(["steering-committee"]), ["support"]),
    ("pcfv/2010", .secretariat(["clearing-house"]), ["support"]),
    ("tfi/2020", .secretariat(["initiative"]), ["no-tobacco-tie"]),
    ("traffic/2018", .bodies(["traffic-committee"]), ["founder-consent"]),
  ])
  func everyCharterSaysWhoAdmitsAndWhatIsStated(
    name: String, by: Membership.Authority, states: [String]
  ) throws {
    let rule = try Self.membership(name).admission(to: nil, category: "no such category")
    #expect(rule?.by == by)
    #expect(rule?.mustState == states)
  }

  @Test func anAreaMayHaveARuleOfItsOwn() throws {
    let rule = try #require(
      try Self.membership("basel/2019").admission(to: "computing-follow-up", category: "company"))
    #expect(rule.by == .bodies(["pace-follow-up-group"]))
    #expect(rule.suspendedBy == ["pace-follow-up-group"])
    #expect(rule.mustState == ["criteria-met"])
    #expect(rule.isObserverFirst)
    let phones = try Self.membership("basel/2010").admission(to: "mobile-phones", category: "ngo")
    #expect(phones?.by == .declaration)
  }

  @Test func aCategoryMayJoinByAppointmentOrDeclaration() throws {
    #expect(
      try Self.membership("tfi/2010").admission(to: nil, category: "staff-programme")?.by == .host("who"))
    #expect(try Self.membership("basel/2010").admission(to: nil, category: "operator")?.by == .declaration)
  }

  @Test func exclusionsFeesObserversAndScreeningAreRead() throws {
    let tobacco = try Self.membership("tfi/2020")
    #expect(tobacco.exclusions.map(\.id) == ["tobacco-industry"])
    #expect(tobacco.exclusions[0].extendsTo == ["acts-for-it", "has-such-members", "takes-such-money"])
    #expect(tobacco.isScreeningRequired)
    #expect(tobacco.screenedEveryMonths == 12)
    let forest = try Self.membership("fsc/2017")
    #expect(forest.terms(of: "organisation")?.isFeeRequired == true)
    #expect(forest.withoutGoodStanding == ["observe"])
    #expect(forest.goodStanding?[.en] == "Fee paid in full before the assembly")
    #expect(try Self.membership("gard/2010").terms(of: "private-observer")?.isObserver == true)
    #expect(try Self.membership("gard/2010").terms(of: "collaborating-party")?.isObserver == false)
    #expect(try Self.membership("traffic/2018").mayRepresentOthers == false)
    #expect(try Self.membership("tfi/2010").mayRepresentOthers == nil)
  }

  @Test func r147_personsJoinTheCleanFuelsPartnershipAsMembers() throws {
    let charter = try #require(try ShippedCharter.named("pcfv/2010"))
    #expect(charter.membership.allowsIndividuals)
    let person = try PartnerRequirements.partner("a-person", sector: "civil-society", category: "individual")
    #expect(person.refusals(under: charter).isEmpty)
    #expect(try !Self.membership("traffic/2010").allowsIndividuals)
  }

  @Test func appointmentWithoutAHostIsAFault() throws {
    let reading = try ShippedCharter.reading(
      "tfi/2010", replacing: " appointed-by: {value: who, basis: implied},", with: "")
    #expect(reading.charter == nil)
    #expect(reading.faults.map(\.code) == ["appointment"])
  }

  @Test func aHostThatIsNoBodyIsAFault() throws {
    let reading = try ShippedCharter.reading(
      "tfi/2010", replacing: "appointed-by: {value: who,", with: "appointed-by: {value: whom,")
    #expect(reading.faults.map(\.code) == ["dangling-reference"])
  }
}
