import Kernel
import Testing

@testable import Charters

/// Which money is open to what, and what gap it leaves (A38).
@Suite struct ConsequenceMoney {
  /// Needs of 100, 50 and 20 thousand dollars: binding, voluntary and of no nature on record.
  private static var facts: Facts {
    var facts = NoteFacts.facts
    facts.phases = [
      "minamata": [.init("negotiating", since: Day(2010, 6, 7)), .init("in-force", since: Day(2010, 9, 1))]
    ]
    facts.work = [
      .init(record: "activity/a", areas: ["gold"], stream: "technical-assistance", nature: "binding"),
      .init(record: "activity/b", areas: ["gold"], stream: "results", nature: "voluntary-collective"),
    ]
    facts.needs = [
      .init(
        record: "priority-action/a", area: "gold", stream: "technical-assistance", nature: "binding",
        need: Amount(minor: 10_000_000, currency: "USD"), secured: nil),
      .init(
        record: "priority-action/b", area: "gold", stream: "results", nature: "voluntary-collective",
        need: Amount(minor: 5_000_000, currency: "USD"), secured: Amount(minor: 1_000_000, currency: "USD")),
      .init(
        record: "priority-action/c", area: "waste", nature: nil,
        need: Amount(minor: 2_000_000, currency: "USD"),
        secured: nil),
    ]
    facts.received = [
      .init(
        record: "contribution/m", window: "treaty-mechanism", earmark: nil,
        amount: Amount(minor: 6_000_000, currency: "USD")),
      .init(
        record: "contribution/x", window: "unep-extrabudgetary", earmark: "gold",
        amount: Amount(minor: 1_500_000, currency: "USD")),
      .init(
        record: "contribution/k", window: "in-kind", earmark: "gold",
        amount: Amount(minor: 900_000, currency: "USD", isInKind: true)),
    ]
    return facts
  }

  private static func line(_ option: String, _ part: String, _ nature: String?) throws -> NatureMoney {
    let consequences = try NoteFacts.option(option, nil, facts)
    return try #require(consequences.part(part)?.money.first { $0.nature == nature })
  }

  @Test func whereNoAmountIsOnRecordNoneStands() throws {
    for option in ["1", "2", "3"] {
      let gold = try #require(try NoteFacts.option(option).part("gold"))
      for question in [Question.need, .secured, .pledged, .received, .gap] {
        #expect(gold.cell(question)?.standing == .notStated)
        #expect(gold.cell(question)?.amounts == [])
      }
    }
  }

  /// The mechanism is tied to mandatory measures and to entry into force, not to the linkage (A38).
  @Test func theMechanismPaysForBindingMeasuresOnceInForce() throws {
    let binding = try Self.line("1", "gold", "binding")
    #expect(binding.windows.map(\.phase) == ["negotiating", "adopted", "in-force"])
    #expect(binding.windows.map(\.open) == [[], [], ["treaty-mechanism"]])
    let voluntary = try Self.line("1", "gold", "voluntary-collective")
    #expect(voluntary.windows.map(\.open) == Array(repeating: ["unep-extrabudgetary", "in-kind"], count: 3))
    #expect(
      voluntary.windows.map(\.proposed) == Array(repeating: ["complementary", "voluntary-fund"], count: 3))
  }

  /// Option 2 names its means (A35): the mechanism is none of them.
  @Test func anOptionThatNamesItsMeansOpensThoseAlone() throws {
    #expect(try Self.line("2", "gold", "binding").windows.map(\.open) == [[], [], []])
    let cell = try #require(try NoteFacts.option("2", nil, Self.facts).part("gold")?.cell(.money))
    #expect(cell.values == [["unep-extrabudgetary"], ["in-kind"]])
    #expect(cell.reasons.first?.source == ["A35"])
  }

  /// 170 needed, 60 from the mechanism for the binding 100, 15 from the fund for the voluntary 50: 40 + 35 + 20 lack.
  @Test func theGapIsCostLessMechanismLessOthers() throws {
    let whole = try #require(try NoteFacts.option("1", nil, Self.facts).part("default"))
    let binding = try #require(whole.money.first { $0.nature == "binding" })
    #expect(binding.fromMechanism == [Amount(minor: 6_000_000, currency: "USD")])
    #expect(binding.gap == [Amount(minor: 4_000_000, currency: "USD")])
    let voluntary = try #require(whole.money.first { $0.nature == "voluntary-collective" })
    #expect(
      voluntary.fromOthers == [
        Amount(minor: 1_500_000, currency: "USD"), Amount(minor: 900_000, currency: "USD", isInKind: true),
      ])
    // What was given in kind fills no gap in money.
    #expect(voluntary.gap == [Amount(minor: 3_500_000, currency: "USD")])
    #expect(whole.money.last?.nature == nil)
    #expect(whole.money.last?.gap == [Amount(minor: 2_000_000, currency: "USD")])
    #expect(whole.cell(.gap)?.amounts == [Amount(minor: 9_500_000, currency: "USD")])
  }

  @Test func underOption2TheMechanismCoversNothing() throws {
    let whole = try #require(try NoteFacts.option("2", nil, Self.facts).part("default"))
    #expect(whole.cell(.gap)?.amounts == [Amount(minor: 15_500_000, currency: "USD")])
  }

  /// Before entry into force nothing of the mechanism counts, even if a record says that it gave.
  @Test func theGapFollowsThePhase() throws {
    var facts = Self.facts
    facts.phases = ["minamata": [.init("negotiating", since: Day(2010, 6, 7))]]
    let whole = try #require(try NoteFacts.option("1", nil, facts).part("default"))
    #expect(whole.cell(.gap)?.amounts == [Amount(minor: 15_500_000, currency: "USD")])
  }

  @Test func whatIsBoundToAnAreaIsThatAreas() throws {
    let gold = try #require(try NoteFacts.option("1", nil, Self.facts).part("gold"))
    #expect(
      gold.cell(.received)?.amounts == [
        Amount(minor: 1_500_000, currency: "USD"), Amount(minor: 900_000, currency: "USD", isInKind: true),
      ])
    #expect(gold.cell(.need)?.amounts == [Amount(minor: 15_000_000, currency: "USD")])
    #expect(gold.cell(.secured)?.amounts == [Amount(minor: 1_000_000, currency: "USD")])
    #expect(try NoteFacts.option("1", nil, Self.facts).part("coal")?.cell(.received)?.standing == .notStated)
  }

  /// Two windows, one that may pay for both natures and one for the first alone: the narrow one pays first.
  @Test func theNarrowWindowPaysFirst() throws {
    var facts = Self.facts
    facts.received = [
      .init(
        record: "contribution/x", window: "unep-extrabudgetary", earmark: nil,
        amount: Amount(minor: 5_000_000, currency: "USD")),
      .init(
        record: "contribution/m", window: "treaty-mechanism", earmark: nil,
        amount: Amount(minor: 10_000_000, currency: "USD")),
    ]
    let charter = try NoteFacts.charter(
      replacing: "pays: {value: [voluntary-collective, interim], basis: implied}\n      main-donors",
      with: "pays: {value: [binding, voluntary-collective, interim], basis: implied}\n      main-donors")
    let whole = try #require(try NoteFacts.option("1", charter, facts).part("default"))
    #expect(whole.cell(.gap)?.amounts == [Amount(minor: 2_000_000, currency: "USD")])
  }

  @Test func currenciesAreNeverAddedUp() throws {
    var facts = Self.facts
    facts.needs.append(
      .init(
        record: "priority-action/d", area: "gold", nature: "binding",
        need: Amount(minor: 700, currency: "EUR"), secured: nil))
    let whole = try #require(try NoteFacts.option("1", nil, facts).part("default"))
    #expect(
      whole.cell(.gap)?.amounts == [
        Amount(minor: 700, currency: "EUR"), Amount(minor: 9_500_000, currency: "USD"),
      ])
  }
}
