@testable import Finance
import Kernel
import Testing

/// What a window holds, by hand. Amounts are cents.
@Suite struct WindowBalanceTests {
  private typealias Gift = WindowBalance.Gift
  private typealias Payment = WindowBalance.Payment

  private static let goldAndFree = [Gift("g", 60_00, for: "gold"), Gift("f", 40_00)]

  private static func left(_ balance: WindowBalance) -> [String] {
    balance.reserves.map { "\($0.area) \($0.given) \($0.used) \($0.left)" }
  }

  @Test func nothingCameInAndNothingIsAllocated() {
    let balance = WindowBalance([], [])
    #expect(balance.held == 0)
    #expect(balance.allocated == 0)
    #expect(balance.free == 0)
    #expect(balance.reserves == [])
    #expect(balance.available(for: ["gold"]) == 0)
  }

  @Test func r124_earmarkedMoneyIsAvailableToItsAreaAlone() {
    let balance = WindowBalance(Self.goldAndFree, [])
    #expect(balance.held == 100_00)
    #expect(balance.free == 40_00)
    #expect(Self.left(balance) == ["gold 6000 0 6000"])
    #expect(balance.available(for: ["gold"]) == 100_00)
    #expect(balance.available(for: ["waste"]) == 40_00)
    // What cuts across all areas has none whose earmark it may use.
    #expect(balance.available(for: []) == 40_00)
  }

  @Test func r124_anAreaUsesItsEarmarkFirstAndThenWhatIsFree() {
    let some = WindowBalance(Self.goldAndFree, [Payment("p", 50_00, for: ["gold"])])
    #expect(some.free == 40_00)
    #expect(Self.left(some) == ["gold 6000 5000 1000"])
    let more = WindowBalance(Self.goldAndFree, [Payment("p", 70_00, for: ["gold"])])
    #expect(more.free == 30_00)
    #expect(Self.left(more) == ["gold 6000 6000 0"])
    #expect(more.reserves[0].gifts == ["g"])
    #expect(more.reserves[0].payments == ["p"])
    #expect(more.gifts.map(\.record) == ["g", "f"])
    #expect(more.payments.map(\.record) == ["p"])
  }

  @Test func exactlyAllMayGoAndOneCentMoreIsMissing() {
    #expect(WindowBalance(Self.goldAndFree, [Payment("p", 100_00, for: ["gold"])]).missing == 0)
    #expect(WindowBalance(Self.goldAndFree, [Payment("p", 100_01, for: ["gold"])]).missing == 1)
    #expect(WindowBalance(Self.goldAndFree, [Payment("p", 40_00, for: ["waste"])]).missing == 0)
    #expect(WindowBalance(Self.goldAndFree, [Payment("p", 40_01, for: ["waste"])]).missing == 1)
  }

  @Test func theOrderOfPaymentsChangesNothing() {
    let gifts = Self.goldAndFree
    let waste = Payment("w", 40_00, for: ["waste"])
    let gold = Payment("g", 60_00, for: ["gold"])
    for payments in [[waste, gold], [gold, waste]] {
      let balance = WindowBalance(gifts, payments)
      #expect(balance.missing == 0)
      #expect(balance.free == 0)
      #expect(Self.left(balance) == ["gold 6000 6000 0"])
    }
  }

  @Test func twoEarmarksAreKeptApart() {
    let gifts = [Gift("a", 30_00, for: "gold"), Gift("b", 20_00, for: "waste"), Gift("c", 5_00, for: "gold")]
    let balance = WindowBalance(gifts, [Payment("p", 35_00, for: ["gold"])])
    #expect(balance.free == 0)
    #expect(Self.left(balance) == ["gold 3500 3500 0", "waste 2000 0 2000"])
    #expect(balance.available(for: ["gold"]) == 0)
    #expect(balance.available(for: ["waste"]) == 20_00)
    #expect(balance.available(for: ["gold", "waste"]) == 20_00)
  }

  /// 100 for gold, 100 for waste. An activity of both takes 100; gold then takes 100: the activity's share comes from waste.
  @Test(arguments: [true, false]) func anActivityOfTwoAreasGivesWayWhereItCan(isFirst: Bool) {
    let gifts = [Gift("a", 100_00, for: "gold"), Gift("b", 100_00, for: "waste")]
    let both = Payment("both", 100_00, for: ["gold", "waste"])
    let gold = Payment("gold", 100_00, for: ["gold"])
    let balance = WindowBalance(gifts, isFirst ? [both, gold] : [gold, both])
    #expect(balance.missing == 0)
    #expect(balance.reserves.map(\.payments) == [["gold"], ["both"]])
    #expect(WindowBalance(gifts, [both]).available(for: ["gold"]) == 100_00)
  }

  /// A chain: gold–waste gives way to gold, waste–coal to it, and coal's earmark pays in the end.
  @Test func givingWayGoesOnFromAreaToArea() {
    let gifts = ["gold", "waste", "coal"].map { (area: String) in Gift("g-\(area)", 10_00, for: area) }
    let payments = [
      Payment("1", 10_00, for: ["gold", "waste"]), Payment("2", 10_00, for: ["waste", "coal"]),
      Payment("3", 10_00, for: ["gold"]),
    ]
    let balance = WindowBalance(gifts, payments)
    #expect(balance.missing == 0)
    #expect(
      balance.reserves.map { "\($0.area) \($0.payments)" } == [
        "coal [\"2\"]", "gold [\"3\"]", "waste [\"1\"]",
      ])
  }

  @Test func whatWasPaidBackIsThereNoMore() {
    let balance = WindowBalance(
      [Gift("a", 10_00, for: "gold"), Gift("b", -15_00, for: "gold"), Gift("c", 8_00)], [])
    #expect(balance.held == 3_00)
    #expect(balance.free == 3_00)
    #expect(Self.left(balance) == ["gold 0 0 0"])
  }

  @Test func aCraftedAmountStopsNothing() {
    let balance = WindowBalance(
      [Gift("a", .max), Gift("b", .max), Gift("c", .max, for: "gold"), Gift("d", .max, for: "gold")],
      [Payment("p", .max, for: ["waste"]), Payment("q", .max, for: ["waste"])])
    #expect(balance.held == .max)
    #expect(balance.free == -.max)
    #expect(balance.missing == .max)
  }

  /// What came in stands by its record and what was allocated by its day, wherever a balance is told.
  @Test func aBalanceTellsWhatItRestsOnInOrder() {
    var account = WindowAccount()
    for record in ["b", "a", "c"] {
      account.gifts[record] = .init(since: nil, until: nil, value: .init(record, 10))
    }
    for (record, day) in [("y", 2), ("z", 1), ("x", 2)] {
      account.payments[record] = .init(since: Day(2010, 1, day), until: nil, value: .init(record, 5, for: []))
    }
    let balance = account.balance(on: Day(2010, 2, 1))
    #expect(balance.gifts.map(\.record) == ["a", "b", "c"])
    #expect(balance.payments.map(\.record) == ["z", "x", "y"])
  }
}
