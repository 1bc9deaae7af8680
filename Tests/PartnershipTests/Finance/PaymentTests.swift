@testable import App
import Charters
@testable import Finance
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing
import Wording

/// What comes in of a pledge is on record twice, as paid and as a contribution, and is counted once.
@Suite struct PaymentTests {
  private static let intent = Intent("pay", by: "ana", as: .secretariat)
  private static let day = Day(2010, 5, 3)

  private static func pledge(
    _ money: Money = Money(minor: 50_000, currency: "USD"), cycle: String? = nil, paid: Int = 0,
    partner: String? = nil
  ) -> Pledge {
    Pledge(
      id: .init("p"), donor: "Japan", partner: partner.map { .init($0) }, amount: money,
      promised: When(2010), due: nil, paid: paid, window: .init("unep-extrabudgetary"), cycle: cycle,
      earmark: .init("gold"), provenance: Provenance(["test"]), state: paid > 0 ? .partReceived : .agreed)
  }

  private static func with<T: Sendable>(
    _ pledge: Pledge = pledge(), _ body: @Sendable (App.Partnership) async throws -> T
  ) async throws -> T {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        if pledge.partner != nil {
          try journal.append(
            try PartnerRequirements.partner("japan", country: "JP"), NotePartnership.secretariat)
        }
        try journal.append(pledge, NotePartnership.secretariat)
      }
      return try await body(partnership)
    }
  }

  private static func contributions(_ partnership: App.Partnership) async throws -> [Contribution] {
    try await partnership.database.read { try $0.all(Contribution.self, "ORDER BY id") }
  }

  @Test func aPaymentMovesThePledgeAndAPreviewDoesNot() async throws {
    let (steps, kept) = try await Self.with { partnership in
      let steps = [
        try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent, preview: Preview()),
        try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent),
        try await partnership.pay(pledge: "p", "300.00", on: Self.day, Self.intent),
      ]
      return (steps, try await Self.contributions(partnership))
    }
    #expect(steps.map(\.state) == ["part-received", "part-received", "received"])
    #expect(steps.map(\.paid) == ["200.00 USD", "200.00 USD", "500.00 USD"])
    #expect(steps.map(\.outstanding) == ["300.00 USD", "300.00 USD", "0.00 USD"])
    #expect(kept.map(\.id.text) == ["p-payment-2", "p-payment-3"])
    #expect(kept.map(\.amount.minor) == [20_000, 30_000])
  }

  @Test func theContributionSaysWhatThePledgeSays() async throws {
    let gift = try await Self.with(Self.pledge(partner: "japan")) { partnership in
      _ = try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent)
      return try #require(try await Self.contributions(partnership).first)
    }
    #expect(gift.donor == "Japan")
    #expect(gift.partner?.text == "japan")
    #expect(gift.sector == "public")
    #expect(gift.window?.text == "unep-extrabudgetary")
    #expect(gift.earmark?.text == "gold")
    #expect(gift.cycle == "cycle-2009-2010")
    #expect(gift.received == When(2010, 5, 3))
    #expect(gift.pledge?.text == "p")
  }

  @Test func whatNobodyKnowsIsNotMadeUp() async throws {
    let gift = try await Self.with { partnership in
      _ = try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent)
      return try #require(try await Self.contributions(partnership).first)
    }
    #expect(gift.sector == "not-stated")
  }

  @Test func aDayBetweenCyclesAsksForOne() async throws {
    let (refusal, kept) = try await Self.with { partnership in
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.pay(
          pledge: "p", "200", on: Day(2015, 1, 1), Self.intent)
      }
      _ = try await partnership.pay(
        pledge: "p", "100", on: Day(2015, 1, 1), cycle: "2010-2012", Self.intent)
      return (refusal, try await Self.contributions(partnership))
    }
    #expect(refusal?.sentence == "pledge p names no cycle and none runs on 2015-01-01; give --cycle")
    // The refused payment left the pledge as it was: the next is its first.
    #expect(kept.map { "\($0.id) \($0.cycle)" } == ["p-payment-2 cycle-2010-2012"])
  }

  @Test func aPledgeCountsInItsOwnCycle() async throws {
    let (refusal, kept) = try await Self.with(Self.pledge(cycle: "cycle-2009-2010")) { partnership in
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.pay(
          pledge: "p", "100", on: Self.day, cycle: "2010-2012", Self.intent)
      }
      _ = try await partnership.pay(
        pledge: "p", "100", on: Day(2015, 1, 1), Self.intent)
      return (refusal, try await Self.contributions(partnership))
    }
    #expect(refusal?.sentence == "pledge p counts in cycle-2009-2010; leave --cycle out")
    #expect(kept.map(\.cycle) == ["cycle-2009-2010"])
  }

  @Test func aCurrencyWithoutHundredthsIsPaidInItsOwnUnits() async throws {
    let (payment, kept, refusal) = try await Self.with(Self.pledge(Money(minor: 50_000, currency: "JPY"))) {
      partnership in
      let payment = try await partnership.pay(
        pledge: "p", "20000", on: Self.day, Self.intent)
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.pay(pledge: "p", "0.50", on: Self.day, Self.intent)
      }
      return (payment, try await Self.contributions(partnership), refusal)
    }
    #expect(payment.paid == "20000 JPY")
    #expect(payment.outstanding == "30000 JPY")
    #expect(kept.map(\.amount.minor) == [20_000])
    #expect(refusal?.sentence == "“0.50” is no amount of JPY; write it as 25000")
  }

  @Test func whatIsGivenInKindSaysHowItWasValued() async throws {
    let inKind = Self.pledge(Money(minor: 50_000, currency: "USD", kind: .inKind))
    let (refusal, kept) = try await Self.with(inKind) { partnership in
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent)
      }
      _ = try await partnership.pay(
        pledge: "p", "200", on: Self.day, valuation: "declared", Self.intent)
      return (refusal, try await Self.contributions(partnership))
    }
    #expect(refusal?.code == "valuation")
    #expect(kept.map(\.valuation) == ["declared"])
  }

  /// Of 500 promised, 200 came in: the report has 200 in cash, the options 200 received and 300 still to come.
  @Test func reportAndOptionsCountAPaymentOnce() async throws {
    let (sums, received, pledged) = try await Self.with { partnership in
      _ = try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent)
      return try await partnership.database.read { connection in
        let charter = try #require(NoteCharter.reading("2010").charter)
        let facts = try Facts.of(charter, on: Day(2010, 6, 1), connection)
        return (
          try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection).finance.sums,
          facts.received, facts.pledges
        )
      }
    }
    #expect(sums.map { "\($0.sector) \($0.kind) \($0.minor)" } == ["not-stated cash 20000"])
    #expect(
      received.map { "\($0.record) \($0.amount.minor) \($0.earmark ?? "")" } == [
        "contribution/p-payment-2 20000 gold"
      ])
    #expect(pledged.map { "\($0.record) \($0.amount.minor)" } == ["pledge/p 30000"])
  }

  /// 120 were paid before payments were kept as contributions; then 200 come in. The window holds 320 and not 520.
  @Test func whatWasPaidBeforeIsHeldOnce() async throws {
    let balances = try await Self.with(Self.pledge(paid: 12_000)) { partnership in
      func held() async throws -> WindowBalance {
        try await partnership.database.read {
          try $0.windowLedger(cycles: $0.cycleStarts()).balance(
            of: "unep-extrabudgetary", in: "USD", on: Day(2010, 6, 1))
        }
      }
      let before = try await held()
      _ = try await partnership.pay(pledge: "p", "200", on: Self.day, Self.intent)
      return [before, try await held()]
    }
    #expect(balances.map(\.held) == [12_000, 32_000])
    #expect(
      balances.map { $0.gifts.map(\.record) } == [["pledge/p"], ["contribution/p-payment-2", "pledge/p"]])
    #expect(balances[1].reserves.map { "\($0.area) \($0.given)" } == ["gold 32000"])
  }
}
