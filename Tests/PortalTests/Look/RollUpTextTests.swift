import App
import Charters
import Kernel
import Portal
import Telling
import Web
import Testing
import Wording

/// Rolled-up numbers as the command prints them, and what it refuses.
@Suite struct RollUpTextTests {
  private static let founded = Task {
    try await MadeUpRecords.found(
      "ddt",
      with: [
        (
          "observation",
          """
          id,indicator,activity,scope,reference_year,amount_value,amount_unit,amount_qualifier,amount_source,amount_verification,counts,qualifier,source,verification
          a,countries,gef-2546,project,2012,2,country,exact,gef-2546,verified,EG; JO,exact,gef-2546,verified
          b,countries,gef-2546,project,2012,3,country,exact,=cmd,verified,,exact,gef-2546,verified
          """
        )
      ])
  }

  private static func text(
    _ area: String? = nil, _ indicator: String? = "countries", on day: Day = Day(2020, 1, 1),
    in language: Language = .en
  ) async throws -> RollUpText {
    try await founded.value.rolledUp(of: area, indicator: indicator, on: day, in: language)
  }

  @Test func r137_theCommandTellsTheNumberItsPartsWhatIsLeftOutAndTheRule() async throws {
    let project = "Regional demonstration project in the Middle East and North Africa (GEF 2546)"
    #expect(
      try await Self.text("demonstration-projects").rows == [
        [
          "Countries of a demonstration project", "2 countries", "2012",
          "Projects that have reported: 1 of 1. Two assessments differ for some of it. Each thing counts once, however many projects name it.",
        ],
        [
          "  Part", "2 countries", "2012",
          "\(project) [a; gef-2546]: Egypt and Jordan; another assessment differs",
        ],
        [
          "  Left out", "3 countries", "2012",
          "\(project) [b; =cmd]: another assessment of the same year differs and is used instead: a",
        ],
        ["  Rule", "", "", "ddt/2010.yaml, line 128 (areas.demonstration-projects.roll-up)"],
        ["  Rule", "", "", "ddt/2010.yaml, line 234 (indicators.countries)"],
      ])
  }

  @Test func theTableForASpreadsheetHasEveryNumberAndNoFormula() async throws {
    let rows = try await Self.text().csv.split(separator: "\r\n").map(String.init)
    #expect(rows.count == 6)
    #expect(rows[1] == "countries,,value,2,,,country,exact,2012,,,,,,,gef-2546,inferred,,,1,1")
    #expect(rows[2] == "countries,,part,2,,,country,exact,2012,gef-2546,a,,EG; JO,,,gef-2546,verified,,,,")
    #expect(
      rows[3] == "countries,,left-out,3,,,country,exact,2012,gef-2546,b,,,disputed,a,'=cmd,verified,,,,")
    #expect(rows[4] == "countries,,rule,,,,,,,,,,,,,,,ddt/2010.yaml,128,,")
  }

  @Test func forAProgramItIsTheValueWhole() async throws {
    let json = try await Self.text(nil, nil).json(of: nil, asOf: Day(2020, 1, 1))
    #expect(
      json.hasPrefix(#"{"as_of":"2020-01-01","area":null,"numbers":[{"indicator":"countries","name":{"#))
    #expect(
      json.contains(
        #""reason":"disputed","counts":[],"instead":"a","lacks":[]}],"rules":[{"file":"ddt/2010.yaml","path":"areas.demonstration-projects.roll-up","line":128},"#
      ))
    #expect(
      json.contains(#""absence":null,"years":{"since":"2012","until":"2012"},"projects":1,"silent":[],"#))
  }

  @Test(
    arguments: [
      (
        "waste", nil,
        "the charter ddt 2010 carries up no number of the area “waste”; it does so for demonstration-projects"
      ),
      (
        nil, "grant",
        "the charter ddt 2010 carries up no number of the indicator “grant”; it does so for countries, alternatives-demonstrated, cofinancing-ratio"
      ),
    ] as [(String?, String?, String)])
  func whatIsNotCarriedUpIsRefused(area: String?, indicator: String?, sentence: String) async throws {
    let refusal = try await #require(throws: Refusal.self) { _ = try await Self.text(area, indicator) }
    #expect(refusal.sentence == sentence)
  }

  @Test func aCharterTellsWhatIsCarriedUp() throws {
    let charter = try #require(Models.compared("ddt", on: Day(2011, 1, 1)))
    let told = CharterExplanation(charter, in: .en).sections.flatMap(\.sentences).filter { $0.line == 128 }
    #expect(
      told.map(\.text) == [
        "These numbers of the projects of “Regional demonstration projects” are carried up to the programme: Countries of a demonstration project, Alternatives demonstrated and Co-financing per Facility dollar."
      ])
    #expect(told.map(\.source) == [["ddt-evaluation"]])
  }

  @Test func beforeThereWasACharterNothingIsCarriedUp() async throws {
    let refusal = try await #require(throws: Refusal.self) {
      _ = try await Self.text(on: Day(1999, 1, 1))
    }
    #expect(refusal.code == "no-charter")
  }
}
