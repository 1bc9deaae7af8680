import Charters
import Kernel
import Testing
@testable import Workplan
import Wording

/// Things are counted once each, however many projects name them.
@Suite struct RollUpCountTests {
  typealias Samples = RollUpSamples
  private static let reached = "reached: {unit: country, kind: count}"
  private static let projects = ["a", "b", "c"].map { Samples.project($0) }

  private static func observed(
    _ id: String, by project: String, _ value: Double?, _ counts: [String] = [], low: Double? = nil,
    high: Double? = nil, qualifier: Qualifier = .exact
  ) -> Observation {
    Samples.observed(
      id, "reached", by: project, value, "country", counts: counts, low: low, high: high,
      qualifier: qualifier)
  }

  private static func count(
    _ observations: [Observation], _ indicator: String = reached, of projects: [Activity] = projects
  ) throws -> RolledUp {
    try #require(
      try Samples.rule(indicator).rolledUp(from: projects, observations, on: Samples.day).first)
  }

  @Test func r137_aCountryThatTwoProjectsReportCountsOnce() throws {
    let count = try Self.count([
      Self.observed("o1", by: "a", 3, ["EG", "JO", "SY"]), Self.observed("o2", by: "b", 2, ["JO", "YE"]),
      Self.observed("o3", by: "c", 1, ["SY"]),
    ])
    #expect(count.method == .countedOnce)
    #expect(count.value?.value == 4)
    #expect(count.value?.qualifier == .exact)
    #expect(count.parts.map(\.counts) == [["EG", "JO", "SY"], ["YE"], []])
    #expect(count.omissions == ["o2 already-counted", "o3 already-counted"])
    #expect(count.leftOut.map(\.counts) == [["JO"], ["SY"]])
    #expect(count.leftOut.map(\.instead) == ["o1", "o1"])
  }

  @Test func whatIsNamedNeedsNoNumber() throws {
    let count = try Self.count([
      Self.observed("o1", by: "a", nil, ["EG", "JO"]), Self.observed("o2", by: "b", nil, ["JO"]),
    ])
    #expect(count.value?.value == 2)
    #expect(try Self.count([Self.observed("o1", by: "a", nil, ["EG"])]).value?.value == 1)
  }

  /// Two countries and three that nobody names are three to five: they may be the same.
  @Test func r137_whatIsNotNamedIsKnownFromOneBoundToAnother() throws {
    let count = try Self.count([
      Self.observed("o1", by: "a", 2, ["EG", "JO"]), Self.observed("o2", by: "b", 3),
    ])
    #expect(count.value?.value == nil)
    #expect(count.value?.low == 3 && count.value?.high == 5)
    #expect(count.parts.map(\.unnamed) == [0, 3])
    // Four, of which one is named: 2 named in all, 3 more at most.
    let partly = try Self.count([
      Self.observed("o1", by: "a", 1, ["EG"]), Self.observed("o2", by: "b", 4, ["JO"]),
    ])
    #expect(partly.value?.low == 4 && partly.value?.high == 5)
  }

  @Test func oneProjectAloneIsCountedAsItSays() throws {
    let count = try Self.count([Self.observed("o1", by: "a", 5, low: 4, high: 6, qualifier: .about)])
    #expect(count.value?.value == 5 && count.value?.low == 4 && count.value?.high == 6)
    #expect(count.value?.qualifier == .about)
    #expect(try Self.count([Self.observed("o1", by: "a", 0)]).value?.value == 0)
  }

  @Test func boundsOfUnnamedThingsFollowWhatPartsSay() throws {
    // More than three and two may be four in all, or any number above: at least three.
    let up = try Self.count([
      Self.observed("o1", by: "a", 3, qualifier: .moreThan), Self.observed("o2", by: "b", 2),
    ])
    #expect(up.value?.value == 3 && up.value?.qualifier == .atLeast)
    // At most three and two are at most five.
    let down = try Self.count([
      Self.observed("o1", by: "a", 3, qualifier: .atMost), Self.observed("o2", by: "b", 2),
    ])
    #expect(down.value?.value == 5 && down.value?.qualifier == .atMost)
    // A lower bound alone gives no upper one.
    let open = try Self.count([
      Self.observed("o1", by: "a", nil, low: 6), Self.observed("o2", by: "b", 2),
    ])
    #expect(open.value?.value == 6 && open.value?.qualifier == .atLeast)
  }

  @Test(arguments: [-1, 2.5]) func aPartOfACountryOrFewerThanNoneIsNoCount(value: Double) throws {
    let count = try Self.count([Self.observed("o1", by: "a", value), Self.observed("o2", by: "b", 1, ["EG"])])
    #expect(count.value?.value == 1)
    #expect(count.omissions == ["o1 not-a-count"])
  }

  /// Where the charter says that projects count different things, they are added.
  @Test func countsOfDifferentThingsAreAdded() throws {
    let trained = "trained: {unit: person, kind: count, counted: each}"
    let observations = [
      Samples.observed("o1", "trained", by: "a", 40, "person"),
      Samples.observed("o2", "trained", by: "b", 2, "person"),
      Samples.observed("o3", "trained", by: "c", 0.5, "person"),
    ]
    let count = try Self.count(observations, trained)
    #expect(count.method == .sum)
    #expect(count.value?.value == 42)
    #expect(count.omissions == ["o3 not-a-count"])
  }

  @Test func aCountWithAThresholdIsACount() throws {
    let count = try Self.count(
      [Self.observed("o1", by: "a", 1, ["EG"]), Self.observed("o2", by: "b", 1, ["EG"])],
      "reached: {unit: country, kind: count-with-threshold, threshold: {value: 50, unit: ppm}}")
    #expect(count.value?.value == 1)
  }

  /// Ten thousand projects in two hundred countries are two hundred countries.
  @Test func tenThousandProjectsAreCountedOnce() throws {
    let codes = Array(Country.codes[..<200])
    let projects = (0..<10_000).map { Samples.project("p\($0)") }
    let observations = (0..<10_000).map { index in
      Self.observed("o\(index)", by: "p\(index)", 2, [codes[index % 200], codes[(index + 7) % 200]])
    }
    let count = try Self.count(observations, of: projects)
    #expect(count.value?.value == 200)
    #expect(count.parts.reduce(0) { $0 + $1.counts.count } == 200)
    #expect(count.leftOut.reduce(0) { $0 + $1.counts.count } == 19_800)
  }

  @Test(
    arguments: [
      (["jordan"], 1, "country", "“jordan” is not a country"),
      (["ZZ"], 1, "country", "“ZZ” is not a country"),
      (["Treated nets"], 1, "alternative", "names nothing that can be counted once"),
      (["JO", "JO"], 2, "country", "a thing is named once"),
      (["JO", "EG"], 1, "country", "2 are named and the amount says fewer; name no more than it says"),
    ] as [([String], Double, String, String)])
  func whatIsNamedIsHeldAgainstTheAmount(
    counts: [String], value: Double, unit: String, sentence: String
  ) throws {
    let observation = Samples.observed("o1", "reached", by: "a", value, unit, counts: counts)
    let refusal = try #require(observation.refusals.first)
    #expect(refusal.sentence.contains(sentence))
    #expect(refusal.field == "counts")
  }

  @Test func namesOfCountriesAndOfOtherThingsAreTaken() {
    let countries = Samples.observed("o1", "reached", by: "a", 3, "country", counts: ["JO", "EG"])
    let nets = Samples.observed(
      "o1", "shown", by: "a", 2, "alternative", counts: ["treated-nets", "larvicides"])
    #expect(countries.refusals.isEmpty && nets.refusals.isEmpty)
  }
}
