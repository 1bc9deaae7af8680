import Charters
import Kernel
import Testing
@testable import Workplan

/// A ratio is made again from the sums of its parts; it is never a sum or a mean of ratios.
@Suite struct RollUpRatioTests {
  typealias Samples = RollUpSamples
  private static let projects = ["a", "b", "c"].map { Samples.project($0) }
  private static let money = ["given: {unit: USD, kind: sum}", "asked: {unit: USD, kind: sum}"]

  private static func rule(_ unit: String = "USD/USD", _ formula: String = "given / asked") throws
    -> RollUpRule
  {
    try Samples.rule(
      money[0], money[1], "reach: {unit: \"\(unit)\", kind: ratio, formula: \(formula)}", carriesUp: "reach")
  }

  private static func ratio(
    _ observations: [Observation], _ rule: RollUpRule? = nil
  ) throws -> RolledUp {
    try #require(
      try (rule ?? self.rule()).rolledUp(from: projects, observations, on: Samples.day).first)
  }

  /// `a 30/10`: both parts of one project in one year.
  private static func pair(
    _ project: String, _ given: Double?, _ asked: Double?, _ year: Int? = 2015,
    _ qualifiers: (Qualifier, Qualifier) = (.exact, .exact)
  ) -> [Observation] {
    [
      Samples.observed(
        "\(project)-asked-\(year ?? 0)", "asked", by: project, asked, "USD", year, qualifier: qualifiers.1),
      Samples.observed(
        "\(project)-given-\(year ?? 0)", "given", by: project, given, "USD", year, qualifier: qualifiers.0),
    ]
  }

  /// 30/10 and 10/90 are 40/100. Their sum would be 3.11, their mean 1.56.
  @Test func r137_aRatioIsMadeOfTheSumsOfItsParts() throws {
    let ratio = try Self.ratio(Self.pair("a", 30, 10) + Self.pair("b", 10, 90))
    #expect(ratio.method == .ratio)
    #expect(ratio.value?.value == 0.4)
    #expect(ratio.value?.unit == "USD/USD")
    #expect(ratio.parts.map(\.side) == [.numerator, .denominator, .numerator, .denominator])
    #expect(ratio.parts.map(\.indicator) == ["given", "asked", "given", "asked"])
    #expect(ratio.silent == ["c"])
    let percent = try Self.ratio(Self.pair("a", 30, 10) + Self.pair("b", 10, 90), try Self.rule("%"))
    #expect(percent.value?.value == 40 && percent.value?.unit == "%")
  }

  @Test func aRatioThatAProjectGivesItselfIsNotAdded() throws {
    let own = Samples.observed("o1", "reach", by: "c", 7, "USD/USD")
    let ratio = try Self.ratio(Self.pair("a", 1, 4) + [own])
    #expect(ratio.value?.value == 0.25)
    #expect(ratio.omissions == ["o1 made-again"])
    #expect(ratio.reported == 2)
  }

  @Test func aProjectWithoutAllPartsIsNoPart() throws {
    let half = [Samples.observed("o1", "given", by: "b", 1000, "USD")]
    let ratio = try Self.ratio(Self.pair("a", 1, 4) + half)
    #expect(ratio.value?.value == 0.25)
    #expect(ratio.omissions == ["o1 unpaired"])
    #expect(ratio.leftOut.map(\.lacks) == [["asked"]])
  }

  @Test func partsOfOneProjectAreOfOneYear() throws {
    let later = [Samples.observed("o9", "given", by: "a", 500, "USD", 2018)]
    let ratio = try Self.ratio(
      Self.pair("a", 1, 4, 2012) + Self.pair("a", 3, 4, 2014) + later + Self.pair("b", 1, 4, 2016))
    // 3/4 of 2014 and 1/4 of 2016: 4 over 8. Of 2018 one part is missing.
    #expect(ratio.value?.value == 0.5)
    #expect(
      ratio.omissions == ["a-asked-2012 superseded", "a-given-2012 superseded", "o9 unpaired"])
    #expect(ratio.leftOut.map(\.instead) == ["a-asked-2014", "a-given-2014", nil])
    // Parts of two years and none together: nothing is divided.
    let apart = try Self.ratio([
      Samples.observed("o1", "given", by: "a", 1, "USD", 2012),
      Samples.observed("o2", "asked", by: "a", 4, "USD", 2013),
    ])
    #expect(apart.value == nil && apart.absence == .nothingReported)
    #expect(apart.omissions == ["o1 unpaired", "o2 unpaired"])
  }

  @Test(arguments: [(0.0, 0.0), (5, -5), (-1, -2)])
  func nothingIsDividedByNothingOrLess(first: Double, second: Double) throws {
    let ratio = try Self.ratio(Self.pair("a", 1, first) + Self.pair("b", 1, second))
    #expect(ratio.value == nil && ratio.absence == .noDenominator)
    // What it would have been made of is shown all the same.
    #expect(ratio.parts.count == 4)
  }

  @Test func oneNegativePartIsAddedLikeAnyOther() throws {
    let ratio = try Self.ratio(Self.pair("a", -6, 10) + Self.pair("b", 1, -5))
    #expect(ratio.value?.value == -1)
  }

  @Test func aQuotientThatNoNumberHoldsIsNotGiven() throws {
    let ratio = try Self.ratio(Self.pair("a", 1e300, 1e-300))
    #expect(ratio.value == nil && ratio.absence == .tooLarge)
  }

  @Test func belowTheLineMoreMakesLess() throws {
    func qualifier(_ above: Qualifier, _ below: Qualifier, given: Double = 1) throws -> Qualifier? {
      try Self.ratio(Self.pair("a", given, 4, 2015, (above, below))).value?.qualifier
    }
    #expect(try qualifier(.atLeast, .atMost) == .atLeast)
    #expect(try qualifier(.atLeast, .atLeast) == .about)
    #expect(try qualifier(.exact, .atLeast) == .atMost)
    #expect(try qualifier(.exact, .moreThan) == .lessThan)
    // Less than nothing over at least four lies nearer to nothing: at least.
    #expect(try qualifier(.exact, .atLeast, given: -1) == .atLeast)
    #expect(try qualifier(.estimated, .exact) == .estimated)
  }

  @Test func boundsAreDividedCrosswise() throws {
    let observations = [
      Samples.observed("o1", "given", by: "a", 6, "USD", low: 4, high: 8),
      Samples.observed("o2", "asked", by: "a", 3, "USD", low: 2, high: 4),
    ]
    let value = try #require(try Self.ratio(observations).value)
    #expect(value.value == 2 && value.low == 1 && value.high == 4)
  }

  @Test func anIndicatorMayStandOnBothSides() throws {
    let rule = try Self.rule("%", "given / (given + asked)")
    let ratio = try Self.ratio(Self.pair("a", 1, 3), rule)
    #expect(ratio.value?.value == 25)
    #expect(ratio.parts.map(\.side) == [.numerator, .denominator, .denominator])
    // Its own weakness turns on one side and not on the other.
    let unsure = try Self.ratio(Self.pair("a", 1, 3, 2015, (.atLeast, .exact)), rule)
    #expect(unsure.value?.qualifier == .about)
  }

  @Test func aPartThatCountsThingsCountsWholeOnes() throws {
    let rule = try Samples.rule(
      "women: {unit: person, kind: count, counted: each}",
      "people: {unit: person, kind: count, counted: each}",
      "share: {unit: \"%\", kind: ratio, formula: women / people}", carriesUp: "share")
    let ratio = try Self.ratio(
      [
        Samples.observed("o1", "women", by: "a", 3, "person"),
        Samples.observed("o2", "people", by: "a", 4, "person"),
        Samples.observed("o3", "women", by: "b", 0.5, "person"),
        Samples.observed("o4", "people", by: "b", 4, "person"),
      ], rule)
    #expect(ratio.value?.value == 75)
    #expect(ratio.omissions == ["o3 not-a-count", "o4 unpaired"])
  }

  @Test func whatHasNoSumIsNotAddedAndSaysSo() throws {
    for kind in ["composite", "response-rate", "balance", "latest"] {
      let rule = try Samples.rule("score: {unit: point, kind: \(kind)}")
      let made = try #require(
        rule.rolledUp(
          from: Self.projects,
          [
            Samples.observed("o1", "score", by: "a", 20, "point"),
            Samples.observed("o2", "score", by: "b", 30, "point"),
          ], on: Samples.day
        ).first)
      #expect(made.method == .notAdded && made.absence == .notAdded)
      #expect(made.value == nil && made.parts.isEmpty)
      // Each project's own stands there all the same.
      #expect(made.omissions == ["o1 not-added", "o2 not-added"])
      #expect(made.leftOut.map { $0.amount.value } == [20, 30])
      #expect(made.reported == 2)
    }
  }

  @Test func everyNumberOfTheIndicatorsIsAPartOrLeftOut() throws {
    let observations =
      Self.pair("a", 30, 10) + Self.pair("a", 1, 1, 2010) + Self.pair("b", nil, 3) + Self.pair("c", 2, 2)
      + [
        Samples.observed("x", "asked", by: "c", 9, "EUR"), Samples.observed("y", "given", by: nil, 9, "USD"),
        Samples.observed("z", "asked", by: "c", 5, "USD"),
      ]
    let ratio = try Self.ratio(observations)
    let told = ratio.parts.map(\.observation) + ratio.leftOut.map(\.observation)
    #expect(told.sorted() == observations.map(\.id.text).sorted())
  }
}
