import Charters
@testable import Governance
import Exchange
import Kernel
@testable import Registry
import Store
import Testing
@testable import Workplan
import Wording

/// What is planned and done: by mode, by level, for whom, under which plan, with what still missing.
@Suite struct WorkRequirements {
  private static func activity(_ id: String) async throws -> Activity {
    try await NotePartnership.with { try #require(try $0.one(Activity.ID(id))) }
  }

  private static func action(
    _ id: String, area: String = "gold", need: Int? = nil, secured: Int? = nil, _ currency: String = "USD"
  ) -> PriorityAction {
    PriorityAction(
      id: .init(id), plan: nil, area: .init(area), title: Translated(.en, id),
      need: need.map { Money(minor: $0, currency: currency) },
      secured: secured.map { Money(minor: $0, currency: currency) }, intendedSource: "environment-fund",
      provenance: Provenance(["test"]))
  }

  @Test func r37_releasesStandByMediumWithStartAndTarget() async throws {
    let courses = try await NotePartnership.with { try $0.courses(of: "releases", on: Day(2026, 11, 25)) }
    let air = try #require(courses.first { $0.medium == "air" && $0.scope == "world" })
    #expect(air.start.referenceYear == When(2010))
    #expect(air.start.amount.value == 1960)
    #expect(air.latest.referenceYear == When(2015))
    #expect(air.latest.amount.value == 2220)
    // They are of two assessments, which count in their own ways.
    #expect(air.change == nil)
    #expect(air.start.amount.unit == "t")
    #expect(air.targets.map(\.id.text) == ["tg-coal", "tg-waste"])
    let indicator = try #require(
      NoteCharter.reading("2010").charter?.indicators.first { $0.id == "releases" })
    #expect(indicator.by == ["medium", "area", "country"])
    #expect(indicator.unit == "kg/year")
    // The note gives neither: silence stays silence.
    #expect(indicator.baseline == nil && indicator.target == nil)
  }

  @Test func r37_onlyWhatWasKnownByTheDayCounts() async throws {
    // The assessment that says how much it was in 2010 is of 2013.
    let before = try await NotePartnership.with { try $0.courses(of: "releases", on: Day(2012, 1, 1)) }
    #expect(before.filter { $0.medium == "air" } == [])
    let courses = try await NotePartnership.with { try $0.courses(of: "releases", on: Day(2013, 6, 30)) }
    let air = try #require(courses.first { $0.medium == "air" })
    #expect(air.start == air.latest)
    #expect(air.change == nil)
  }

  @Test func r37_whatOneAssessmentSaysOfTwoYearsIsSubtracted() {
    func observed(_ id: String, _ year: Int, _ value: Double, _ source: String) -> Observation {
      Observation(
        id: .init(id), indicator: "releases", medium: "air", scope: "world", referenceYear: When(year),
        amount: Figure(value: value, unit: "t", source: source), counts: [], provenance: Provenance([source]))
    }
    func change(_ other: String) -> Double? {
      IndicatorCourse(
        indicator: "releases", medium: "air", scope: "world", start: observed("a", 2010, 1960, "one"),
        latest: observed("b", 2015, 2220, other), targets: []
      ).change
    }
    #expect(change("one") == 260)
    #expect(change("another") == nil)
  }

  @Test func r39_anAreaHasLeadMembersScopePlanStateAndPerhapsAnEnd() async throws {
    let (lead, members, plan, supply) = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      try journal.append(
        try PartnerRequirements.partner("japan", areas: ["waste"]), NotePartnership.secretariat)
      try journal.append(
        BusinessPlan(
          id: .init("waste-2008"), area: .init("waste"), title: Translated(.en, "Waste plan"),
          period: Period(since: When(2008)), provenance: Provenance(["waste-business-plan"])),
        NotePartnership.secretariat)
      return (
        try connection.all(Seat.self, "WHERE area = 'waste' AND role = 'lead'").map(\.holder),
        try connection.list(Partner.self, Listing(filters: [("areas", "waste")])).map(\.record.id.text),
        try connection.all(BusinessPlan.self, "WHERE area = 'waste'").map(\.id.text),
        try #require(try connection.one(Area.ID("supply")))
      )
    }
    #expect(lead == ["Government of Japan"])
    #expect(members == ["japan"])
    #expect(plan == ["waste-2008"])
    #expect(supply.state == .active)
  }

  @Test func r42_workIsOfTwoModesAndCountryGroupsAreKept() async throws {
    let modes = try await NotePartnership.with { connection in
      try connection.rows("SELECT mode, count(*) FROM activity GROUP BY mode ORDER BY mode") {
        "\(try $0.text()) \(try $0.integer())"
      }
    }
    #expect(modes == ["capacity-building 3", "information-sharing 11"])
    let developing = try await FoundedPartnership.read {
      try $0.countries(in: "developing", on: Day(2010, 9, 22))
    }
    #expect(developing.contains(try Country(code: "KE")))
    #expect(!developing.contains(try Country(code: "JP")))
  }

  @Test(arguments: [
    ("coal-plant-guidance", "treaty-implementation"), ("storage-asia", "treaty-implementation"),
    ("storage-latin-america", "treaty-implementation"), ("asgm-plan-guidance", "asgm-action-plans"),
  ])
  func r44_earlyWorkNamesTheLaterDecisionItPrepares(id: String, decision: String) async throws {
    #expect(try await Self.activity(id).easesDecision == decision)
  }

  @Test func r45_indicatorsReachBeyondTheSubstance() async throws {
    let units = try await NotePartnership.with { connection in
      try connection.all(Observation.self, "WHERE indicator IN ('miners', 'people') ORDER BY indicator").map(
        \.amount.unit)
    }
    #expect(units == ["person", "person"])
  }

  @Test func r46_aPriorityProjectBelongsToItsCountry() async throws {
    let project = try await Self.activity("kyrgyz-primary-mining")
    #expect(project.country == (try Country(code: "KG")))
    #expect(project.isPriority)
    #expect(project.provenance.source == ["A8c"])
  }

  @Test func r52_aSteeringDecisionNamesTheNewsThatCausedIt() async throws {
    let found = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      try journal.append(
        News(
          id: .init("inc-1-asks"), date: When(2010, 6, 11), session: .init("inc-1"),
          text: Translated(.en, "The committee asks for an inventory of plants."),
          provenance: Provenance(["A11"])),
        NotePartnership.secretariat)
      try journal.append(
        Steering(
          id: .init("steer-plants"), news: .init("inc-1-asks"), decision: nil, areas: ["chlor-alkali"],
          text: Translated(.en, "The area lists the plants first."), provenance: Provenance(["A11"])),
        NotePartnership.member(of: "advisory-group"))
      return try connection.all(Steering.self, "WHERE news = 'inc-1-asks'").map(\.areas)
    }
    #expect(found == [["chlor-alkali"]])
  }

  @Test func r52_steeringWithoutItsNewsIsRefused() async throws {
    await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(
          Steering(
            id: .init("s"), news: .init("nothing"), decision: nil, areas: [], text: Translated(.en, "?"),
            provenance: Provenance(["A11"])), NotePartnership.secretariat)
        try connection.settle()
      }
    }
  }

  @Test func r53_plantsOfAnInventoryAreRecordsAndGoOut() async throws {
    let csv = try await NotePartnership.with { connection in
      let inventory = try #require(try connection.all(Inventory.self, "WHERE form = 'facilities'").first)
      #expect(inventory.document?.text == "doc-chlor-alkali-inventory")
      try Journal(connection).append(
        Facility(
          id: .init("works"), inventory: inventory.id, name: "Works, \"old\"", country: Country(code: "IN"),
          place: "=cmd", process: "mercury-cell",
          capacity: Figure(value: 40_000, unit: "t/year", qualifier: .about, source: "test"),
          status: "running",
          date: When(2010), provenance: Provenance(["test"])), NotePartnership.secretariat)
      var text = ""
      try connection.exportCSV(Facility.self, viewer: .anyone) { text += $0 }
      return text
    }
    let rows = csv.split(separator: "\r\n")
    #expect(rows[0].hasPrefix("id,inventory,name,country,place,process,capacity_value,"))
    // A formula does not leave as one.
    #expect(rows[1].contains(#""Works, ""old""",IN,'=cmd,mercury-cell,40000,"#))
  }

  @Test func r54_projectsAreFilteredByAreaAndCountry() async throws {
    let found = try await NotePartnership.with { connection in
      try [[("form", "project")], [("form", "project"), ("country", "KG")], [("areas", "gold")]].map {
        filters in
        try connection.list(Activity.self, Listing(filters: filters)).map(\.record.id.text)
      }
    }
    #expect(found[0] == ["kyrgyz-primary-mining", "storage-asia", "storage-latin-america"])
    #expect(found[1] == ["kyrgyz-primary-mining"])
    #expect(found[2] == ["asgm-plan-guidance", "gold-project-inventory", "gold-wider-problem"])
  }

  @Test func r57_anActionThatDoesNotExistIsRefused() async throws {
    await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        var project = try #require(try connection.one(Activity.ID("storage-asia")))
        project.priorityAction = .init("nothing")
        try Journal(connection).append(project, NotePartnership.secretariat, after: 1)
        try connection.settle()
      }
    }
  }

  @Test func r58_theShortfallIsNeedLessSecuredByAreaAndCurrency() async throws {
    let table = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      for action in [
        Self.action("a", need: 1000, secured: 400), Self.action("b", need: 500, secured: 700),
        Self.action("c", area: "waste", need: 300), Self.action("d", area: "waste", need: 200, "EUR"),
        Self.action("e", area: "waste"),
      ] { try journal.append(action, NotePartnership.secretariat) }
      return Shortfall.table(of: try connection.priorityActions(on: NotePartnership.day))
    }
    #expect(table.map { $0.area?.text } == ["gold", "waste", "waste", nil, nil])
    #expect(table.map(\.currency) == ["USD", "EUR", "USD", "EUR", "USD"])
    // What b has too much does not fill what a lacks.
    #expect(table.map(\.missing) == [600, 200, 300, 200, 900])
    #expect(table.map(\.need) == [1500, 200, 300, 200, 1800])
    #expect(table.map(\.secured) == [1100, 0, 0, 0, 1100])
  }

  @Test func r58_moneyOfAnotherCurrencyCoversNothing() {
    var action = Self.action("a", need: 1000)
    action.secured = Money(minor: 1000, currency: "EUR")
    #expect(action.missing == Money(minor: 1000, currency: "USD"))
  }

  @Test func r94_anActivityOutsideTheAreasSaysThatItCutsAcross() async throws {
    var activity = try await Self.activity("rapid-answers")
    #expect(activity.areas == [] && activity.isCrossCutting)
    #expect(activity.refusals == [])
    activity.isCrossCutting = false
    #expect(
      activity.refusals.map(\.sentence) == ["an activity names its areas, or says that it cuts across them"])
    activity.areas = ["gold"]
    #expect(activity.refusals == [])
  }

  @Test func r97_theGroupAdvisesThePartnershipAndTheAreas() async throws {
    let targets = try await NotePartnership.with { connection in
      try connection.rows(
        "SELECT DISTINCT to_body FROM advice WHERE from_body = 'advisory-group' AND form = 'standing' ORDER BY 1"
      ) { try $0.text() }
    }
    #expect(targets == ["areas", "gmp"])
  }

  @Test func r101_activitiesOfPartiesStandByPriorityOfTheConference() async throws {
    let table = try await NotePartnership.with { connection in
      let kyrgyzstan = try Country(code: "KG")
      let before = try connection.alignedWork(of: [kyrgyzstan], on: NotePartnership.day)
      try Journal(connection).append(
        Alignment(
          id: .init("al"), activity: .init("kyrgyz-primary-mining"), party: kyrgyzstan,
          priority: "primary mining ends", verdict: .aligned, provenance: Provenance(["test"])),
        NotePartnership.secretariat)
      return (
        before, try connection.alignedWork(of: [kyrgyzstan], on: NotePartnership.day),
        try connection.alignedWork(of: [], on: NotePartnership.day)
      )
    }
    let project = [Activity.ID("kyrgyz-primary-mining")]
    #expect(table.0 == [AlignedWork(priority: nil, aligned: [], partly: [], notAligned: project)])
    #expect(
      table.1 == [AlignedWork(priority: "primary mining ends", aligned: project, partly: [], notAligned: [])])
    // Whoever is no Party owes the conference nothing.
    #expect(table.2.map(\.priority) == ["primary mining ends"])
  }
}
