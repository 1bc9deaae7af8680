import Acting
import Charters
@testable import Finance
import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Workplan

/// Activities that may do the same work, growth, and the list as a whole.
@Suite struct OverlapTests {
  private static func pairs(_ portfolio: Portfolio) -> [String] {
    portfolio.findings.filter { $0.code == .activitiesOverlap }.map { "\($0.about.id)+\($0.with?.id ?? "")" }
  }

  private static func portfolio() throws -> Portfolio {
    var portfolio = Portfolio(on: PortfolioTests.day)
    portfolio.activities = [
      try PortfolioTests.activity("d", country: "KG", since: When(2009), until: When(2010, 6)),
      try PortfolioTests.activity("a", country: "KG", since: When(2010, 6, 30)),
      try PortfolioTests.activity("later", country: "KG", since: When(2008), until: When(2008)),
      try PortfolioTests.activity("elsewhere", country: "ML"),
      try PortfolioTests.activity("other", "coal", country: "KG"),
      try PortfolioTests.activity("undated", country: "KG", since: nil),
      try PortfolioTests.activity("nowhere"),
    ]
    return portfolio
  }

  @Test func r146_overlappingProgrammesAreFoundByCountryTopicAndPeriod() throws {
    // June 2010 ends on the 30th, the day on which the other begins.
    #expect(Self.pairs(try Self.portfolio()) == ["a+d"])
    // And the other way round: the one named first ends on the day on which the other begins.
    var turned = Portfolio(on: PortfolioTests.day)
    turned.activities = [
      try PortfolioTests.activity("a", country: "KG", since: When(2009), until: When(2010, 6)),
      try PortfolioTests.activity("d", country: "KG", since: When(2010, 6, 30)),
    ]
    #expect(Self.pairs(turned) == ["a+d"])
    // One that lasts for a single day shares it with what begins on that day.
    turned.activities[0].period = Period(since: When(2010, 6, 30), until: When(2010, 6, 30))
    #expect(Self.pairs(turned) == ["a+d"])
  }

  @Test func r90_activitiesSharedByTwoInitiativesAreNamedOnceAndBoth() throws {
    var portfolio = Portfolio(on: PortfolioTests.day)
    portfolio.activities = [
      try PortfolioTests.activity("b", country: "KG", region: "Asia"),
      try PortfolioTests.activity("a", country: "KG", region: "Asia"),
    ]
    #expect(Self.pairs(portfolio) == ["a+b"])
    #expect(portfolio.findings.first { $0.with != nil }?.values["place"] == .word("Asia"))
  }

  @Test func theCharterSaysWhatIsTheSame() throws {
    let reading = NoteCharter.reading(
      "2010", replacing: "overlap-check: {value: [same-country, same-topic, same-period]",
      with: "overlap-check: {value: [same-country, same-period]")
    var portfolio = try Self.portfolio()
    portfolio.attention = try #require(reading.charter).attention
    #expect(Self.pairs(portfolio) == ["a+d", "a+other", "d+other"])
    portfolio.attention.overlap = [.period]
    #expect(Self.pairs(portfolio) == [])
  }

  @Test func theListIsTheSameInWhateverOrderTheRecordsStand() throws {
    var portfolio = try Self.portfolio()
    portfolio.partners = try (1...5).map { try PartnerRequirements.partner("p\($0)", since: When(2001)) }
    let first = portfolio.findings
    #expect(first.count == 6)
    portfolio.activities.reverse()
    portfolio.partners.reverse()
    #expect(portfolio.findings == first)
  }

  @Test func thresholdsAreTheChartersOrTheUsualOnes() throws {
    let usual = try #require(NoteCharter.reading("2010").charter).attention
    #expect(usual.donorShare == 50)
    #expect([usual.yellowAfterMonths, usual.redAfterMonths] == [12, 24])
    let own = try ShippedCharter.reading(
      "gard/2010", replacing: "attention: {",
      with: "attention: {donor-share: 40, report-after: {yellow: 6 months, red: 18 months}, ")
    let attention = try #require(own.charter).attention
    #expect(attention.donorShare == 40)
    #expect([attention.yellowAfterMonths, attention.redAfterMonths] == [6, 18])
  }

  @Test(arguments: [
    ("donor-share: 0, ", "donor-share"), ("donor-share: 101, ", "donor-share"),
    ("report-after: {yellow: soon}, ", "report-after"),
    ("report-after: {yellow: 24 months, red: 12 months}, ", "report-after"),
  ])
  func athresholdThatCannotBeIsOneFault(text: String, code: String) throws {
    let reading = try ShippedCharter.reading(
      "gard/2010", replacing: "attention: {", with: "attention: {" + text)
    #expect(reading.faults.map(\.code) == [code])
  }

  /// Three come in while an option is in force; the report of each cycle counts those who belonged on its day.
  @Test(arguments: [("1", ["cop"]), ("2", ["unep-ed"]), ("3", ["unep-ed", "cop", "cop"])])
  func r131_theNetworkGrowsWhateverTheOption(option: String, addressees: [String]) async throws {
    let (reported, members) = try await NotePartnership.with { connection in
      try NotePartnership.follow(option, since: Day(2021, 1, 1), connection)
      for (id, day) in [("one", Day(2021, 3, 1)), ("two", Day(2021, 9, 1)), ("three", Day(2022, 3, 1))] {
        try Journal(connection).append(
          try PartnerRequirements.partner(id, since: nil, state: .screening), NotePartnership.secretariat)
        try Partner.admitting.carryOut(
          on: .init(id), .init(on: day),
          Occasion(NotePartnership.secretariat, under: CharterBook(), today: day, connection))
      }
      return (
        try NotePartnership.addressees(on: Day(2022, 1, 1), connection).map(\.body),
        try [("2009-2010", nil), ("2010-2012", nil), ("2022-2023", Day(2022, 1, 1)), ("2022-2023", nil)].map {
          (cycle: String, day: Day?) in
          try ProgressReport.assemble(connection.cycle(cycle), to: [], asOf: day, connection).participation
            .first { $0.measure == .members }?.partners
        }
      )
    }
    #expect(reported == addressees)
    #expect(members == [0, 0, 2, 3])
  }

  @Test func theStoreGivesWhatTheChecksLookAt() async throws {
    let told = try await NotePartnership.with { connection in
      try connection.portfolio(on: Day(2010, 9, 22)).findings.filter { $0.code == .areaWithoutLead }
        .map(\.about.id)
    }
    #expect(told == ["chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply"])
  }

  /// Money of a cycle that had begun is looked at, money of one to come is not.
  @Test func theStoreGivesTheMoneyOfCyclesThatHadBegun() async throws {
    let found = try await NotePartnership.with { connection in
      for (id, cycle) in [("then", "cycle-2009-2010"), ("later", "cycle-2022-2023")] {
        try Journal(connection).append(
          Contribution(
            id: .init(id), donor: "One", partner: nil, sector: "public",
            amount: Money(minor: 100, currency: "USD"), valuation: nil, window: nil, cycle: cycle,
            earmark: nil,
            provenance: Provenance(["test"])), NotePartnership.secretariat)
      }
      return try connection.portfolio(on: Day(2010, 9, 22)).contributions.map(\.id.text)
    }
    #expect(found == ["then"])
  }
}
