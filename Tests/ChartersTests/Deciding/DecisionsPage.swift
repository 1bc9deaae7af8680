import Charters
import Foundation
import Kernel
import Testing

/// docs/reference/decisions.md says what the charter language reads.
@Suite struct DecisionsPage {
  private static func page() throws -> String {
    try String(
      contentsOf: CharterFiles.root.appending(path: "docs/reference/decisions.md"), encoding: .utf8)
  }

  @Test func everyExampleIsARuleWithoutAFault() throws {
    let parts = try Self.page().components(separatedBy: "```")
    let rules = parts.filter { $0.hasPrefix("yaml\n") }.map { $0.dropFirst(5) }.joined()
      .split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let reading = DecidingCharter.read(rules: rules, membership: DecidingCharter.forestMembership)
    #expect(reading.faults.map(\.sentence) == [])
    #expect(
      reading.charter?.rules.map(\.id) == [
        "consensus", "silence", "majority", "chambers", "own-chambers", "those-who-cast",
        "one-party-one-vote",
        "motion",
      ])
  }

  @Test func itNamesEveryKindAndOutcome() throws {
    let page = try Self.page()
    for word in DecisionRule.Kind.allCases.map(\.rawValue) + BallotResult.Outcome.allCases.map(\.rawValue) {
      #expect(page.contains("`\(word)`"), "\(word)")
    }
  }

  /// The line that the page explains.
  @Test func theLineItExplainsIsTheLineOfACount() throws {
    let assembly = Assembly(
      members: "*/*/org:9 */*/ind:5",
      votes: "*/*/org:9-0-0 */*/ind:5-0-0 env/S/org:0-0-1 env/S/ind:0-0-0")
    let line = try DecidingCharter.forest("chambers").count(assembly.poll).lines("pass").first
    #expect(try Self.page().contains("    \(line ?? "no line")\n"))
  }
}
