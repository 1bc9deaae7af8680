import Charters
import Kernel
import Testing

/// What the note asks of the agreement itself.
@Suite struct CharterRequirements {
  private static func charter(_ old: String = "", _ new: String = "") throws -> Charter {
    let text = try CharterFiles.text("2010")
    try #require(old.isEmpty || text.contains(old))
    return try #require(CharterFiles.read(old.isEmpty ? text : text.replacing(old, with: new)).charter)
  }

  @Test func r10_threeFunctionsClassifyTheWork() throws {
    let functions = try Self.charter().functions
    #expect(functions.map(\.id) == ["mobilise", "help-parties", "transmit-information"])
    #expect(functions.allSatisfy { $0.ground.source.contains { $0.hasPrefix("N4") } })
  }

  @Test func r10_aStreamServesAFunctionOfTheCharter() throws {
    let text = try CharterFiles.text("2010").replacing(
      "functions: {value: [transmit-information]", with: "functions: {value: [transmit-rumours]")
    #expect(
      CharterFiles.read(text).faults.map(\.sentence) == [
        "streams.information-exchange.functions names the function “transmit-rumours”, which this charter does not declare; declare it or name another"
      ])
  }

  @Test func r15_fiveServicesAndEachMechanismIsSwitchedByTheCharter() throws {
    let charter = try Self.charter()
    #expect(
      charter.streams.map(\.id) == [
        "information-exchange", "technical-assistance", "gold-mining", "alternatives", "results",
      ])
    let on = Set(charter.mechanisms.filter(\.isEnabled).compactMap(\.stream))
    #expect(on == Set(charter.streams.map(\.id)))
    let without = try Self.charter("  gold:           {enabled: true,", "  gold:           {enabled: false,")
    #expect(without.mechanisms.first { $0.id == "gold" }?.isEnabled == false)
  }

  @Test(arguments: ["risks", "responsibilities", "resources", "benefits"])
  func r21_eachOfTheFourSharesMustStand(share: String) throws {
    let lines = try CharterFiles.text("2010").split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.filter { !$0.hasPrefix("  \(share):") || !$0.contains("fr:") }.joined(separator: "\n")
    try #require(text.count < lines.joined(separator: "\n").count)
    #expect(
      CharterFiles.read(text).faults.map(\.sentence).contains(
        "shares does not say how \(share) are shared; partners agree on risks, responsibilities, resources and benefits"
      ))
    #expect(try Self.charter().shares.map(\.id) == ["risks", "responsibilities", "resources", "benefits"])
  }

  @Test func r23_aPartnershipNamesTheRegulationThatItComplements() throws {
    #expect(try Self.charter().origin.complements == ["binding-instrument"])
  }
}
