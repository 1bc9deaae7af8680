@testable import App
import Charters
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
@testable import Workplan
import Wording

/// At which levels work takes place, what kinds of solution there are, and that one list of each serves everything.
@Suite struct SolutionRequirements {
  private static func charter(_ old: String = "", _ new: String = "") throws -> Charter {
    try #require(NoteCharter.reading("2010", replacing: old, with: new).charter)
  }

  private static func activity(_ id: String) async throws -> Activity {
    try await NotePartnership.with { try #require(try $0.one(Activity.ID(id))) }
  }

  @Test func r11_mobilisingWorkIsReportedByLevelOfSociety() async throws {
    let lines = try await NotePartnership.with { connection in
      var gold = try #require(try connection.one(Activity.ID("gold-wider-problem")))
      let before = try ProgressReport.assemble(
        connection.cycle("2009-2010"), to: [], asOf: NotePartnership.day, connection
      ).levels
      gold.societyLevel = "community"
      try Journal(connection).append(gold, NotePartnership.secretariat, after: 1)
      let after = try ProgressReport.assemble(
        connection.cycle("2009-2010"), to: [], asOf: NotePartnership.day, connection)
      return (before, after.levels, after.lines.filter { $0.section == "levels" }.map(\.record))
    }
    // The note speaks of all levels of society and says of no activity at which it works.
    #expect(lines.0.map(\.level) == [nil])
    #expect(lines.1.map(\.level) == ["community"])
    #expect(lines.1.flatMap(\.activities).map(\.record) == ["gold-wider-problem"])
    #expect(lines.2 == ["gold-wider-problem"])
  }

  @Test func r11_aLevelThatTheCharterDoesNotKnowIsRefused() async throws {
    var activity = try await Self.activity("gold-wider-problem")
    activity.societyLevel = "galactic"
    #expect(
      activity.refusals(under: try Self.charter()).map(\.sentence) == [
        "the charter gmp 2010 has no society_level “galactic”; it has national, subnational, sector, community, consumer"
      ])
  }

  @Test func r22_theKindsOfSolutionAreThoseOfTheNoteAndTheListIsOpen() async throws {
    let charter = try Self.charter()
    #expect(
      charter.solutions.types.map(\.id) == [
        "waste-reduction", "resource-management", "certification-labelling",
      ])
    #expect(charter.solutions.types.allSatisfy { $0.ground.source == ["A1"] })
    #expect(charter.solutions.marketBased?.ground.source == ["A1"])
    #expect(charter.solutions.isOpen)
    var activity = try await Self.activity("gold-wider-problem")
    activity.solutionType = "deposit-scheme"
    activity.isMarketBased = true
    #expect(activity.refusals(under: charter) == [])
    let closed = try Self.charter("solution-types:\n  open: true", "solution-types:\n  open: false")
    #expect(
      activity.refusals(under: closed).map(\.sentence) == [
        "the charter gmp 2010 has no solution_type “deposit-scheme”; it has waste-reduction, resource-management, certification-labelling"
      ])
  }

  @Test func r22_aCertificationSchemeIsASolutionOfTheMarket() async throws {
    let scheme = try await Founded.with("fsc") { try #require(try $0.one(Registry.Partnership.ID("fsc"))) }
    #expect(scheme.solutionType == "certification-labelling")
    #expect(scheme.isMarketBased == true)
  }

  @Test func r24_problemsAreLocalNationalOrInternational() async throws {
    #expect(try Self.charter().levels.problem == [.international, .national, .local])
    #expect(try await Self.activity("kyrgyz-primary-mining").problemLevel == .national)
    let levels = try await Founded.with("gard") {
      try #require(try $0.one(Registry.Partnership.ID("gard"))).problemLevels
    }
    #expect(levels == [.national, .international])
  }

  @Test func r24_anotherLevelIsAFaultOfTheCharter() {
    let faults = NoteCharter.reading(
      "2010", replacing: "levels: {value: [international, national, local]",
      with: "levels: {value: [international, cosmic]"
    ).faults.map(\.sentence)
    #expect(
      faults.contains("levels: “cosmic” is not one of local, national, regional, international"))
  }

  @Test func r126_theConclusionUsesTheSameThreeFunctions() async throws {
    let functions = try Self.charter().functions
    // One list: the cover note, the analysis and the conclusion cite the same entries.
    #expect(functions.allSatisfy { ["A19", "A39"].allSatisfy($0.ground.source.contains) })
    let used = try await NotePartnership.with { Set(try $0.all(Activity.self).compactMap(\.function)) }
    #expect(used == Set(functions.map(\.id)))
  }

  @Test func r130_theConclusionNamesTheFiveDomainsOfTheMechanisms() throws {
    let charter = try Self.charter()
    let domains = charter.streams.filter { $0.ground.source.contains("A43") }.map(\.id)
    #expect(domains.count == 5)
    #expect(charter.streams.map(\.id) == domains)
    #expect(Set(charter.mechanisms.filter(\.isEnabled).compactMap(\.stream)) == Set(domains))
  }
}
