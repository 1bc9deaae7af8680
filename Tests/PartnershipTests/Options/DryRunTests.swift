@testable import App
import Charters
@testable import Finance
@testable import Governance
import Kernel
@testable import Reporting
import Store
import Testing
@testable import Workplan
import Wording

/// What the records add to the comparison, and what a switch would move, on the mercury partnership as it is founded.
@Suite struct OptionsOnRecords {
  private static let day = Day(2010, 9, 22)

  private static func comparison(on day: Day = day) async throws -> OptionComparison {
    try await FoundedPartnership.read { connection in
      let charter = try CharterBook().needed(on: day, connection)
      return try OptionComparison.compare(charter, [], Facts.of(charter, on: day, connection), on: day)
    }
  }

  private static func preview(_ option: String, on day: Day = day) async throws -> SwitchPreview {
    try await FoundedPartnership.read { connection in
      let charter = try CharterBook().needed(on: day, connection)
      return try SwitchPreview.preview(
        charter, to: charter.option(option), Facts.of(charter, on: day, connection), on: day)
    }
  }

  @Test func underTheOptionsReportsGoWhereTheNoteSays() async throws {
    let options = try await Self.comparison().options
    #expect(options.map(\.option) == ["formal-link", "independent", "combination"])
    #expect(options.map(\.isInForce) == [false, true, false])
    let routes = options.map { option in
      option.answers(to: .reportsTo).map { ($0.cell.main, $0.parts.count) }
    }
    #expect(routes[0].map(\.0) == [["cop"]])
    #expect(routes[1].map(\.0) == [["unep-ed"]])
    #expect(routes[2].map(\.0) == [["unep-ed"], ["cop"]])
    #expect(routes.map { $0.map(\.1) } == [[12], [12], [10, 2]])
  }

  @Test func paceLoadAndPartnersPerPostComeFromRecords() async throws {
    let options = try await Self.comparison().options
    let gold = options.compactMap { $0.part("gold")?.cell(.pace) }
    #expect(gold.map(\.number) == [365, 269, 269])
    #expect(gold.map(\.most) == [730, 537, 537])
    #expect(gold[1].reasons.last?.records == ["session/pag-1", "session/pag-2"])
    #expect(options.compactMap { $0.cell(.load)?.number } == [8, 8, 9])
    #expect(options.compactMap { $0.cell(.partnersPerPost)?.number } == [35, 35, 35])
  }

  /// Today there are eight areas, the treaty is in force, and meetings of the Conference are on record.
  @Test func todayTheAnswersAreOthers() async throws {
    let comparison = try await Self.comparison(on: Day(2024, 12, 31))
    #expect(comparison.edition == "2020")
    #expect(comparison.phase == "in-force")
    let formal = try #require(comparison.options.first)
    #expect(formal.parts.count { $0.sort == .area } == 8)
    #expect(!formal.parts.flatMap(\.warnings).map(\.code).contains(.bodyNotYet))
    // From 29 November 2019, the end of the third meeting, to 1 November 2021: 703 days, the longest gap until then.
    #expect(formal.part("gold")?.cell(.pace)?.most == 703)
  }

  @Test func theDryRunOfTheCombinationListsWhatMoves() async throws {
    let preview = try await Self.preview("3")
    #expect(preview.from == "independent")
    #expect(preview.deciders == [["unep-gc"], ["cop"]])
    let ties = preview.moves.filter { $0.sort == .tie }
    #expect(ties.map(\.part) == ["information-exchange", "results"])
    #expect(ties.map(\.from) == [[["none"]], [["none"]]])
    #expect(ties[0].to == [["formal"], ["cop", "subsidiary-body"]])
    let reports = preview.moves.filter { $0.sort == .report }
    #expect(reports.map(\.record) == ["cycle/cycle-2010-2012", "cycle/cycle-2010-2012"])
    #expect(reports.map(\.state) == [.bodyNotYet, .bodyNotYet])
    let amending = preview.moves.filter { $0.sort == .right && $0.question == .amendedBy }
    #expect(amending.map(\.part) == ["information-exchange", "results"])
    #expect(
      amending.map(\.to) == Array(repeating: [["cop", "subsidiary-body"], ["advisory-group"]], count: 2))
    #expect(
      preview.moves.filter { $0.question == .texts && $0.sort == .right }.map(\.state) == [
        .needsText, .needsText,
      ])
  }

  /// The activities of the linked stream are those that move; each is named.
  @Test func theDryRunNamesEachRecord() async throws {
    let records = try await Self.preview("3").moves.filter { $0.sort == .record }.compactMap(\.record)
    #expect(
      records == [
        "reporting-line/progress-report", "activity/chlor-alkali-inventory", "activity/coal-plant-guidance",
        "activity/gold-project-inventory", "activity/help-draft-documents", "activity/negotiation-news",
        "activity/rapid-answers", "activity/technical-briefings", "activity/unep-information-exchange",
        "governing-document/guidelines-2010",
      ])
    let formal = try await Self.preview("1").moves.filter { $0.record?.hasPrefix("activity/") ?? false }
    #expect(formal.count == 12)
  }

  /// 100 needed, 30 received through the fund, 20 of 50 promised still to come.
  @Test func needPledgesAndMoneyComeFromRecords() async throws {
    let whole = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        let intent = Intent("test", by: "officer", as: .secretariat)
        let ground = Provenance(["A38"])
        func dollars(_ number: Int) -> Money { Money(minor: number * 100, currency: "USD") }
        try journal.append(
          PriorityAction(
            id: .init("example-action"), plan: nil, area: .init("gold"), title: Translated(.en, "Example"),
            need: dollars(100), secured: dollars(30), intendedSource: nil, provenance: ground), intent)
        var work = try #require(try connection.one(Activity.ID("kyrgyz-primary-mining")))
        work.priorityAction = .init("example-action")
        try journal.append(work, intent, after: try connection.version(of: work.id))
        try journal.append(
          Contribution(
            id: .init("example-gift"), donor: "Example", partner: nil, sector: "public", amount: dollars(30),
            valuation: nil, window: .init("unep-extrabudgetary"), cycle: "cycle-2010-2012", earmark: nil,
            provenance: ground), intent)
        try journal.append(
          Pledge(
            id: .init("example-pledge"), donor: "Example", partner: nil, amount: dollars(50),
            promised: When(2010, 8, 1), due: nil, paid: 3000, window: nil, cycle: nil, earmark: nil,
            provenance: ground, state: .partReceived), intent)
        let charter = try CharterBook().needed(on: Self.day, connection)
        let facts = try Facts.of(charter, on: Self.day, connection)
        return try #require(Consequences.derive(charter, nil, facts, on: Self.day).part("default"))
      }
    }
    func amounts(_ question: Question) -> [Int] { whole.cell(question)?.amounts.map(\.minor) ?? [] }
    #expect(amounts(.need) == [10_000])
    #expect(amounts(.secured) == [3_000])
    #expect(amounts(.received) == [3_000])
    #expect(amounts(.pledged) == [2_000])
    // The activity that carries it out is interim, which the fund may pay for; what is promised fills nothing.
    #expect(whole.money.first { $0.nature == "interim" }?.fromOthers.map(\.minor) == [3_000])
    #expect(amounts(.gap) == [7_000])
    #expect(whole.cell(.pledged)?.reasons.first?.records == ["pledge/example-pledge"])
  }

  /// `entente options switch`, from the words typed to the record.
  @Test func theCommandRecordsTheSwitch() async throws {
    try await FoundedPartnership.with { partnership in
      let intent = Intent("switch", by: "ana", as: .secretariat, basis: "dec-1")
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.switchOption(to: "4", since: Day(2024, 6, 1), decisions: ["dec-1"], intent)
      }
      #expect(
        refusal?.sentence
          == "charter gmp 2020 has no option “4”; there are 1 (formal-link), 2 (independent), 3 (combination)"
      )
      let missing = await #expect(throws: Refusal.self) {
        try await partnership.switchOption(to: "3", since: Day(2024, 6, 1), decisions: ["dec-1"], intent)
      }
      #expect(missing?.sentence == "there is no decision “dec-1”")
    }
  }
}
