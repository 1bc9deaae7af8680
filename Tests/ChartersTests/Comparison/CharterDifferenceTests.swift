import Kernel
import Testing

@testable import Charters

/// Two editions of one charter: what was added, removed and changed, fact by fact.
@Suite struct CharterDifferenceTests {
  private static func differences(_ change: (String) -> String) throws -> [CharterDifference] {
    let text = try ComparisonTests.text("tfi/2020")
    return CharterDifference.between(
      try ComparisonTests.compared(text), try ComparisonTests.compared(change(text)))
  }

  @Test func theSameTextHasNone() throws {
    #expect(try Self.differences { $0 } == [])
  }

  @Test func aCommentOrAnOrderIsNoDifference() throws {
    #expect(try Self.differences { "# a remark\n" + $0 } == [])
    #expect(
      try Self.differences {
        $0.replacing(
          "{fr: Directives, en: Guidance}", with: "{en: Guidance, fr: Directives}")
      } == [])
  }

  @Test func aChangedFactTellsBothSidesAndBothLines() throws {
    let found = try Self.differences {
      "\n" + $0.replacing("reports-to: {value: wha}", with: "reports-to: {value: who}")
    }
    let line = CharterFiles.line(of: "reports-to: {value: wha}", in: try ComparisonTests.text("tfi/2020"))
    #expect(
      found == [
        CharterDifference(
          kind: .changed, path: "linkage.default.reports-to", before: "wha", after: "who",
          lineBefore: line, lineAfter: line + 1, facts: 1)
      ])
  }

  @Test func aWordThatGetsASourceKeepsItsPath() throws {
    let found = try Self.differences {
      $0.replacing("reports-to: {value: wha}", with: "reports-to: {value: wha, source: A16}")
    }
    #expect(found.map(\.path) == ["linkage.default.reports-to.source"])
    #expect(found.map(\.kind) == [.added])
  }

  @Test func aBlockIsAddedOrRemovedOnce() throws {
    let added = try Self.differences {
      $0.replacing(
        "\nareas:\n",
        with: "\nareas:\n  extra: {name: {fr: Supplément, en: Extra}, themes: [a, b], source: A16}\n")
    }
    // Four facts: two names, the list of themes, the source.
    #expect(added.map(\.path) == ["areas.extra"])
    #expect(added.map(\.facts) == [4])
    #expect(added.map(\.kind) == [.added])
    let removed = try Self.differences { text in
      let start = text.firstRange(of: "\n# what its own record teaches")!.lowerBound
      let end = text.firstRange(of: "\n# R156 R157")!.lowerBound
      return String(text[..<start]) + String(text[end...])
    }
    // Two lessons of three facts each.
    #expect(removed.map(\.path) == ["lessons"])
    #expect(removed.map(\.facts) == [6])
    #expect(removed.map(\.kind) == [.removed])
  }

  @Test func editionsThatShipDiffer() throws {
    let found = CharterDifference.between(
      try ComparisonTests.compared(ComparisonTests.text("tfi/2010")),
      try ComparisonTests.compared(ComparisonTests.text("tfi/2020")))
    let excluded = try #require(found.first { $0.path == "membership.excludes.tobacco-industry.extends-to" })
    #expect(excluded.before == "acts-for-it")
    #expect(excluded.after == "acts-for-it, has-such-members, takes-such-money")
    #expect(found.contains { $0.kind == .added && $0.path == "replaces" })
  }
}
