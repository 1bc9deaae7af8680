import Acting
import App
import Charters
@testable import Finance
import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Wording

@Suite struct ReportingRequirements {
  private static func report(_ cycle: String = "2009-2010", asOf day: Day? = nil) async throws
    -> ProgressReport
  {
    try await NotePartnership.with { try report(cycle, asOf: day, $0) }
  }

  /// To whom it goes is what the charter says that is in force on the day it speaks of.
  private static func report(
    _ cycle: String, asOf day: Day?, _ connection: any Connection
  ) throws -> ProgressReport {
    let cycle = try connection.cycle(cycle)
    let spokenOf = try #require(day ?? cycle.reportedOn)
    return try ProgressReport.assemble(
      cycle, to: NotePartnership.addressees(on: spokenOf, connection), asOf: day, connection)
  }

  @Test func r116_cyclesMayBeUnequal() async throws {
    let months = try await NotePartnership.with { try $0.cycles().map(\.months) }
    #expect(months == [24, 18, 24, 22])
  }

  @Test func r116_anUnknownCycleIsRefusedWithThoseThereAre() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { _ = try $0.cycle("1999") }
    }
    #expect(
      refusal?.sentence
        == "there is no cycle “1999”; there are 2007-2008, 2009-2010, 2010-2012, 2022-2023")
  }

  @Test func r161_theReportOfTheNoteIsMadeOfRecords() async throws {
    let report = try await Self.report(asOf: NotePartnership.day)
    #expect(report.cycle.months == 18)
    #expect(
      report.areas.map(\.record) == [
        "gold", "chlor-alkali", "fate-and-transport", "products", "coal", "waste", "supply",
      ])
    #expect(report.modes.map(\.mode) == ["capacity-building", "information-sharing"])
    #expect(report.modes.map(\.activities.count) == [3, 9])
    #expect(
      report.requests.map(\.record) == [
        "req-options-analysis", "req-advisory-views", "req-chlor-alkali-inventory", "req-gold-projects",
      ])
    // The work of later phases is not in it.
    #expect(!report.lines.contains { ["asgm-plan-guidance", "oil-gas-consultations"].contains($0.record) })
  }

  @Test func r161_everyLineLeadsToARecordThatIsThere() async throws {
    let missing = try await NotePartnership.with { connection in
      let report = try Self.report("2009-2010", asOf: NotePartnership.day, connection)
      #expect(report.lines.count > 30)
      return try report.lines.filter { line in
        let there: Int? = try connection.value(
          "SELECT count(*) FROM \(column: line.kind) WHERE id = \(line.record)")
        return there != 1 || line.provenance.source.isEmpty
      }.map(\.record)
    }
    #expect(missing == [])
  }

  @Test func r95_theReportNamesItsAddresseeAndTheRule() async throws {
    let addressees = try await Self.report().addressees
    #expect(addressees.map(\.body) == ["unep-ed"])
    #expect(addressees.map(\.line) == ["progress-report"])
    #expect(addressees.map(\.provenance.source) == [["A28b"]])
    #expect(addressees.map { $0.name?[.en] } == ["UNEP Executive Director"])
  }

  /// What is asked of the store once the report of 2009-2010 was sent on 1 October 2010.
  private static func afterSending<T: Sendable>(
    _ intent: Intent, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try ReportSent.sending.carryOut(
          .init(cycle: .init("cycle-2009-2010"), on: Day(2010, 10, 1)),
          Occasion(intent, under: CharterBook(), today: Day(2010, 10, 1), connection))
        return try body(connection)
      }
    }
  }

  @Test func r95_aReportIsSentByItsRuleAndReceived() async throws {
    let sent = try await Self.afterSending(NotePartnership.member(of: "advisory-group")) { connection in
      let id = ReportSent.ID("cycle-2009-2010-default-to-unep-ed")
      try ReportSent.acknowledge(id, on: Day(2010, 10, 4), NotePartnership.member(of: "unep-ed"), connection)
      return try #require(try connection.one(id))
    }
    #expect(sent.rule == "progress-report")
    #expect(sent.received == Day(2010, 10, 4))
  }

  @Test func r95_nobodyReceivesBeforeItWasSent() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await Self.afterSending(NotePartnership.secretariat) { connection in
        try ReportSent.acknowledge(
          .init("cycle-2009-2010-default-to-unep-ed"), on: Day(2010, 9, 30), NotePartnership.secretariat,
          connection)
      }
    }
    #expect(refusal?.sentence == "it was sent on 2010-10-01; it cannot be received on 2010-09-30")
  }

  @Test func r92_withoutAnyTreatyBodyTheReportIsWhole() async throws {
    let report = try await NotePartnership.with { connection in
      let bodies = try connection.all(Body.self, "WHERE role = 'treaty' AND treaty = 'minamata'")
      #expect(!bodies.isEmpty)
      return try ProgressReport.assemble(
        connection.cycle("2009-2010"), to: [], asOf: NotePartnership.day, connection)
    }
    #expect(report.addressees.isEmpty)
    #expect(report.areas.count == 7)
    #expect(report.finance.statements.count == 3)
  }

  @Test func r114_postsHaveTheirTenureOnTheDayOfTheNote() async throws {
    let posts = try await Self.report(asOf: NotePartnership.day).posts
    #expect(posts.map(\.grade) == ["P-4", "P-3"])
    #expect(posts.map(\.tenure?.value) == [43, 16])
    #expect(posts.map(\.funderQualifier) == [.inferred, .exact])
  }

  @Test func r114_theReportSpeaksOfTheDayItWasPresented() async throws {
    let report = try await Self.report()
    #expect(report.asOf == Day(2010, 9, 22))
    #expect(report.posts.map(\.tenure?.value) == [43, 16])
    #expect(report.areas.count == 7)
    // The next one has no such day: its last one counts.
    #expect(try await Self.report("2010-2012").asOf == Day(2012, 6, 30))
  }

  @Test func r114_tenureFollowsTheDayAsked() async throws {
    // 2007-02 to 2010-06-30 and 2009-05 to 2010-06-30: the cycle's own last day.
    #expect(try await Self.report(asOf: Day(2010, 6, 30)).posts.map(\.tenure?.value) == [40, 13])
  }

  @Test func r16_seventyAndMoreThanSeventyStandSideBySide() async throws {
    let members = try await Self.report(asOf: NotePartnership.day).members
    #expect(members.counts.map(\.count.value) == [70, 70])
    #expect(members.counts.map(\.count.qualifier) == [.exact, .moreThan])
    #expect(members.disagreements.map(\.record) == ["dis-partners-2010"])
    #expect(!members.isLater)
    #expect(members.named == 0)
  }

  @Test func r16_aCountTakenAfterTheDayIsMarkedAsLater() async throws {
    let members = try await Self.report(asOf: Day(2010, 6, 30)).members
    #expect(members.isLater)
    #expect(members.counts.map(\.record) == ["pc-2010", "pc-2010-more"])
  }

  @Test func r115_partnersToAPost() async throws {
    let ratio = try await Self.report(asOf: NotePartnership.day).partnersPerPost
    #expect(ratio?.value == 35)
    #expect(ratio?.qualifier == .inferred)
  }

  @Test func r56_weaknessesNameWhoStatedThem() async throws {
    let weaknesses = try await Self.report(asOf: NotePartnership.day).weaknesses
    #expect(weaknesses.first?.record == "unc-funding")
    #expect(weaknesses.first?.isMain == true)
    #expect(weaknesses.first?.statedByName?[.fr] == "Groupe consultatif du Partenariat")
    // The note supposes a cause and says so: perhaps.
    let developing = weaknesses.first { $0.record == "unc-developing" }
    #expect(developing?.causes.map(\.strength) == ["possible"])
  }

  @Test func r118_theFallOfFundingHasItsCauses() async throws {
    let statements = try await Self.report().finance.statements
    let fell = statements.first { $0.record == "fs-funding-fell" }
    #expect(fell?.direction == "down")
    #expect(fell?.amount == nil)
    #expect(fell?.causes.map(\.record) == ["cause-crisis", "cause-other", "cause-treaty-money"])
    #expect(statements.first { $0.record == "fs-donors-diversified" }?.direction == "up")
  }

  @Test func r117_donorsRiseAndFundingFallsBySourceWhereNoSumIsKept() async throws {
    let comparison = try await NotePartnership.with {
      try CycleComparison.compare($0.cycle("2009-2010"), $0.cycle("2007-2008"), $0)
    }
    #expect(comparison.later.cycle == "cycle-2009-2010")
    #expect(comparison.later.donors == nil)
    #expect(comparison.trends.map(\.subject) == ["donors", "funding"])
    #expect(comparison.trends.map(\.movement) == [.up, .down])
    #expect(comparison.trends.map(\.statements) == [["fs-donors-diversified"], ["fs-funding-fell"]])
  }

  private static func gift(
    _ id: String, _ donor: String, _ sector: String, _ minor: Int, _ kind: Money.Kind = .cash, cycle: String
  ) -> Contribution {
    Contribution(
      id: .init(id), donor: donor, partner: nil, sector: sector,
      amount: Money(minor: minor, currency: "USD", kind: kind), valuation: kind == .inKind ? "declared" : nil,
      window: nil, cycle: cycle,
      earmark: nil,
      provenance: Provenance(["test"]))
  }

  @Test func r117_withSumsTheTrendIsComputed() async throws {
    let comparison = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      for gift in [
        Self.gift("a", "one", "public", 900, cycle: "cycle-2007-2008"),
        Self.gift("b", "one", "public", 300, cycle: "cycle-2009-2010"),
        Self.gift("c", "two", "private", 100, cycle: "cycle-2009-2010"),
      ] { try journal.append(gift, NotePartnership.secretariat) }
      return try CycleComparison.compare(
        connection.cycle("2007-2008"), connection.cycle("2009-2010"), connection)
    }
    #expect(comparison.earlier.totals == [CurrencyTotal(currency: "USD", minor: 900, largestShare: 100)])
    #expect(comparison.later.totals == [CurrencyTotal(currency: "USD", minor: 400, largestShare: 75)])
    #expect(comparison.trends.map(\.movement) == [.up, .down])
  }

  @Test func r119_sumsStandBySectorAndKind() async throws {
    let sums = try await NotePartnership.with { connection in
      let journal = try Journal(connection)
      for gift in [
        Self.gift("a", "one", "public", 900, cycle: "cycle-2009-2010"),
        Self.gift("b", "two", "public", 100, cycle: "cycle-2009-2010"),
        Self.gift("c", "three", "private", 50, .inKind, cycle: "cycle-2009-2010"),
      ] { try journal.append(gift, NotePartnership.secretariat) }
      return try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).finance.sums
    }
    #expect(sums.map(\.sector) == ["private", "public"])
    #expect(sums.map(\.kind) == ["in-kind", "cash"])
    #expect(sums.map(\.minor) == [50, 1000])
    #expect(sums.map(\.donors) == [1, 2])
    #expect(sums.map(\.records) == [["c"], ["a", "b"]])
  }

  @Test func r161_theJSONIsStableAndReadsBackTheSame() async throws {
    let (one, two) = try await (
      Self.report(asOf: NotePartnership.day), Self.report(asOf: NotePartnership.day)
    )
    #expect(one.json == two.json)
    #expect(
      one.json.hasPrefix(
        #"{"cycle":{"record":"cycle-2009-2010","period":{"since":"2009-01-01","until":"2010-06-30"},"months":18,"#
      ))
    let again = try JSONReader.read(Array(one.json.utf8)) { try ProgressReport(json: &$0) }
    #expect(again == one)
  }

  @Test func r161_theTableHasALineForEachRecord() async throws {
    let report = try await Self.report(asOf: NotePartnership.day)
    let rows = report.csv(in: .fr).split(separator: "\r\n")
    #expect(rows.count == report.lines.count + 1)
    #expect(rows[0] == "section,kind,record,text,value,unit,qualifier,as_of,source,verification")
    #expect(rows.contains { $0.hasPrefix("posts,post,p3-partnership,") && $0.contains(",16,month,") })
  }

  @Test func anOpenCycleNeedsADay() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        let open = Cycle(
          id: .init("cycle-open"), period: Period(since: When(2024, 1, 1)), report: nil, text: nil,
          provenance: Provenance(["test"]))
        _ = try ProgressReport.assemble(open, to: [], connection)
      }
    }
    #expect(refusal?.code == "open-cycle")
  }

  /// A post that was held until June is not held in September: not in the report, and not where options are compared.
  @Test func r114_aPostThatEndedIsCountedNoMore() async throws {
    let (report, facts) = try await NotePartnership.with { connection in
      var gone = try #require(try connection.one(Post.ID("p3-partnership")))
      gone.id = .init("gone")
      gone.grade = "P-5"
      gone.period = Period(since: When(2008), until: When(2010, 6))
      try Journal(connection).append(gone, NotePartnership.secretariat)
      let charter = try #require(try CharterBook().inForce(on: NotePartnership.day, connection))
      return (
        try Self.report("2009-2010", asOf: NotePartnership.day, connection),
        try Facts.of(charter, on: NotePartnership.day, connection)
      )
    }
    #expect(report.posts.map(\.grade) == ["P-4", "P-3"])
    #expect(report.staffing?.value == 2)
    #expect(report.partnersPerPost?.value == 35)
    #expect(facts.posts?.records == ["post/p4-interim", "post/p3-partnership"])
  }

  @Test func r115_beforeThereIsAPostNoneIsDividedBy() async throws {
    let report = try await NotePartnership.with {
      try ProgressReport.assemble($0.cycle("2009-2010"), to: [], asOf: Day(2007, 1, 31), $0)
    }
    #expect(report.posts.isEmpty)
    #expect(report.partnersPerPost == nil)
  }

  /// How sure the time of the secretariat is follows from the post that says least.
  @Test func r114_oneUnstatedShareMakesTheWholeAtMost() async throws {
    let staffing = try await NotePartnership.with { connection in
      var half = try #require(try connection.one(Post.ID("p3-partnership")))
      half.fullTimeShare = 0.5
      try Journal(connection).append(half, NotePartnership.secretariat, after: 1)
      return try Self.report("2009-2010", asOf: NotePartnership.day, connection).staffing
    }
    #expect(staffing?.value == 1.5)
    #expect(staffing?.qualifier == .atMost)
  }
}
