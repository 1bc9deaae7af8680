import Acting
@testable import App
import Charters
@testable import Finance
import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Wording

/// How the work is to be paid for is examined; what was promised comes in; partners work in more areas than one.
@Suite struct ExaminationRequirements {
  @Test func r129_theQuestionOfTheNoteIsOnRecordAndOpen() async throws {
    let lines = try await FoundedPartnership.read { connection in
      try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).finance.examinations
    }
    #expect(lines.map(\.record) == ["examine-gmp"])
    #expect(lines.map(\.state) == ["open"])
    #expect(lines.map(\.conclusion) == [nil])
    #expect(lines.map(\.provenance.source) == [["N4d", "A38", "A42"]])
  }

  @Test func r129_nothingIsConcludedWithoutAConclusion() async throws {
    let refusal = await #expect(throws: Refusal.self) {
      try await FoundedPartnership.with {
        try await $0.move(
          FinanceExamination.self, "examine-gmp", by: "conclude",
          Intent("conclude", by: "ana", as: .secretariat))
      }
    }
    #expect(refusal?.code == "no-original")
    #expect(refusal?.field == "conclusion")
  }

  @Test func r129_aConclusionShowsFromItsDay() async throws {
    let lines = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        var examination = try #require(try connection.one(FinanceExamination.ID("examine-gmp")))
        examination.conclusion = Translated(.en, "From several windows")
        examination.concludedBy = "advisory-group"
        examination.concluded = When(2012, 3, 1)
        examination.state = .concluded
        try Journal(connection).append(examination, NotePartnership.secretariat, after: 1)
      }
      return try await partnership.database.read { connection in
        try [Day(2012, 2, 29), Day(2012, 3, 1)].map { day in
          try ProgressReport.assemble(connection.cycle("2010-2012"), to: [], asOf: day, connection).finance
            .examinations.map { "\($0.state) \($0.conclusion?[.en] ?? "-")" }
        }
      }
    }
    #expect(lines == [["open -"], ["concluded From several windows"]])
  }

  @Test func r123_aVoluntaryFundTakesContributionsOfEverySector() async throws {
    let (fund, sums) = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for sector in ["public", "private", "civil-society"] {
          try journal.append(
            Contribution(
              id: .init("gift-\(sector)"), donor: sector, partner: nil, sector: sector,
              amount: Money(minor: 100, currency: "USD"), valuation: nil, window: .init("voluntary-fund"),
              cycle: "cycle-2009-2010", earmark: nil, provenance: Provenance(["test"])),
            NotePartnership.secretariat)
        }
        return (
          try #require(try connection.one(Window.ID("voluntary-fund"))),
          try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).finance.sums
        )
      }
    }
    #expect(fund.form == "voluntary")
    #expect(fund.donors == ["any"])
    #expect(fund.isBeyondParties == true)
    #expect(sums.map(\.sector).sorted() == ["civil-society", "private", "public"])
    #expect(sums.map(\.minor) == [100, 100, 100])
  }

  private static func pledge() -> Pledge {
    Pledge(
      id: .init("p"), donor: "Japan", partner: nil, amount: Money(minor: 50_000, currency: "USD"),
      promised: When(2010), due: nil, paid: 0, window: nil, cycle: nil, earmark: nil,
      provenance: Provenance(["test"]), state: .agreed)
  }

  @Test(arguments: [0, -1, 50_001]) func aPaymentIsWithinWhatIsOutstanding(minor: Int) throws {
    let refusal = #expect(throws: Refusal.self) {
      try Self.pledge().paying(minor)
    }
    #expect(
      refusal?.sentence
        == "of p 500.00 USD are outstanding; a payment is more than nothing and no more than that")
  }

  @Test func anAdmittedPartnerJoinsASecondArea() async throws {
    let (preview, kept) = try await FoundedPartnership.with { partnership in
      try await partnership.database.write {
        _ = try Journal($0).append(
          try PartnerRequirements.partner("japan", areas: ["waste"]), NotePartnership.secretariat)
      }
      let intent = Intent("join", by: "mia", as: .lead(of: "supply"))
      return (
        try await partnership.join(partner: "japan", area: "supply", intent, preview: Preview()),
        try await partnership.join(partner: "japan", area: "supply", intent)
      )
    }
    #expect(preview == ["waste", "supply"])
    #expect(kept == ["waste", "supply"])
  }

  @Test func whoMayNotJoinIsToldWhy() async throws {
    func sentence(
      _ area: String, _ capacity: Capacity, _ state: Partner.State = .admitted
    ) async throws -> String? {
      let partner = try PartnerRequirements.partner("japan", areas: ["waste"], state: state)
      let charter = NoteCharter.reading("2010").charter
      return await #expect(throws: Refusal.self) {
        try await NotePartnership.with {
          try partner.done("join", as: capacity, under: charter, given: ["area": area], $0)
        }
      }?.sentence
    }
    #expect(try await sentence("waste", .secretariat) == "japan is in waste already")
    #expect(
      try await sentence("gold", .secretariat, .applied)
        == "japan is applied; a partner joins an area once it is admitted")
    #expect(
      try await sentence("gold", .lead(of: "waste"))
        == "lead:waste may not join partner japan; the secretariat, the focal point of japan or a lead of gold may"
    )
    #expect(
      try await sentence("silver", .secretariat)
        == "the charter gmp 2010 has no area “silver”; it has gold, chlor-alkali, fate-and-transport, products, coal, waste, supply"
    )
  }

  /// Who concluded it, what and when stand in its record.
  @Test func r129_aConclusionSaysWhoseItIs() async throws {
    let concluded = try await NotePartnership.with { connection in
      let occasion = Occasion(
        NotePartnership.secretariat, under: CharterBook(), today: Day(2012, 3, 4), connection)
      return try FinanceExamination.concluding.carryOut(
        on: .init("examine-gmp"), .init(conclusion: Translated(.en, "It may pay."), by: "unea"), occasion
      ).record
    }
    #expect(concluded.conclusion?[.en] == "It may pay.")
    #expect(concluded.concludedBy == "unea")
    #expect(concluded.concluded == When(2012, 3, 4))
    #expect(concluded.state == .concluded)
  }
}
