import Charters
@testable import Finance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Telling
import Testing
@testable import Workplan

/// What the checks tell, each on values made for it.
@Suite struct PortfolioTests {
  static let day = Day(2010, 9, 22)
  private static let test = Provenance(["test"])

  private static func area(_ id: String, end: When? = nil, _ state: Area.State = .active) -> Area {
    Area(
      id: .init(id), name: Translated(.en, id), number: 1, period: Period(since: When(2005)), notAfter: nil,
      themes: [], isBeyondSubstance: false, plannedEnd: nil, plannedEndOn: end, absorbedBy: nil,
      provenance: test, state: state)
  }
  private static func lead(_ area: String, until: When? = nil) -> Seat {
    Seat(
      id: .init("lead-\(area)"), body: .init("areas"), role: "lead", holder: "x", area: .init(area),
      period: Period(since: When(2008), until: until), text: nil, provenance: test)
  }
  private static func cycle(_ id: String, _ since: When, _ until: When) -> Cycle {
    Cycle(
      id: .init(id), period: Period(since: since, until: until), presented: nil, report: nil, text: nil,
      provenance: test)
  }
  static func activity(
    _ id: String, _ area: String = "gold", country: String? = nil, region: String? = nil,
    since: When? = When(2009), until: When? = nil
  ) throws -> Activity {
    Activity(
      id: .init(id), form: "project", areas: [area], isCrossCutting: false, topic: nil, stream: nil,
      function: nil, mode: nil, nature: nil, interimType: nil, societyLevel: nil, problemLevel: nil,
      solutionType: nil, isMarketBased: nil,
      natureBasis: nil, phase: nil, country: try country.map { try Country(code: $0) }, region: region,
      isPriority: false, priorityAction: nil, easesDecision: nil, need: nil, intendedSource: nil,
      period: Period(since: since, until: until), text: Translated(.en, id), provenance: test,
      state: .underWay)
  }
  private static func told(_ portfolio: Portfolio) -> [String] {
    portfolio.findings.map { finding in
      "\(finding.light.rawValue) \(finding.code.rawValue) \(finding.about.id)"
        + (finding.with.map { "+\($0.id)" } ?? "")
    }
  }

  @Test func anAreaWithoutLeadOrActivityDormantOrPastItsEndIsTold() throws {
    var portfolio = Portfolio(on: Self.day)
    portfolio.areas = [
      Self.area("gold"), Self.area("coal"), Self.area("supply", end: When(2010, 9, 21), .dormant),
      Self.area("waste", end: When(2010, 9)),
    ]
    portfolio.seats = [Self.lead("gold"), Self.lead("coal", until: When(2009)), Self.lead("supply")]
    portfolio.cycles = [
      Self.cycle("old", When(2007), When(2008)), Self.cycle("now", When(2009), When(2010, 6, 30)),
    ]
    portfolio.activities = [
      try Self.activity("a", "gold"), try Self.activity("b", "coal", since: When(2006), until: When(2008)),
      try Self.activity("c", "waste", since: nil),
    ]
    // September 2010 is not over on its 22nd; an activity without a date may have run in the cycle.
    #expect(
      Self.told(portfolio) == [
        "red area-without-lead coal", "red area-without-lead waste", "red area-past-planned-end supply",
        "yellow area-dormant supply", "yellow area-without-activity coal",
        "yellow area-without-activity supply",
      ])
  }

  @Test(arguments: [
    (Day(2009, 9, 22), Light.green), (Day(2009, 9, 21), .yellow), (Day(2008, 9, 22), .yellow),
    (Day(2008, 9, 21), .red),
  ])
  func aPartnersLightFollowsFromItsLastReport(received: Day, light: Light) throws {
    var portfolio = Portfolio(on: Self.day)
    portfolio.partners = [try PartnerRequirements.partner("a", since: When(2006))]
    portfolio.reports = [
      PartnerReport(
        id: .init("r"), partner: .init("a"), cycle: .init("c"), received: received, document: nil,
        provenance: Self.test)
    ]
    #expect(portfolio.lights == [.init("a"): light])
    #expect(Self.told(portfolio) == (light == .green ? [] : ["\(light.rawValue) partner-silent a"]))
  }

  @Test func aPartnerIsGreenForAYearAfterAdmissionAndOneWithoutDatesIsTold() throws {
    var portfolio = Portfolio(on: Self.day)
    portfolio.partners = [
      try PartnerRequirements.partner("new", since: When(2009, 9, 22)),
      // The year 2009 may mean its last day.
      try PartnerRequirements.partner("year", since: When(2009)),
      try PartnerRequirements.partner("none", since: nil),
    ]
    #expect(Self.told(portfolio) == ["yellow partner-undated none"])
  }

  private static func action(
    _ id: String, _ area: String = "gold", need: Int?, secured: Int? = nil, source: String? = nil
  ) -> PriorityAction {
    PriorityAction(
      id: .init(id), plan: nil, area: .init(area), title: Translated(.en, id),
      need: need.map { Money(minor: $0, currency: "USD") },
      secured: secured.map { Money(minor: $0, currency: "USD") }, intendedSource: source, provenance: test)
  }

  @Test func r14_aNeedWithNothingSecuredAndNoSourceIsTold() {
    var portfolio = Portfolio(on: Self.day)
    portfolio.actions = [
      Self.action("bare", need: 100), Self.action("zero", need: 100, secured: 0, source: ""),
      Self.action("begun", need: 100, secured: 1), Self.action("meant", need: 100, source: "x"),
      Self.action("free", need: nil),
    ]
    #expect(
      Self.told(portfolio) == ["red action-without-means bare", "red action-without-means zero"])
  }

  /// An area is told by its name, whichever of them it is; one that there is not on the day by its word.
  @Test func aNeedIsToldWithTheNameOfItsArea() {
    var gold = Self.area("gold")
    gold.name = Translated(.en, "Small-scale gold mining")
    var portfolio = Portfolio(on: Self.day)
    portfolio.areas = [Self.area("coal"), gold]
    portfolio.actions = [Self.action("kilns", "cement", need: 100), Self.action("retorts", need: 100)]
    let told = PortfolioText(portfolio.findings, in: .en).lines.filter { $0.code == "action-without-means" }
    let areas = told.map { line in line.sentence.firstMatch(of: /of (.+) needs/).map { String($0.1) } }
    #expect(areas == ["cement", "Small-scale gold mining"])
  }

  @Test func r14_anActivityStartsOnceItSaysWhatItNeedsAndFromWhere() throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    var activity = try Self.activity("a")
    #expect(activity.refusals(toStartUnder: charter, nil).map(\.code) == ["need", "intended-source"])
    activity.need = Money(minor: 100, currency: "USD")
    #expect(activity.refusals(toStartUnder: charter, nil).map(\.code) == ["intended-source"])
    activity.intendedSource = "environment-fund"
    #expect(activity.refusals(toStartUnder: charter, nil).isEmpty)
    let silent = try #require(try ShippedCharter.named("pcfv/2010"))
    #expect(try Self.activity("a").refusals(toStartUnder: silent, nil).isEmpty)
  }

  private static func gift(_ id: String, _ donor: String, _ minor: Int, _ kind: Money.Kind = .cash)
    -> Contribution
  {
    Contribution(
      id: .init(id), donor: donor, partner: nil, sector: "public",
      amount: Money(minor: minor, currency: "USD", kind: kind), valuation: "declared", window: nil,
      cycle: "now", earmark: nil, provenance: test)
  }

  @Test(arguments: [(50.0, []), (49.9, ["A", "B"]), (60.0, [])])
  func aDonorIsToldAboveTheShareAndNotAtIt(limit: Double, donors: [String]) {
    var portfolio = Portfolio(on: Self.day)
    portfolio.attention.donorShare = limit
    portfolio.cycles = [Self.cycle("now", When(2009), When(2010))]
    portfolio.contributions = [Self.gift("1", "A", 30), Self.gift("2", "A", 20), Self.gift("3", "B", 50)]
    let told = portfolio.findings.compactMap { finding -> String? in
      if case .word(let donor)? = finding.values["donor"] { donor } else { nil }
    }
    #expect(told == donors)
  }

  @Test func cashAndInKindAreSharesOfTheirOwnAndHugeAmountsDoNotStopIt() {
    var portfolio = Portfolio(on: Self.day)
    portfolio.cycles = [Self.cycle("now", When(2009), When(2010))]
    portfolio.contributions = [
      Self.gift("1", "A", .max), Self.gift("2", "B", .max), Self.gift("3", "C", .max),
      Self.gift("4", "A", 10, .inKind),
    ]
    #expect(Self.told(portfolio) == ["yellow donor-concentrated now"])
  }

  private static func pledge(_ id: String, due: When?, paid: Int, _ state: Pledge.State) -> Pledge {
    Pledge(
      id: .init(id), donor: id, partner: nil, amount: Money(minor: 100, currency: "USD"),
      promised: When(2009, 9, 21), due: due, paid: paid, window: nil, cycle: nil, earmark: nil,
      provenance: test, state: state)
  }

  @Test func aPledgeThatIsNotPaidIsToldAndOneWrittenOffIsNot() {
    var portfolio = Portfolio(on: Self.day)
    portfolio.pledges = [
      Self.pledge("late", due: When(2010, 9, 21), paid: 40, .partReceived),
      Self.pledge("very-late", due: When(2009, 9, 21), paid: 0, .agreed),
      Self.pledge("today", due: When(2010, 9, 22), paid: 0, .agreed),
      Self.pledge("open", due: nil, paid: 0, .announced),
      Self.pledge("paid", due: When(2010, 1), paid: 100, .received),
      Self.pledge("lost", due: When(2010, 1), paid: 0, .writtenOff),
    ]
    #expect(
      Self.told(portfolio) == [
        "red pledge-unpaid very-late", "yellow pledge-unpaid late", "yellow pledge-unpaid open",
      ])
  }

  @Test func aPaymentMovesAPledgeAndNeverPastItsAmount() throws {
    let part = try Self.pledge("p", due: nil, paid: 0, .agreed).paying(40)
    #expect(part.state == .partReceived)
    #expect(part.outstanding == 60)
    #expect(try part.paying(60).state == .received)
    #expect(throws: Refusal.self) { try part.paying(61) }
    #expect(throws: Refusal.self) { try part.paying(0) }
  }

  /// An activity that begins on the last day of a cycle has run in it.
  @Test(arguments: [(Day(2010, 12, 31), 0), (Day(2011, 1, 1), 1)])
  func theLastDayOfACycleIsPartOfIt(since: Day, idle: Int) throws {
    var portfolio = Portfolio(on: Self.day)
    portfolio.areas = [Self.area("gold")]
    portfolio.cycles = [Self.cycle("now", When(2009), When(2010))]
    portfolio.activities = [try Self.activity("late", since: When(since))]
    #expect(portfolio.findings.filter { $0.code == .areaWithoutActivity }.count == idle)
  }
}
