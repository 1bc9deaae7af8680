@testable import App
@testable import Finance
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing
@testable import Workplan

/// What is earmarked for an area is spent in that area (A38).
@Suite struct AllocationRequirements {
  private typealias Fund = VoluntaryFund

  @Test func r124_anEarmarkIsHonouredInAllocation() async throws {
    let (done, waste, gold) = try await Fund.with { partnership in
      (
        try await partnership.allocate(
          Fund.wanted("70.00 USD", area: "gold"), Fund.intent),
        try await Fund.refusal(Fund.wanted("30.01 USD", area: "waste"), partnership),
        try await Fund.refusal(Fund.wanted("30.00 USD", area: "waste"), partnership)
      )
    }
    #expect(done.id == "voluntary-fund-gold-2022-05-03")
    #expect(done.before.free == 40_00)
    #expect(done.before.reserves.map(\.left) == [60_00])
    #expect(done.after.free == 30_00)
    #expect(done.after.reserves.map(\.left) == [0])
    #expect(
      waste
        == "on 2022-05-03 voluntary-fund has 30.00 USD free and nothing set aside; waste can have 30.00 USD of it at the "
        + "most, and not 30.01 USD")
    #expect(gold == nil)
  }

  @Test func r124_whatIsEarmarkedForGoldIsNotSpentInWaste() async throws {
    let sentences = try await Fund.with { partnership in
      [
        try await Fund.refusal(Fund.wanted("40.01 USD", area: "waste"), partnership),
        try await Fund.refusal(Fund.wanted("100.01 USD", area: "gold"), partnership),
        try await Fund.refusal(Fund.wanted("100.00 USD", area: "gold"), partnership),
      ]
    }
    #expect(
      sentences == [
        "on 2022-05-03 voluntary-fund has 40.00 USD free and set aside 60.00 USD for gold; waste can have 40.00 USD of it "
          + "at the most, and not 40.01 USD",
        "on 2022-05-03 voluntary-fund has 40.00 USD free and set aside 60.00 USD for gold; gold can have 100.00 USD of it "
          + "at the most, and not 100.01 USD",
        nil,
      ])
  }

  @Test func r124_aPreviewWritesNothing() async throws {
    let (done, kept) = try await Fund.with { partnership in
      (
        try await partnership.allocate(
          Fund.wanted("70.00 USD", area: "gold"), Fund.intent, preview: Preview()),
        try await partnership.database.read { try $0.all(Allocation.self, "ORDER BY id") }
      )
    }
    #expect(done.after.free == 30_00)
    #expect(kept == [])
  }

  @Test func r124_anActivityUsesTheEarmarksOfItsAreas() async throws {
    let (coal, gold) = try await Fund.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for (id, areas) in [("act-gold", ["waste", "gold"]), ("act-coal", ["coal"])] {
          try journal.append(Self.activity(id, areas), NotePartnership.secretariat)
        }
      }
      return (
        try await Fund.refusal(Fund.wanted("41 USD", activity: "act-coal"), partnership),
        try await Fund.refusal(Fund.wanted("100 USD", activity: "act-gold"), partnership)
      )
    }
    #expect(
      coal
        == "on 2022-05-03 voluntary-fund has 40.00 USD free and set aside 60.00 USD for gold; act-coal can have 40.00 USD "
        + "of it at the most, and not 41.00 USD")
    #expect(gold == nil)
  }

  /// A paid activity that leaves the area whose earmark pays it would spend it elsewhere.
  @Test func r124_aPaidActivityDoesNotTakeItsEarmarkToAnotherArea() async throws {
    let answers = try await Fund.with { partnership in
      try await partnership.database.write {
        _ = try Journal($0).append(Self.activity("act", ["gold"]), NotePartnership.secretariat)
      }
      _ = try await partnership.allocate(
        Fund.wanted("50 USD", activity: "act"), Fund.intent)
      func moved(to areas: [String]) throws -> String {
        let activity = Self.activity("act", areas)
        return CSV.row(Activity.schema.headings()) + CSV.row(Activity.schema.cells(activity))
      }
      return [
        try await Fund.taking(Activity.self, moved(to: ["waste"]), partnership),
        try await Fund.taking(Activity.self, moved(to: ["waste", "gold"]), partnership),
      ]
    }
    #expect(
      answers == [
        [
          "voluntary-fund would then lack 10.00 USD on 2022-05-03 for what is allocated of it "
            + "(allocation/voluntary-fund-act-2022-05-03); withdraw or lower an allocation first"
        ], ["change"],
      ])
  }

  @Test func aWithdrawnAllocationIsThereAgainFromItsDay() async throws {
    let sentences = try await Fund.with { partnership in
      var sentences = [
        try await Fund.refusal(Fund.wanted("100 USD", area: "gold", id: "first"), partnership)
      ]
      _ = try await partnership.move(
        Allocation.self, "first", by: "withdraw", on: Day(2022, 6, 1), Fund.intent)
      for day in [Day(2022, 5, 31), Day(2022, 6, 1)] {
        sentences.append(
          try await Fund.refusal(Fund.wanted("40 USD", area: "waste", on: day), partnership))
      }
      return sentences
    }
    #expect(
      sentences == [
        nil,
        "on 2022-05-31 voluntary-fund has 0.00 USD free and nothing set aside; waste can have 0.00 USD of it at the most, "
          + "and not 40.00 USD", nil,
      ])
  }

  /// What was given out later is not there earlier either: it would be missing then.
  @Test func anAllocationOfAnEarlierDayLeavesTheLaterOnesCovered() async throws {
    let earlier = try await Fund.with { partnership in
      _ = try await partnership.allocate(
        Fund.wanted("40 USD", area: "waste", on: Day(2022, 6, 1)), Fund.intent)
      return try await Fund.refusal(Fund.wanted("1 USD", area: "coal", on: Day(2022, 5, 1)), partnership)
    }
    #expect(
      earlier
        == "on 2022-06-01 voluntary-fund has 0.00 USD free and set aside 60.00 USD for gold; coal can have 0.00 USD of it "
        + "at the most, and not 1.00 USD")
  }

  @Test func whatComesInLaterIsNotThereYet() async throws {
    let gifts = [Fund.gift("late", 10_00, received: When(2022, 5, 4))]
    let sentences = try await Fund.with(gifts: gifts) { partnership in
      [
        try await Fund.refusal(Fund.wanted("10 USD", area: "waste"), partnership),
        try await Fund.refusal(Fund.wanted("10 USD", area: "waste", on: Day(2022, 5, 4)), partnership),
      ]
    }
    #expect(sentences.map { $0 == nil } == [false, true])
  }

  @Test func currenciesAreNeverMixed() async throws {
    let gifts = Fund.standing + [Fund.gift("yen", 900, "JPY")]
    let sentences = try await Fund.with(gifts: gifts) { partnership in
      [
        try await Fund.refusal(Fund.wanted("1.00 EUR", area: "gold"), partnership),
        try await Fund.refusal(Fund.wanted("901 JPY", area: "gold", id: "yen"), partnership),
        try await Fund.refusal(Fund.wanted("900 JPY", area: "gold", id: "yen"), partnership),
        try await Fund.refusal(Fund.wanted("100 USD", area: "gold"), partnership),
      ]
    }
    #expect(
      sentences == [
        "on 2022-05-03 voluntary-fund has 0.00 EUR free and nothing set aside; gold can have 0.00 EUR of it at the most, and "
          + "not 1.00 EUR",
        "on 2022-05-03 voluntary-fund has 900 JPY free and nothing set aside; gold can have 900 JPY of it at the most, and not "
          + "901 JPY", nil, nil,
      ])
  }

  @Test func whatIsGivenInKindCannotBeAllocated() async throws {
    var inKind = Fund.gift("lab", 100_00)
    inKind.amount.kind = .inKind
    inKind.valuation = "declared"
    let gifts = [inKind]
    let sentence = try await Fund.with(gifts: gifts) {
      try await Fund.refusal(Fund.wanted("1 USD", area: "gold"), $0)
    }
    #expect(sentence?.hasPrefix("on 2022-05-03 voluntary-fund has 0.00 USD free") == true)
  }

  /// Each alone fits; together they are 20 more than there is.
  @Test func ofTwoWhoAllocateAtOnceOneIsRefused() async throws {
    let (outcomes, left) = try await Fund.with { partnership in
      async let first = Fund.refusal(Fund.wanted("60 USD", area: "gold", id: "a"), partnership)
      async let second = Fund.refusal(Fund.wanted("60 USD", area: "gold", id: "b"), partnership)
      let outcomes = try await [first, second]
      return (outcomes, try await Fund.balance(partnership))
    }
    #expect(outcomes.filter { $0 == nil }.count == 1)
    #expect(
      outcomes.compactMap { $0 } == [
        "on 2022-05-03 voluntary-fund has 40.00 USD free and nothing set aside; gold can have 40.00 USD of it at the most, and "
          + "not 60.00 USD"
      ])
    #expect(left.allocated == 60_00)
  }

  static func activity(_ id: String, _ areas: [String], nature: String? = nil) -> Activity {
    Activity(
      id: .init(id), form: "project", areas: areas, isCrossCutting: areas.isEmpty, topic: nil, stream: nil,
      function: nil, mode: nil, nature: nature, interimType: nil, societyLevel: nil, problemLevel: nil,
      solutionType: nil, isMarketBased: nil, natureBasis: nil, phase: nil, country: nil, region: nil,
      isPriority: false, priorityAction: nil, easesDecision: nil, need: nil, intendedSource: nil,
      period: Period(), text: Translated(.en, id), provenance: Provenance(["test"]), state: .planned)
  }

  /// What is given in kind is no money that a window could pay with.
  @Test func whatIsGivenInKindPaysForNothing() async throws {
    var gift = Fund.gift("kind", 100_00)
    gift.amount.kind = .inKind
    gift.valuation = "declared"
    let told = try await Fund.with(gifts: [gift]) {
      try await Fund.refusal(Fund.wanted("40 USD", area: "waste"), $0)
    }
    #expect(
      told
        == "on 2022-05-03 voluntary-fund has 0.00 USD free and nothing set aside; waste can have 0.00 USD of it at the most, "
        + "and not 40.00 USD")
  }
}
