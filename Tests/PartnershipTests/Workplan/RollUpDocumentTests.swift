import Foundation
import Kernel
import Testing
import Wording

@testable import Workplan

/// Every reason that can be given is documented, and has its words in each language.
@Suite struct RollUpDocumentTests {
  private static func text(_ path: String) throws -> String {
    let file = URL(filePath: #filePath).appending(path: "../../../../\(path)").standardized
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func everyReasonStandsInTheReference() throws {
    let page = try Self.text("docs/reference/roll-up.md")
    for reason in LeftOut.Reason.allCases { #expect(page.contains("| `\(reason.rawValue)` |"), "\(reason)") }
    for absence in RolledUp.Absence.allCases { #expect(page.contains("`\(absence.rawValue)`"), "\(absence)") }
  }

  @Test(arguments: [Language.en, .fr]) func everyReasonHasItsWords(language: Language) {
    let words = Phrasebook.entries(in: language)
    let keys =
      LeftOut.Reason.allCases.map { "left-out.\($0.rawValue)" }
      + RolledUp.Absence.allCases.map { "absence.\($0.rawValue)" }
      + RolledUp.Method.allCases.map { "method.\($0.rawValue)" }
      + RolledPart.Side.allCases.map { "side.\($0.rawValue)" }
    for key in keys { #expect(words[key] != nil, "\(key)") }
  }
}
