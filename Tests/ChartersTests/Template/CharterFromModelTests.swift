import Foundation
import Kernel
import Testing

@testable import Charters
import Wording

/// A new charter begun from a model takes its rules and none of its history.
@Suite struct CharterFromModelTests {
  private static let name = Translated(
    .en, [.en: "Lake \u{201C}\"\\ Partnership", .fr: "Partenariat du lac : essai"])
  private static let models = [
    "basel/2010", "basel/2019", "ddt/2010", "fsc/2010", "fsc/2017", "gard/2010", "gard/2020", "gmp/2010",
    "gmp/2020", "pcfv/2010", "pcfv/2019", "tfi/2010", "tfi/2020", "traffic/2010", "traffic/2018",
  ]

  private static func begun(_ model: String) throws -> (text: String, model: Charter) {
    let text = try ComparisonTests.text(model)
    let charter = try #require(Charter.read(Array(text.utf8), name: model).charter)
    let template = CharterTemplate(text: text, model: charter)
    return (try template.charter(id: "lake", name: name, on: Day(2026, 11, 25)), charter)
  }

  @Test(arguments: models) func r70_eachModelCanBeBegunFrom(model: String) throws {
    let (text, before) = try Self.begun(model)
    let reading = Charter.read(Array(text.utf8), name: "lake.yaml")
    #expect(reading.faults.map(\.refusal.description) == [])
    let charter = try #require(reading.charter)
    #expect(charter.id == "lake")
    #expect(charter.edition == "2026-11-25")
    #expect(charter.name.text(in: .en).text == "Lake \u{201C}\"\\ Partnership")
    #expect(charter.name.text(in: .fr).text == "Partenariat du lac : essai")
    #expect(charter.period == Period(since: When(2026, 11, 25)))
    #expect(charter.bodies.map(\.id) == before.bodies.map(\.id))
    #expect(charter.decides.map(\.subject) == before.decides.map(\.subject))
    // No date of the model's own life is left, and its sources are.
    #expect((charter.areas + charter.topics).allSatisfy { $0.since == nil && $0.until == nil })
    #expect(charter.bodies.allSatisfy { $0.period == Period() })
    #expect(charter.origin.beginnings.map(\.date) == [When(2026, 11, 25)])
    #expect(text.contains("model: \(model)\n"))
    #expect(!text.contains("\nfigures:") && !text.contains("\nlessons:"))
    #expect(charter.bodies.map(\.ground.source) == before.bodies.map(\.ground.source))
    // It speaks of itself by its own name.
    #expect(charter.priorities.contains(before.id) == false)
  }

  @Test func anEndedAreaIsNotTakenOver() throws {
    let charter = try #require(Charter.read(Array(try Self.begun("basel/2019").text.utf8), name: "x").charter)
    #expect(charter.areas.map(\.id) == ["plastic-waste", "household-waste", "computing-follow-up"])
  }

  @Test func aSubstanceOfTheModelsNameKeepsItsName() throws {
    let text = try Self.begun("ddt/2010").text
    #expect(text.contains("    substance: DDT\n"))
    #expect(text.contains("themes: {value: [malaria, vector-control, ddt, health], basis: implied}"))
    #expect(try Self.begun("tfi/2020").text.contains("serves: [lake]"))
  }

  @Test(arguments: ["", "Two Words", "a/b", "tfi", "é"]) func anIdThatCannotBeIsRefused(id: String) throws {
    let text = try ComparisonTests.text("tfi/2020")
    let model = try #require(Charter.read(Array(text.utf8), name: "x").charter)
    #expect(throws: Refusal.self) {
      try CharterTemplate(text: text, model: model).charter(id: id, name: Self.name, on: Day(2026, 11, 25))
    }
  }

  @Test func aNameInOneLanguageIsRefused() throws {
    let text = try ComparisonTests.text("tfi/2020")
    let model = try #require(Charter.read(Array(text.utf8), name: "x").charter)
    for name in [
      Translated(.en, "Lake"), Translated(.en, [.en: "Lake", .fr: " "]),
      Translated(.en, [.en: "a\nb", .fr: "c"]),
    ] {
      #expect(throws: Refusal.self) {
        try CharterTemplate(text: text, model: model).charter(id: "lake", name: name, on: Day(2026, 11, 25))
      }
    }
  }
}
