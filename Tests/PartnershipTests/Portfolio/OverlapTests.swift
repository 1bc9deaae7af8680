import Charters
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing

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

  @Test func r131_theNetworkGrowsWhateverTheOption() async throws {
    // The same newcomers enter under each option; who belongs on a day does not ask for the linkage.
    var counts: [[Int]] = []
    for option in ["formal-link", "independent", "combination"] {
      let reading = NoteCharter.reading(
        "2020", replacing: "follows: {option: independent", with: "follows: {option: \(option)")
      let charter = try #require(reading.charter)
      counts.append(
        try await NotePartnership.with { connection in
          for number in 1...3 {
            try Journal(connection).append(
              try PartnerRequirements.partner("new-\(number)", since: nil, state: .screening),
              NotePartnership.secretariat)
            try Partner.admit(
              .init("new-\(number)"), on: Day(2009 + number, 3, 1), under: charter,
              NotePartnership.secretariat, connection)
          }
          return try [Day(2009, 12, 31), Day(2010, 12, 31), Day(2012, 12, 31)].map {
            try connection.partners(on: $0).count
          }
        })
    }
    #expect(counts == [[0, 1, 3], [0, 1, 3], [0, 1, 3]])
  }

  @Test func theStoreGivesWhatTheChecksLookAt() async throws {
    let told = try await NotePartnership.with { connection in
      try connection.portfolio(on: Day(2010, 9, 22)).findings.filter { $0.code == .areaWithoutLead }
        .map(\.about.id)
    }
    #expect(told == ["chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply"])
  }
}
