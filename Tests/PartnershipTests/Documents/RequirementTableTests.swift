import Foundation
import Testing

/// docs/requirements.md is a promise: 164 rows, and every test it names exists.
@Suite struct RequirementTableTests {
  struct Row: Sendable {
    let number: Int
    let shownBy: String
    let seenAt: String
  }

  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized

  private static func rows() throws -> [Row] {
    let text = try String(contentsOf: root.appending(path: "docs/requirements.md"), encoding: .utf8)
    return try text.split(separator: "\n").filter { $0.hasPrefix("| R") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      try #require(cells.count == 5, "\(line)")
      let number = try #require(Int(cells[0].dropFirst()), "\(line)")
      #expect(
        cells[1].wholeMatch(of: /all|[NAPF]\d+([–-][AP]?\d+)?(, [NAPF]\d+([–-][AP]?\d+)?)*/) != nil, "\(line)"
      )
      #expect(!cells[2].isEmpty, "\(line)")
      return Row(number: number, shownBy: cells[3], seenAt: cells[4])
    }
  }

  /// Every test of the repository as `Suite/test`.
  private static func tests() throws -> Set<String> {
    var found: Set<String> = []
    let files = try #require(
      FileManager.default.enumerator(at: root.appending(path: "Tests"), includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      var suite = ""
      var isSuite = false
      var isTest = false
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        if line.contains("@Suite") { isSuite = true }
        if isSuite, let match = line.firstMatch(of: /struct (\w+)/) {
          suite = String(match.1)
          isSuite = false
        }
        if line.contains("@Test") { isTest = true }
        if isTest, let match = line.firstMatch(of: /func (\w+)\(/) {
          found.insert("\(suite)/\(match.1)")
          isTest = false
        }
      }
    }
    return found
  }

  @Test func theNumbersRunFromOneTo164() throws {
    #expect(try Self.rows().map(\.number) == Array(1...164))
  }

  /// Whether the place holds what it says is tried by Tests/scripts/seen.py.
  @Test func everyRowSaysWhereItIsSeenOrWhyItIsNot() throws {
    for row in try Self.rows() {
      #expect(
        row.seenAt.contains(/^open: .{10,}/) || row.seenAt.contains(/` (finds|is refused with) “/),
        "R\(row.number) is seen nowhere and does not say why"
      )
    }
  }

  @Test func everyTestThatIsNamedExists() throws {
    let tests = try Self.tests()
    #expect(tests.count > 200)
    var named = 0
    for row in try Self.rows() where row.shownBy != "open" {
      for name in row.shownBy.split(separator: ",") {
        let name = name.trimmingCharacters(in: CharacterSet(charactersIn: " `"))
        named += 1
        #expect(tests.contains(name), "R\(row.number) names \(name), which is no test")
      }
    }
    #expect(named > 100)
  }

  /// A test that says which requirement it shows stands in that row; so a new test is not forgotten in the table.
  @Test func everyTestOfARequirementStandsInItsRow() throws {
    let rows = Dictionary(uniqueKeysWithValues: try Self.rows().map { ($0.number, $0.shownBy) })
    for test in try Self.tests().sorted() {
      let name = test.drop { $0 != "/" }.dropFirst()
      guard let match = name.prefixMatch(of: /r(\d+)_/), let number = Int(match.1) else { continue }
      #expect(rows[number]?.contains("`\(test)`") == true, "\(test) is not in the row of R\(number)")
    }
  }
}
