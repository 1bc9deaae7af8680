@testable import App
import Charters
import Exchange
@testable import Finance
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
@testable import Workplan
import Wording

/// What lies beyond what a treaty binds to: two meanings of voluntary, choices of a Party, targets that go further.
@Suite struct VoluntaryRequirements {
  // MARK: R71

  @Test(arguments: ["2010", "2020"]) func r71_voluntaryHasTwoMeaningsThatStandApart(edition: String) throws {
    let natures = try #require(NoteCharter.reading(edition).charter).natures.filter { $0.class == .voluntary }
    #expect(natures.map(\.id) == ["voluntary-party", "voluntary-collective"])
    #expect(natures.map(\.by) == ["party", "parties-together"])
    #expect(
      natures.map(\.wordings) == [
        ["may", "are-encouraged-to", "may-go-further", "may-agree-with-other-states"], [],
      ])
    #expect(
      natures.map(\.through) == [
        [], ["this-partnership", "other-partnerships", "bilateral", "multilateral"],
      ])
    #expect(natures.map(\.ground.source) == [["A18a"], ["A18b"]])
  }

  // MARK: R72, R91

  private static let headings =
    "id,party,treaty,form,article,wording,states,since,text_en,qualifier,source,verification\n"

  /// What becomes of a row when someone records it.
  private static func imported(_ row: String, as capacity: Capacity = .secretariat) async throws -> [String] {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for (id, category, country) in [("ministry", "government", "JP"), ("miners-aid", "ngo", "JP")] {
          try journal.append(
            PartnerRequirements.partner(id, category: category, country: country), NotePartnership.secretariat
          )
        }
      }
      let file = try CSVFile(Array((headings + row + "\n").utf8), name: "measures.csv")
      let plan = try await partnership.take(
        DiscretionaryMeasure.self, file, Intent("import", by: "carl", as: capacity, basis: "test"))
      let written = try await partnership.database.read { try $0.all(DiscretionaryMeasure.self).count }
      #expect(written == plan.count(.add))
      return plan.outcomes.flatMap(\.refusals).map(\.sentence)
    }
  }

  @Test(arguments: [
    "m1,JP,minamata,stricter-measure,4,may-go-further,,2020,Bans more products (made up).,exact,recalled,unverified",
    "m2,JP,minamata,agreement-with-states,,may-agree-with-other-states,CH; KG,2020,An agreement (made up).,exact,recalled,unverified",
  ])
  func r72_stricterMeasuresAndAgreementsAreRecordsOfAParty(row: String) async throws {
    #expect(try await Self.imported(row) == [])
  }

  @Test(arguments: [
    (
      "m,JP,minamata,agreement-with-states,,,,2020,Made up.,exact,recalled,unverified",
      "an agreement with States names the other States"
    ),
    (
      "m,JP,minamata,agreement-with-states,,,JP; CH,2020,Made up.,exact,recalled,unverified",
      "JP makes no agreement with itself"
    ),
    (
      "m,JP,minamata,stricter-measure,4,shall,,2020,Made up.,exact,recalled,unverified",
      "the charter gmp 2020 has no wording “shall”; it has may, are-encouraged-to, may-go-further, may-agree-with-other-states"
    ),
    (
      "m,RU,minamata,stricter-measure,4,may,,2020,Made up.,exact,recalled,unverified",
      "RU is no Party to minamata on 2020-12-31; only a Party takes measures under it"
    ),
    (
      "m,JP,minamata,stricter-measure,4,may,,2016,Made up.,exact,recalled,unverified",
      "JP is no Party to minamata on 2016-12-31; only a Party takes measures under it"
    ),
  ])
  func r72_whatIsNoMeasureOfAPartyIsRefusedInASentence(row: String, sentence: String) async throws {
    #expect(try await Self.imported(row) == [sentence])
  }

  @Test func r91_aPartnerThatIsNoPartyRecordsNoMeasureOfAParty() async throws {
    let row = "m,JP,minamata,stricter-measure,4,may,,2020,Made up.,exact,recalled,unverified"
    let refused =
      "focal-point:miners-aid may not import discretionary-measure m; the secretariat or the focal point of ministry may"
    #expect(try await Self.imported(row, as: .focalPoint(of: "miners-aid")) == [refused])
    #expect(try await Self.imported(row, as: .focalPoint(of: "nobody")).count == 1)
    #expect(try await Self.imported(row, as: .focalPoint(of: "ministry")) == [])
    let others = "m,CH,minamata,stricter-measure,4,may,,2020,Made up.,exact,recalled,unverified"
    #expect(try await Self.imported(others, as: .focalPoint(of: "ministry")).count == 1)
  }

  // MARK: R73

  private static func target(_ treatyAmount: Figure? = nil, beyond duty: String? = nil) -> Target {
    Target(
      id: .init("t"), area: .init("gold"), indicator: "mercury-demand",
      amount: Figure(value: -50, unit: "%", qualifier: .exact, source: "test"), year: When(2017),
      moreAmbitiousThan: duty.map { .init($0) }, treatyAmount: treatyAmount, text: nil,
      provenance: Provenance(["test"]))
  }
  private static let treatyAsks = Figure(value: -30, unit: "%", qualifier: .exact, source: "test")

  @Test func r73_aTargetStandsBesideTheDutyItExceeds() async throws {
    let (before, after) = try await NotePartnership.with { connection in
      let before = try connection.targetsBeyondTreaties()
      try Journal(connection).append(
        Self.target(Self.treatyAsks, beyond: "duty-7"), NotePartnership.secretariat)
      return (before.count, try connection.targetsBeyondTreaties())
    }
    // No source says of any founding target that it goes further.
    #expect(before == 0)
    #expect(after.map(\.target.id.text) == ["t"])
    #expect(after.map(\.duty.article) == ["7"])
    #expect(after.map(\.target.amount?.value) == [-50])
    #expect(after.map(\.target.treatyAmount?.value) == [-30])
  }

  @Test func r73_whatDoesNotCompareIsRefused() throws {
    #expect(
      Self.target(Self.treatyAsks).refusals.map(\.sentence) == [
        "what the treaty asks for is stated by a duty; name it"
      ])
    let tonnes = Figure(value: 10, unit: "t", qualifier: .exact, source: "test")
    #expect(
      Self.target(tonnes, beyond: "duty-7").refusals.map(\.sentence) == [
        "the target is in % and the treaty's amount in t; they compare in one unit"
      ])
    let modest = try #require(
      NoteCharter.reading("2020", replacing: "may-exceed-treaty: true", with: "may-exceed-treaty: false")
        .charter
    )
    #expect(
      Self.target(beyond: "duty-7").refusals(under: modest).map(\.sentence) == [
        "the charter gmp 2020 goes no further than the treaty"
      ])
    let charter = try #require(NoteCharter.reading("2020").charter)
    #expect(Self.target(beyond: "duty-7").refusals(under: charter) == [])
  }

  // MARK: R75

  @Test func r75_theFiveServicesServeTheTreatyFromEntryIntoForceOn() async throws {
    let services = try await FoundedPartnership.read { connection in
      try [Day(2010, 9, 22), Day(2017, 8, 15), Day(2017, 8, 16), Day(2026, 11, 25)].map { day in
        try connection.streamServices(of: CharterBook().needed(on: day, connection), on: day)
      }
    }
    #expect(services.map(\.count) == [5, 5, 5, 5])
    #expect(services.map { $0.count(where: \.serves) } == [0, 0, 5, 5])
    #expect(services[3].map(\.servesSince) == Array(repeating: When(2017, 8, 16), count: 5))
    // Preparing was possible before, and what was done stays what it was.
    #expect(services[0].map(\.preparing.count) == [8, 3, 1, 0, 0])
    #expect(services[0].flatMap(\.serving) == [])
    #expect(services[3][0].serving.map(\.text) == ["oil-gas-consultations"])
    #expect(services[3].map(\.preparing.count) == [8, 3, 2, 0, 0])
  }

  @Test func r75_anActivityWithoutAPhaseIsPlacedByItsDate() async throws {
    let activities = try await NotePartnership.with { connection in
      try connection.all(Activity.self, "WHERE id = 'asgm-plan-guidance'")
    }
    let phases = [("adopted", When(2013, 10, 10)), ("in-force", When(2017, 8, 16))].map {
      TreatyPhase(
        id: .init($0.0), treaty: .init("x"), phase: $0.0, since: $0.1, provenance: Provenance(["test"]))
    }
    func placed(_ since: When?, phases: [TreatyPhase]) throws -> [Int] {
      var activity = try #require(activities.first)
      activity.phase = nil
      activity.period = Period(since: since)
      let service = StreamService.of("gold-mining", from: "in-force", phases, [activity])
      return [service.preparing.count, service.serving.count, service.undated.count]
    }
    #expect(try placed(When(2017, 8, 15), phases: phases) == [1, 0, 0])
    #expect(try placed(When(2017, 8, 16), phases: phases) == [0, 1, 0])
    #expect(try placed(nil, phases: phases) == [0, 0, 1])
    #expect(try placed(When(2018), phases: [phases[0]]) == [0, 0, 1])
  }

  // MARK: R91, the effort

  @Test func r91_effortIsCountedBeforeAndAfterTheMention() async throws {
    let efforts = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      for (id, since) in [("a", When(2009)), ("b", When(2013)), ("c", When(2013, 10, 10)), ("d", nil)] {
        try journal.append(PartnerRequirements.partner(id, since: since), NotePartnership.secretariat)
      }
      return try connection.effort(around: Day(2013, 10, 10), until: Day(2026, 11, 25))
    }
    #expect(efforts.map(\.measure) == Effort.Measure.allCases)
    // 2013 alone may lie on either side of October.
    #expect(efforts[2] == Effort(measure: .partners, before: 1, after: 1, undated: 2))
    // Of twelve international activities two have a date, 2016 and 2020; the Kyrgyz project has none.
    #expect(efforts[1] == Effort(measure: .internationalActivities, before: 0, after: 2, undated: 11))
    #expect(efforts[0] == Effort(measure: .nationalActivities, before: 0, after: 0, undated: 1))
    #expect(efforts[3] == Effort(measure: .contributions, before: 0, after: 0, undated: 0))
  }

  /// Money of a cycle counts as before a day once the whole cycle lies before it: its last day does not yet.
  @Test(arguments: [(Day(2010, 6, 30), 0), (Day(2010, 7, 1), 1)])
  func aCycleThatEndsOnTheDayIsNotBeforeIt(day: Day, before: Int) async throws {
    let efforts = try await NotePartnership.with { connection in
      try Journal(connection).append(
        Contribution(
          id: .init("gift"), donor: "One", partner: nil, sector: "public",
          amount: Money(minor: 100, currency: "USD"), valuation: nil, window: nil, cycle: "cycle-2009-2010",
          earmark: nil, provenance: Provenance(["test"])), NotePartnership.secretariat)
      return try connection.effort(around: day, until: Day(2026, 11, 25))
    }
    #expect(efforts.first { $0.measure == .contributions }?.before == before)
  }
}
