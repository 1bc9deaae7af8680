import Foundation
import Kernel
import Testing

@testable import Charters
import Wording

/// Whoever changes one line of the charter changes the answers, and nothing else does.
@Suite struct ChangeOneLine {
  @Test func theAddresseeFollows() throws {
    let charter = try NoteFacts.charter(
      replacing: "reports-to: {value: unep-ed, source: A28b}",
      with: "reports-to: {value: unep-gc, source: A28b}")
    #expect(try NoteFacts.option("2", charter).parts(by: .reportsTo).keys.sorted() == ["unep-gc"])
    #expect(try NoteFacts.option("1", charter).parts(by: .reportsTo).keys.sorted() == ["cop|subsidiary-body"])
  }

  @Test func amendingTakesACOPUnderOption1AndNotWhereTheLineSaysSo() throws {
    #expect(try NoteFacts.option("1").part("coal")?.cell(.amendedBy)?.main == ["cop", "advisory-group"])
    let charter = try NoteFacts.charter(
      replacing: "amended-by: {bodies: [linked-body, advisory-group], basis: implied, source: A30}",
      with: "amended-by: {bodies: [advisory-group], basis: implied, source: A30}")
    let changed = try NoteFacts.option("1", charter)
    #expect(changed.part("coal")?.cell(.amendedBy)?.main == ["advisory-group"])
    #expect(changed.part("coal")?.cell(.pace)?.most == 537)
  }

  /// Linking a third part is one line; the area then follows the rule of what is linked.
  @Test func aThirdPartIsLinked() throws {
    let line = "      results:              {modality: formal,"
    let charter = try NoteFacts.charter(
      replacing: line,
      with: "      gold: {modality: formal, to: {any-of: [cop], basis: implied}, source: A31}\n" + line)
    let combination = try NoteFacts.option("3", charter)
    #expect(combination.parts(by: .reportsTo)["cop"] == ["gold"])
    #expect(combination.answer("gold", .amendedBy) == "cop + advisory-group")
    #expect(combination.answer("gold", .texts) == "treaty-provision + framework")
    // Where the linked area meets a stream without terms, the area's terms hold.
    let gold = combination.crossed.filter { $0.area == "gold" }
    #expect(gold.map(\.follows) == ["information-exchange", "gold", "gold", "gold", "results"])
  }

  @Test func theOrderOfPrecedenceFollows() throws {
    let line = "      results:              {modality: formal,"
    let areaFirst = try CharterFiles.text("2010")
      .replacing(
        "precedence: {value: [stream, area, default]", with: "precedence: {value: [area, stream, default]"
      )
      .replacing(
        line,
        with: "      gold: {modality: formal, to: {any-of: [cop], basis: implied}, source: A31}\n" + line)
    let charter = try #require(CharterFiles.read(areaFirst).charter)
    let gold = try NoteFacts.option("3", charter).crossed.filter { $0.area == "gold" }
    #expect(gold.map(\.follows) == ["gold", "gold", "gold", "gold", "gold"])
  }

  /// Without an option whose manner is formal there is nothing to carry over: the tie itself decides.
  @Test func withoutAModelTheMannerDecides() throws {
    var text = try CharterFiles.text("2010")
    let start = try #require(text.range(of: "  formal-link:\n")?.lowerBound)
    let end = try #require(text.range(of: "  independent:\n    number: 2")?.lowerBound)
    text.removeSubrange(start..<end)
    text = text.replacing("    number: 2", with: "    number: 1").replacing(
      "    number: 3", with: "    number: 2")
    let reading = CharterFiles.read(text)
    let charter = try #require(reading.charter, "\(reading.faults.map(\.sentence))")
    let consequences = try NoteFacts.option("combination", charter)
    #expect(consequences.answer("results", .priorities) == "cop|subsidiary-body + gmp")
    #expect(consequences.part("results")?.cell(.priorities)?.reasons.map(\.rule) == ["by-manner"])
    #expect(consequences.answer("results", .texts) == "treaty-provision + framework + guidelines")
    #expect(consequences.answer("results", .host) == "not-stated")
  }

  /// A memorandum ties nothing formally: the part reports where the rest does, unless it says otherwise (R65).
  @Test func aMemorandumLeavesTheAddresseeAsItWas() throws {
    let line = "      results:              {modality: formal,"
    let charter = try NoteFacts.charter(
      replacing: line,
      with: "      gold: {modality: memorandum, to: {any-of: [cop], basis: implied}, source: A31}\n" + line)
    let combination = try NoteFacts.option("3", charter)
    #expect(combination.answer("gold", .modality) == "memorandum")
    #expect(combination.answer("gold", .linkedTo) == "cop")
    #expect(combination.answer("gold", .reportsTo) == "unep-ed")
    #expect(combination.answer("gold", .amendedBy) == "advisory-group")
  }

  @Test func allOfTwoBodiesMustDecideWhereTheCharterSaysAll() throws {
    let charter = try NoteFacts.charter(
      replacing: "to: {any-of: [cop, subsidiary-body], source: A24}",
      with: "to: {all-of: [cop, subsidiary-body], source: A24}")
    let formal = try NoteFacts.option("1", charter)
    #expect(formal.answer("gold", .linkedTo) == "cop + subsidiary-body")
    #expect(formal.answer("gold", .amendedBy) == "cop + subsidiary-body + advisory-group")
    #expect(formal.answer("gold", .reportsTo) == "cop + subsidiary-body")
  }

  @Test func theSameQuestionTwiceHasTheSameBytes() throws {
    let charter = try NoteFacts.charter()
    let texts = (0..<2).map { _ in
      var json = JSONWriter()
      for option in charter.options {
        Consequences.derive(charter, option, NoteFacts.facts, on: NoteFacts.day).write(to: &json)
      }
      return json.bytes
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].count > 10_000)
  }

  @Test func anUnknownOptionIsRefusedWithThoseThereAre() throws {
    let charter = try NoteFacts.charter()
    let refusal = #expect(throws: Refusal.self) { try charter.option("4") }
    #expect(
      refusal?.sentence
        == "charter gmp 2010 has no option “4”; there are 1 (formal-link), 2 (independent), 3 (combination)")
  }
}
