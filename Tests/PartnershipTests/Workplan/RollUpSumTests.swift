import Charters
import Kernel
import Testing
@testable import Workplan

/// A plain quantity is a sum in one unit; what is not in it says why.
@Suite struct RollUpSumTests {
  typealias Samples = RollUpSamples
  private static let treated = "treated: {unit: ha, kind: sum}"
  private static let projects = ["a", "b", "c"].map { Samples.project($0) }

  private static func observed(
    _ id: String, by project: String?, _ value: Double?, _ unit: String = "ha", _ year: Int? = 2015,
    low: Double? = nil, high: Double? = nil, qualifier: Qualifier = .exact
  ) -> Observation {
    Samples.observed(
      id, "treated", by: project, value, unit, year, low: low, high: high, qualifier: qualifier)
  }

  private static func sum(
    _ observations: [Observation], of projects: [Activity] = projects, on day: Day = Samples.day
  ) throws -> RolledUp {
    let made = try Samples.rule(treated).rolledUp(from: projects, observations, on: day)
    #expect(made.count == 1)
    return try #require(made.first)
  }

  @Test func r137_aQuantityIsTheSumOfItsProjectsInOneUnit() throws {
    let sum = try Self.sum([
      Self.observed("o1", by: "a", 120), Self.observed("o2", by: "b", 30.5),
      // 99 of another unit are not 99 hectares.
      Self.observed("o3", by: "c", 99, "km2"),
    ])
    #expect(sum.value?.value == 150.5)
    #expect(sum.value?.unit == "ha")
    #expect(sum.method == .sum && sum.absence == nil)
    #expect(sum.parts.map(\.observation) == ["o1", "o2"])
    #expect(sum.omissions == ["o3 other-unit"])
    // It has reported, though nothing of it is in the sum.
    #expect(sum.projects == 3 && sum.reported == 3 && sum.silent.isEmpty)
  }

  @Test func r137_projectsThatHaveNotReportedAreNamed() throws {
    let sum = try Self.sum([Self.observed("o1", by: "b", 5)])
    #expect(sum.projects == 3 && sum.reported == 1)
    #expect(sum.silent == ["a", "c"])
  }

  @Test func aLaterYearOfTheSameProjectStandsInsteadOfAnEarlier() throws {
    let sum = try Self.sum([
      Self.observed("o1", by: "a", 10, "ha", 2012), Self.observed("o2", by: "a", 25, "ha", 2016),
      Self.observed("o3", by: "a", 7, "ha", nil), Self.observed("o4", by: "b", 4, "ha", 2014),
    ])
    #expect(sum.value?.value == 29)
    #expect(sum.omissions == ["o1 superseded", "o3 superseded"])
    #expect(sum.leftOut.map(\.instead) == ["o2", "o2"])
    #expect(sum.years == Period(since: When(2014), until: When(2016)))
    // Its parts are of two years, so that it is of none.
    #expect(sum.value?.asOf == nil)
  }

  @Test func r137_aYearThatHadNotBegunIsNotKnownYet() throws {
    let observations = [
      Self.observed("o1", by: "a", 10, "ha", 2012), Self.observed("o2", by: "a", 25, "ha", 2016),
    ]
    let sum = try Self.sum(observations, on: Day(2015, 12, 31))
    #expect(sum.value?.value == 10)
    #expect(sum.value?.asOf == When(2012))
    #expect(sum.omissions == ["o2 after-the-day"])
    #expect(try Self.sum(observations, on: Day(2016, 1, 1)).value?.value == 25)
  }

  @Test func r137_whereTwoAssessmentsDifferTheFirstByIdCountsAndBothAreShown() throws {
    let sum = try Self.sum([
      Self.observed("o2", by: "a", 12), Self.observed("o1", by: "a", 10), Self.observed("o3", by: "a", 10),
      Self.observed("o4", by: "b", 1),
    ])
    #expect(sum.value?.value == 11)
    #expect(sum.isDisputed)
    #expect(sum.parts.map(\.isDisputed) == [true, false])
    // One differs, one only says the same again.
    #expect(sum.omissions == ["o2 disputed", "o3 repeated"])
    #expect(sum.leftOut.map(\.instead) == ["o1", "o1"])
  }

  @Test func aNumberWithoutAProjectOrOfAnotherIsNoPart() throws {
    let others =
      Self.projects + [
        Samples.project("elsewhere", areas: ["waste"]), Samples.project("guide", form: "guidance"),
        Samples.project("later", since: When(2021)),
      ]
    let sum = try Self.sum(
      [
        Self.observed("o1", by: nil, 900), Self.observed("o2", by: "elsewhere", 50),
        Self.observed("o3", by: "guide", 60), Self.observed("o4", by: "later", 70),
        Self.observed("o5", by: "nobody", 80), Self.observed("o6", by: "a", 1),
        Self.observed("o7", by: "b", nil),
      ], of: others)
    #expect(sum.value?.value == 1)
    #expect(
      sum.omissions == [
        "o1 no-project", "o2 outside-the-area", "o3 not-a-project", "o4 not-on-record", "o5 not-on-record",
        "o7 no-value",
      ])
    #expect(sum.projects == 3 && sum.silent == ["c"])
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func whatIsNoNumberIsLeftOut(value: Double) throws {
    let sum = try Self.sum([Self.observed("o1", by: "a", value), Self.observed("o2", by: "b", 2)])
    #expect(sum.value?.value == 2)
    #expect(sum.omissions == ["o1 no-value"])
    // A bound that is no number makes the whole no number.
    let bounded = try Self.sum([Self.observed("o1", by: "a", 1, low: value)])
    #expect(bounded.value == nil && bounded.absence == .nothingReported)
  }

  @Test func aSumThatNoNumberHoldsIsNotGiven() throws {
    let sum = try Self.sum([Self.observed("o1", by: "a", 1.7e308), Self.observed("o2", by: "b", 1.7e308)])
    #expect(sum.value == nil && sum.absence == .tooLarge)
    #expect(sum.parts.count == 2)
  }

  @Test func aFallIsANumberToo() throws {
    let sum = try Self.sum([Self.observed("o1", by: "a", -30), Self.observed("o2", by: "b", 12)])
    #expect(sum.value?.value == -18)
  }

  @Test func withoutProjectsOrNumbersThereIsNoSum() throws {
    let none = try Self.sum([], of: [])
    #expect(none.value == nil && none.absence == .nothingReported)
    #expect(none.projects == 0 && none.reported == 0)
    let silent = try Self.sum([])
    // Nobody reported: that is not nought.
    #expect(silent.value == nil && silent.absence == .nothingReported)
    #expect(silent.silent == ["a", "b", "c"])
    #expect(try Self.sum([Self.observed("o1", by: "a", 0)]).value?.value == 0)
  }

  @Test func rangesAddUpToARange() throws {
    let sum = try Self.sum([
      Self.observed("o1", by: "a", 10, low: 8, high: 13), Self.observed("o2", by: "b", 5),
    ])
    #expect(sum.value?.value == 15 && sum.value?.low == 13 && sum.value?.high == 18)
    // One gives a range and no number: the sum is a range and no number.
    let open = try Self.sum([
      Self.observed("o1", by: "a", nil, low: 8, high: 13), Self.observed("o2", by: "b", 5),
    ])
    #expect(open.value?.value == nil && open.value?.low == 13 && open.value?.high == 18)
    // One gives no upper bound: the sum has none.
    let half = try Self.sum([Self.observed("o1", by: "a", 10, low: 8), Self.observed("o2", by: "b", 5)])
    #expect(half.value?.low == 13 && half.value?.high == nil)
    // The least of one and the most of another make neither.
    let neither = try Self.sum([
      Self.observed("o1", by: "a", nil, low: 8), Self.observed("o2", by: "b", nil, high: 5),
    ])
    #expect(neither.value == nil && neither.absence == .nothingReported && neither.parts.count == 2)
  }

  @Test func r137_theSumIsAsSureAsItsWeakestPart() throws {
    func qualifier(_ a: Qualifier, _ b: Qualifier) throws -> Qualifier? {
      try Self.sum([
        Self.observed("o1", by: "a", 1, qualifier: a), Self.observed("o2", by: "b", 1, qualifier: b),
      ]).value?.qualifier
    }
    #expect(try qualifier(.exact, .exact) == .exact)
    #expect(try qualifier(.exact, .atLeast) == .atLeast)
    #expect(try qualifier(.moreThan, .atLeast) == .atLeast)
    #expect(try qualifier(.atMost, .lessThan) == .atMost)
    #expect(try qualifier(.atLeast, .atMost) == .about)
    #expect(try qualifier(.estimated, .atLeast) == .estimated)
    #expect(try qualifier(.unverified, .inferred) == .unverified)
    // Two are added, so that nobody says it in so many words.
    let sum = try Self.sum([Self.observed("o1", by: "a", 1)])
    #expect(sum.value?.verification == .inferred)
  }

  @Test func theQualifierOfTheRecordCountsToo() throws {
    var observation = Self.observed("o1", by: "a", 1)
    observation.provenance.qualifier = .estimated
    #expect(try Self.sum([observation]).value?.qualifier == .estimated)
    observation.provenance.verification = .unverified
    #expect(try Self.sum([observation]).value?.verification == .unverified)
  }

  /// The join of qualifiers does not depend on the order of the parts.
  @Test func weaknessHasNoOrder() {
    for a in Qualifier.allCases {
      #expect(a.weakest(with: a) == a && a.turned.turned == a)
      for b in Qualifier.allCases {
        #expect(a.weakest(with: b) == b.weakest(with: a))
        for c in Qualifier.allCases {
          #expect(a.weakest(with: b).weakest(with: c) == a.weakest(with: b.weakest(with: c)))
        }
      }
    }
  }

  @Test func numbersOfSeveralMediaAreNotAdded() throws {
    let rule = try Samples.rule(Self.treated)
    let made = rule.rolledUp(
      from: Self.projects,
      [
        Samples.observed("o1", "treated", by: "a", 3, "ha", medium: "soil"),
        Samples.observed("o2", "treated", by: "a", 4, "ha", medium: "water"),
        Samples.observed("o3", "treated", by: "b", 5, "ha", medium: "water"),
      ], on: Samples.day)
    #expect(made.map(\.medium) == ["soil", "water"])
    #expect(made.map { $0.value?.value } == [3, 9])
    #expect(made.map(\.silent) == [["b", "c"], ["c"]])
  }

  @Test func placesOfOneProjectAreAddedOnlyWhereTheCharterKeepsTheNumberByPlace() throws {
    let observations = [
      Samples.observed("o1", "treated", by: "a", 3, "ha", scope: "jordan"),
      Samples.observed("o2", "treated", by: "a", 4, "ha", scope: "egypt"),
    ]
    let whole = try #require(
      try Samples.rule(Self.treated).rolledUp(from: Self.projects, observations, on: Samples.day).first)
    #expect(whole.value?.value == 3)
    #expect(whole.omissions == ["o2 other-scope"] && !whole.isDisputed)
    let byCountry = try #require(
      try Samples.rule("treated: {unit: ha, kind: sum, by: [country]}").rolledUp(
        from: Self.projects, observations, on: Samples.day
      ).first)
    #expect(byCountry.value?.value == 7)
    #expect(byCountry.reported == 1 && byCountry.omissions.isEmpty)
  }

  /// Ten thousand times a tenth is a thousand, whatever the order.
  @Test func tenThousandProjectsAddUpExactly() throws {
    let projects = (1...10_000).map { Samples.project("p\($0)") }
    let observations = (1...10_000).map { Self.observed("o\($0)", by: "p\($0)", 0.1) }
    let sum = try Self.sum(observations, of: projects)
    #expect(sum.value?.value == 1000)
    #expect(sum.parts.count == 10_000 && sum.reported == 10_000)
    #expect(try Self.sum(observations.reversed(), of: projects.reversed()) == sum)
  }
}
