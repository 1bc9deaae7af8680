import Acting
import App
import Exchange
import Finance
import Foundation
import Governance
import Kernel
import Registry
import Reporting
import Store
import Testing
import Workplan

/// A preview says what would move, and leaves nothing behind: records, rights, and progress reports.
@Suite struct PreviewTests {
  private static let secretariat = Intent("test", by: "ana", as: .secretariat, basis: "test")

  /// What a preview of an act says; the store must be as before it.
  private static func moved(
    _ act: @Sendable (App.Partnership, Preview) async throws -> Void
  ) async throws -> Moved {
    try await FoundedPartnership.with { partnership in
      let before = try await partnership.database.read { try $0.journalHead() }
      let preview = Preview()
      try await act(partnership, preview)
      try await #expect(partnership.database.read { try $0.journalHead() } == before)
      return preview.moved
    }
  }

  @Test func aReportSaysWhichOfItsLinesWouldReadOtherwise() async throws {
    // A post of the cycle of the note gets another purpose: one line of the posts, and its line of the staffing.
    let post = try await FoundedPartnership.read { connection in
      try #require(
        try connection.report(on: "2009-2010", asOf: nil, CharterBook()).posts.first?.record)
    }
    let moved = try await Self.moved { partnership, preview in
      _ = try await partnership.act(
        Keeps.correct, of: Post.self, on: post, giving: .cells(["purpose_en": "Another purpose"]),
        Self.secretariat, preview: preview)
    }
    #expect(moved.effects.map(\.record) == [post])
    #expect(moved.rights == [])
    let report: ReportChange = try #require(moved.reports.first { $0.cycle == "cycle-2009-2010" })
    #expect(report.asOf == Day(2010, 9, 22))
    #expect(report.lines.map(\.section) == ["posts", "staffing"])
    #expect(report.lines.allSatisfy { $0.kind == "post" && $0.record == post && $0.change == .changed })
    #expect(report.parts == ["posts"])
  }

  @Test func aFileSaysWhichLinesAndSumsItAdds() async throws {
    let moved = try await Self.moved { partnership, preview in
      let file = try CSVFile(
        Array(
          "id,grade,since,purpose_en,qualifier,source,verification\np5-new,P-5,2010-01,New,exact,A35,stated\n"
            .utf8),
        name: "posts.csv")
      let plan = try await partnership.take(Post.self, file, Self.secretariat, preview: preview)
      #expect(plan.count(.add) == 1)
    }
    #expect(moved.effects.map(\.isNew) == [true])
    let report = try #require(moved.reports.first { $0.cycle == "cycle-2009-2010" })
    #expect(report.lines.map(\.section) == ["posts", "staffing"])
    #expect(report.lines.allSatisfy { $0.record == "p5-new" && $0.change == .added })
    // Sums over posts are no lines, and are named as parts.
    #expect(report.parts == ["posts", "staffing", "partners_per_post"])
    // The cycle that ended before it was filled is told as before.
    #expect(moved.reports.contains { $0.cycle == "cycle-2007-2008" } == false)
  }

  @Test func whatMovesNoReportSaysNone() async throws {
    let moved = try await Self.moved { partnership, preview in
      _ = try await partnership.act(
        Keeps.correct, of: Area.self, on: "gold", giving: .cells(["name_fr": "Or artisanal"]),
        Self.secretariat, preview: preview)
    }
    #expect(moved.effects.map(\.record) == ["gold"])
    // Its name stands in every report that lists it, and in no part but that.
    #expect(!moved.reports.isEmpty)
    for report in moved.reports { #expect(report.lines.filter { $0.record != "gold" } == []) }
  }

  @Test func anEditionMovesTheAddresseeOfReports() async throws {
    let moved = try await FoundedPartnership.with { partnership in
      let path = partnership.address.description + ".yaml"
      let text = NoteCharter.text("2020").replacing(#"edition: "2020""#, with: #"edition: "2021""#)
        .replacing("follows: {option: independent", with: "follows: {option: formal-link")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      let preview = Preview()
      _ = try await partnership.adopt(
        path, since: When(2021), decision: decision, Self.secretariat, preview: preview)
      return preview.moved
    }
    // Today's reports go elsewhere; that of the note's cycle is made under the edition of its day.
    #expect(moved.reports.allSatisfy { $0.asOf >= Day(2021, 1, 1) })
    #expect(moved.reports.contains { $0.parts.contains("addressees") })
  }
}
