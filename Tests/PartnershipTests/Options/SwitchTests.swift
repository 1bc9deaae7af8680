import Acting
@testable import App
import Charters
@testable import Governance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Wording

/// The option in force changes by an act of who may decide it, from a day on, and the past stays as it was.
@Suite struct OptionSwitch {
  private static let book = CharterBook()
  private static let delegate = Intent("switch", by: "delegate", as: .member(of: "unea"), basis: "dec-option")
  private static let secretariat = Intent("switch", by: "officer", as: .secretariat, basis: "dec-option")

  private static func decision(
    _ id: String, by body: String, on subject: String = "option-in-force",
    outcome: Decision.Outcome = .decides,
    date: When = When(2024, 3, 1)
  ) -> Decision {
    Decision(
      id: .init(id), body: .init(body), session: nil, proposer: "advisory-group", outcome: outcome,
      subject: subject,
      clause: nil, legalBasis: nil, date: date, text: Translated(.en, "Example for the test."),
      provenance: Provenance(["A33"]), state: .taken)
  }

  /// Switches to an option in a store where the decisions are on record.
  private static func make(
    _ option: String, since: Day, _ decisions: [Decision], named: [String]? = nil,
    as intent: Intent = secretariat,
    in connection: any Connection
  ) throws {
    let journal = try Journal(connection)
    for decision in decisions { try journal.append(decision, secretariat) }
    try LinkageSwitch.make(
      to: option, since: since, decisions: named ?? decisions.map(\.id.text), intent, connection)
  }

  private static func addressees(on day: Day, _ connection: any Connection) throws -> [String: String?] {
    let charter = try book.needed(on: day, connection)
    let lines = try AddresseeLine.lines(of: charter, connection)
    return Dictionary(lines.map { ($0.part, $0.body) }) { first, _ in first }
  }

  private static func refusal(
    _ body: @escaping @Sendable (any Connection) throws -> Void
  ) async throws -> String? {
    try await FoundedPartnership.with { partnership in
      do {
        try await partnership.database.write(body)
        return nil
      } catch let refusal as Refusal { return refusal.sentence }
    }
  }

  @Test func fromTheDayOnReportsGoToTheConference() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try Self.make(
          "1", since: Day(2024, 6, 1),
          [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")],
          in: connection)
        #expect(try Self.addressees(on: Day(2024, 5, 31), connection) == ["default": "unep-ed"])
        #expect(try Self.addressees(on: Day(2024, 6, 1), connection) == ["default": "cop"])
        // The view of an earlier day is as it was (R159).
        #expect(try Self.addressees(on: Day(2010, 9, 22), connection) == ["default": "unep-ed"])
      }
    }
  }

  @Test func aCombinationSendsEachPartItsWay() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try Self.make(
          "3", since: Day(2024, 6, 1),
          [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")],
          in: connection)
        #expect(
          try Self.addressees(on: Day(2024, 6, 1), connection)
            == ["default": "unep-ed", "information-exchange": "cop", "results": "cop"])
      }
    }
  }

  @Test func aReportHandedOverKeepsItsAddressee() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try ReportSent.sending.carryOut(
          .init(cycle: .init("cycle-2022-2023"), on: Day(2024, 1, 10)),
          Occasion(Self.secretariat, under: Self.book, today: .today, connection))
        let before = try connection.all(ReportSent.self)
        try Self.make(
          "1", since: Day(2024, 6, 1),
          [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")],
          in: connection)
        let after = try connection.all(ReportSent.self)
        #expect(after == before)
        #expect(after.map(\.addressee.text) == ["unep-ed"])
        let later = try Self.book.needed(on: Day(2024, 6, 1), connection)
        let preview = try SwitchPreview.preview(
          later, to: later.option("2"), Facts.of(later, on: Day(2024, 6, 1), connection), on: Day(2024, 6, 1))
        #expect(preview.reportsSent == ["report-sent/cycle-2022-2023-default-to-unep-ed"])
      }
    }
  }

  @Test func theWayBackTakesTheMandatingBodyAlone() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try Self.make(
          "1", since: Day(2024, 6, 1),
          [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")],
          in: connection)
        try Self.make(
          "2", since: Day(2025, 6, 1), [Self.decision("dec-back", by: "unea")], as: Self.delegate,
          in: connection)
        #expect(try Self.addressees(on: Day(2024, 12, 31), connection) == ["default": "cop"])
        #expect(try Self.addressees(on: Day(2025, 6, 1), connection) == ["default": "unep-ed"])
        #expect(try connection.linkageSwitches(of: "gmp").map(\.before) == ["independent", "formal-link"])
      }
    }
  }

  /// The edition of 2020 says its own linkage: what was decided under the one before does not outlive it.
  @Test func aLaterEditionEndsASwitch() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try Self.make(
          "1", since: Day(2018, 6, 1),
          [
            Self.decision("dec-gc", by: "unep-gc", date: When(2018, 1, 1)),
            Self.decision("dec-cop", by: "cop", date: When(2018, 1, 1)),
          ], in: connection)
        #expect(try Self.addressees(on: Day(2019, 1, 1), connection) == ["default": "cop"])
        #expect(try Self.addressees(on: Day(2021, 1, 1), connection) == ["default": "unep-ed"])
      }
    }
  }

  @Test func theJournalStillMakesTheTables() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        try Self.make(
          "1", since: Day(2024, 6, 1),
          [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")], in: connection)
      }
      #expect(try await partnership.differences { _ in } == [])
    }
  }

  // MARK: What is refused, and in which words

  @Test func whoMayNotDecideIsTold() async throws {
    let told = try await Self.refusal { connection in
      try Self.make(
        "1", since: Day(2024, 6, 1),
        [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")],
        as: Intent("switch", by: "lead", as: .lead(of: "gold"), basis: ""), in: connection)
    }
    #expect(
      told
        == "lead:gold may not switch linkage-switch gmp-formal-link-2024-06-01; the secretariat, a member of unea or a member of cop may"
    )
  }

  @Test func aFormalTieTakesTheConferencesDecisionToo() async throws {
    let told = try await Self.refusal { connection in
      try Self.make("1", since: Day(2024, 6, 1), [Self.decision("dec-unea", by: "unea")], in: connection)
    }
    #expect(told == "no decision of cop is named; a formal tie needs one of each: unea, cop")
  }

  @Test func takingNoteDecidesNothing() async throws {
    let told = try await Self.refusal { connection in
      try Self.make(
        "1", since: Day(2024, 6, 1),
        [
          Self.decision("dec-unea", by: "unea", outcome: .takesNote),
          Self.decision("dec-cop", by: "cop"),
        ], in: connection)
    }
    #expect(
      told
        == "dec-unea takes-note on option-in-force and is taken; a switch needs a decision on option-in-force that was taken"
    )
  }

  @Test func aBodyThatDoesNotExistYetCannotBeTiedTo() async throws {
    let told = try await Self.refusal { connection in
      try Self.make("1", since: Day(2011, 1, 1), [], in: connection)
    }
    #expect(
      told
        == "option 1 ties the partnership to cop or subsidiary-body, which does not exist on 2011-01-01; it exists from 2017-09-24"
    )
  }

  @Test func nothingTakesEffectBeforeItIsDecided() async throws {
    let told = try await Self.refusal { connection in
      try Self.make(
        "1", since: Day(2024, 2, 1),
        [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")], in: connection)
    }
    #expect(told == "dec-unea is of 2024-03-01; the switch cannot take effect on 2024-02-01, before it")
  }

  @Test func anUnknownDecisionAndTheOptionInForceAreRefused() async throws {
    #expect(
      try await Self.refusal { try Self.make("1", since: Day(2024, 6, 1), [], named: ["none"], in: $0) }
        == "there is no decision “none”")
    #expect(
      try await Self.refusal { try Self.make("2", since: Day(2024, 6, 1), [], in: $0) }
        == "option 2 (independent) is in force on 2024-06-01; choose another one")
  }

  @Test func whatWasNotTakenSwitchesNothing() async throws {
    let told = try await Self.refusal { connection in
      var proposed = Self.decision("dec-unea", by: "unea")
      proposed.state = .proposed
      try Self.make(
        "1", since: Day(2024, 6, 1), [proposed, Self.decision("dec-cop", by: "cop")], in: connection)
    }
    #expect(
      told
        == "dec-unea decides on option-in-force and is proposed; a switch needs a decision on option-in-force that was taken"
    )
  }

  @Test func aDecisionOnSomethingElseSwitchesNothing() async throws {
    let told = try await Self.refusal { connection in
      try Self.make(
        "1", since: Day(2024, 6, 1),
        [Self.decision("dec-unea", by: "unea", on: "structure"), Self.decision("dec-cop", by: "cop")],
        in: connection)
    }
    #expect(
      told
        == "dec-unea decides on structure and is taken; a switch needs a decision on option-in-force that was taken"
    )
  }

  @Test func aSwitchComesAfterTheLastOne() async throws {
    let told = try await Self.refusal { connection in
      try Self.make(
        "1", since: Day(2024, 6, 1),
        [Self.decision("dec-unea", by: "unea"), Self.decision("dec-cop", by: "cop")], in: connection)
      try Self.make("2", since: Day(2024, 6, 1), [Self.decision("dec-back", by: "unea")], in: connection)
    }
    #expect(told == "option formal-link was put in force on 2024-06-01; the next switch comes after that")
  }

  /// The treaty is in force from 16 August 2017, and with it a body that no record dates; the Conference met later.
  @Test func aBodyIsThereFromThePhaseThatBringsIt() async throws {
    let decisions = ["unep-gc", "cop"].map { Self.decision("dec-\($0)", by: $0, date: When(2017, 8, 1)) }
    #expect(try await Self.refusal { try Self.make("1", since: Day(2017, 9, 1), decisions, in: $0) } == nil)
    #expect(
      try await Self.refusal { try Self.make("1", since: Day(2017, 8, 15), decisions, in: $0) }
        == "option 1 ties the partnership to cop or subsidiary-body, which does not exist on 2017-08-15; it exists from 2017-09-24"
    )
  }
}
