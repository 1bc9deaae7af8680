import Foundation
import Testing

/// What a person reads stands in the files of words. English in code is found, but for a short list.
@Suite struct EnglishInCodeTests {
  /// Where English stays, and why.
  private static let exceptions: [String: String] = [
    "App/FollowerService.swift": "the log of whoever runs the server",
    "App/Installation.swift": "the log",
    "StorePostgres/PostgresSession.swift": "the log",
    "App/Founding.swift": "progress of a command",
    "Store/Upkeep.swift": "progress of a command",
    "Store/TakeBack.swift": "a fault of the program",
    "Kernel/JSONWriter.swift": "a fault of the program",
    "Markup/HTML.swift": "told by the compiler to who writes a page",
    "Charters/Template/CharterTemplate.swift": "remarks in a new charter, which is written in English",
    "Charters/CharterReader+Rules.swift": "words of the charter language",
    "Workplan/AdoptPart.swift": "the name of a verb",
    "Charters/Drafts/OptionLines.swift": "a remark in lines of a charter",
    "Web/Asking/OpenAPI.swift": "for programmers, in English as every OpenAPI document",
    "Web/Serving/Room.swift": "the log",
    "Telling/Words.swift": "a fault of the program",
    "Web/Serving/Metrics.swift": "for programs, in the form they expect",
  ]
  /// Words that make words a sentence: lists of a charter's words have none.
  private static let joining: Set<Substring> = [
    "the", "is", "are", "of", "a", "an", "to", "and", "not", "with", "for", "that", "has", "was", "were",
    "from",
    "by", "on", "in", "its", "it",
  ]

  /// Whether a literal is a sentence or a part of one: three words in a row, one of them a joining word.
  static func isEnglish(_ literal: Substring) -> Bool {
    let text = literal.replacing(/\\\([^)]*\)/, with: "X").replacing(/[A-Za-z]+(?:-[a-z]+)+/, with: "X")
    guard !text.contains("<"),
      !text.contains(/\b(?:SELECT|WHERE|ORDER|INSERT|UPDATE|DELETE|CREATE|ALTER|AND|FROM|SET)\b/)
    else { return false }
    return text.matches(of: /[A-Za-z]*[a-z]+(?: [a-z]+){2,}/).contains { match in
      match.output.split(separator: " ").contains { joining.contains($0) }
    }
  }

  @Test(arguments: [
    ("there is no such page", true), ("\\(id) lies at the bottom of the sea", true),
    ("lines dated bare", false),
    ("yes no general-statement partly", false), ("SELECT id FROM a WHERE the is of", false),
    ("WHERE body = \\(body) AND role", false), ("<p class=\"x\">of the sea</p>", false),
  ])
  func sentencesAreTold(literal: String, isEnglish: Bool) {
    #expect(Self.isEnglish(literal[...]) == isEnglish)
  }

  @Test func noSentenceStandsInCode() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var found: [String] = []
    var excepted: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let name = String(file.path.dropFirst(root.path.count + 1))
      // Help and tables of the command line are told in English, as the names of its commands are.
      guard !name.hasPrefix("entente/"), !name.hasPrefix("embed/") else { continue }
      for (index, line) in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        let literals = line.matches(of: /"((?:[^"\\]|\\.)*)"/).map(\.1)
        guard literals.contains(where: Self.isEnglish) else { continue }
        if Self.exceptions[name] != nil {
          excepted.insert(name)
        } else {
          found.append("\(name):\(index + 1)")
        }
      }
    }
    #expect(found == [])
    // An exception that excepts nothing is taken off the list.
    #expect(Set(Self.exceptions.keys).subtracting(excepted).sorted() == [])
  }
}
