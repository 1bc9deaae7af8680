import Kernel
import App
import Foundation
import Testing

/// The house as its text stands: what ARCHITECTURE.md says of who knows what, held against every source file.
@Suite struct HouseTests {
  private struct File {
    let target: String
    let name: String
    let lines: [Substring]
  }

  private static let files: [File] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.map { file in
      let parts = file.path.dropFirst(root.path.count + 1)
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return File(
        target: String(parts.prefix { $0 != "/" }), name: String(parts),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }()

  /// Lines of code that fit, as `file:line`; comments are left out.
  private static func lines(
    in targets: Set<String>? = nil, _ fits: (Substring) -> Bool
  ) -> [String] {
    files.filter { targets?.contains($0.target) ?? true }.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        let code = line.drop { $0 == " " }
        return !code.hasPrefix("//") && fits(code) ? "\(file.name):\(index + 1)" : nil
      }
    }
  }

  private static let capabilities: Set<String> = [
    "Registry", "Governance", "Workplan", "Finance", "Reporting",
  ]

  @Test func theSourcesAreThere() {
    #expect(Self.files.count > 400)
    #expect(Set(Self.files.map(\.target)).isSuperset(of: ["Web", "Telling", "Portal", "App", "Acting"]))
  }

  @Test func hummingbirdStopsAtTheWeb() {
    let web = ["Hummingbird", "HTTPTypes", "NIOCore"]
    let importing = Self.lines { line in web.contains { line.hasSuffix("import \($0)") } }
    #expect(importing.count > 3)
    #expect(importing.filter { !$0.hasPrefix("Web/") } == [])
  }

  @Test func nothingBelowTheAppAsksWhichKindARecordIs() throws {
    let kinds = Set(Capabilities.records.map { $0.kind })
    let pattern = try Regex(#"^case (?:"([a-z-]+)"|[A-Z]\w*\.kind\b)"#, as: (Substring, Substring?).self)
    let found = Self.lines(in: ["App", "Web", "Portal", "Telling", "Exchange", "Acting"]) { line in
      line.firstMatch(of: pattern).map { match in match.1.map { kinds.contains(String($0)) } ?? true }
        ?? false
    }
    #expect(found == [])
  }

  @Test func aRightIsDataAndNoClosure() {
    let rights = Self.files.first { $0.name == "Acting/Right.swift" }?.lines ?? []
    #expect(rights.contains { $0.contains("enum Right") })
    #expect(rights.filter { $0.contains("->") && $0.contains("case ") } == [])
    let asked = ["may: {", "right: {", "allow: {"]
    #expect(Self.lines { line in asked.contains { line.contains($0) } } == [])
  }

  /// A verb or query that nothing but a test calls is no capability: nobody can reach it.
  @Test func everyPublicVerbAndQueryHasACaller() throws {
    let declaration = try Regex(
      #"public (?:static )?(?:func|var|let) (\w+)"#, as: (Substring, Substring).self)
    var uses: [Substring: Int] = [:]
    for file in Self.files {
      for line in file.lines where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
          uses[word, default: 0] += 1
        }
      }
    }
    var uncalled: [String] = []
    for file in Self.files where Self.capabilities.contains(file.target) {
      for line in file.lines {
        guard let name = line.firstMatch(of: declaration)?.1 else { continue }
        if uses[name, default: 0] < 2 { uncalled.append("\(file.name) \(name)") }
      }
    }
    #expect(uncalled == [])
  }
}
