import Charters
import Exchange
@testable import Governance
import Kernel
@testable import Reporting
import Store
import Testing
@testable import Workplan
import Wording

/// Lists of activities as anyone asks for them: by nature, phase and type of interim work.
@Suite struct WorkByPhaseRequirements {
  private static func activities(_ field: String, _ value: String) async throws -> [String] {
    try await NotePartnership.with { connection in
      try connection.list(Activity.self, Listing(filters: [(field, value)])).map(\.record.id.text)
    }
  }

  @Test func r4_activitiesAreFoundByTheirNature() async throws {
    let interim = try await Self.activities("nature", "interim")
    #expect(interim.contains("coal-plant-guidance"))
    #expect(!interim.contains("unep-information-exchange"))
    #expect(try await Self.activities("nature", "binding") == [])
  }

  @Test func r4_everyNatureIsOfOneOfThreeClasses() throws {
    let natures = try #require(NoteCharter.reading("2010").charter).natures
    #expect(
      natures.map { "\($0.id) \($0.class.rawValue)" } == [
        "binding binding", "voluntary-party voluntary", "voluntary-collective voluntary", "interim interim",
      ])
    let other = NoteCharter.reading(
      "2010", replacing: "interim: {class: interim,", with: "interim: {class: soon,")
    #expect(
      other.faults.first?.sentence
        == "natures.interim.class: “soon” is not one of binding, voluntary, interim")
  }

  @Test func r4_anActivityIsClassifiedByWordsOfItsCharter() async throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    let activities = try await NotePartnership.with { try $0.all(Activity.self) }
    #expect(activities.flatMap { $0.refusals(under: charter) } == [])
    var stray = activities[0]
    stray.nature = "mandatory"
    #expect(
      stray.refusals(under: charter).map(\.sentence) == [
        "the charter gmp 2010 has no nature “mandatory”; it has binding, voluntary-party, voluntary-collective, interim"
      ])
  }

  @Test func r8_activitiesAreFoundByThePhaseTheyRunIn() async throws {
    #expect(try await Self.activities("phase", "adopted") == ["asgm-plan-guidance"])
    #expect(try await Self.activities("phase", "negotiating").count == 12)
  }

  @Test(arguments: [
    ("baseline-data", ["chlor-alkali-inventory", "gold-project-inventory"]),
    ("priority-projects", ["kyrgyz-primary-mining", "storage-asia", "storage-latin-america"]),
    ("guidance", ["asgm-plan-guidance", "coal-plant-guidance"]),
  ])
  func r20_interimWorkIsOfThreeTypes(type: String, expected: [String]) async throws {
    #expect(try await Self.activities("interim_type", type) == expected)
  }

  @Test func r9_progressToTheGoalShowsWhileTheTreatyIsNegotiated() async throws {
    let day = Day(2013, 6, 30)
    let (phase, releases, before) = try await NotePartnership.with { connection in
      let report = try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], asOf: day, connection)
      let before = try ProgressReport.assemble(
        connection.cycle("2009-2010"), to: [], asOf: NotePartnership.day, connection)
      return (
        try connection.phase(of: .init("minamata"), on: report.asOf)?.phase,
        report.observations.filter { $0.indicator == "releases" }.map(\.amount), before.observations
      )
    }
    // In 2010 nobody knew it yet.
    #expect(before.map(\.indicator) == [])
    #expect(phase == "negotiating")
    #expect(releases.map(\.value) == [1960])
    #expect(releases.map(\.unit) == ["t"])
  }
}
