public import Kernel
internal import Registry
public import Store
internal import Workplan

extension WindowLedger {
  /// What one window held in one currency on a day.
  ///
  /// - Parameter allocation: one that is left out, as if it were not.
  public func balance(
    of window: String, in currency: String, on day: Day, without allocation: Allocation.ID? = nil
  ) -> WindowBalance {
    var account = accounts[Key(window: window, currency: currency)] ?? WindowAccount()
    if let allocation { account.payments["allocation/\(allocation)"] = nil }
    return account.balance(on: day)
  }

  /// What every window held on a day, by window and currency, without those that nothing came into.
  public func balances(on day: Day) -> [(key: Key, balance: WindowBalance)] {
    accounts.map { (key: $0, balance: $1.balance(on: day)) }
      .filter { !$0.balance.gifts.isEmpty || !$0.balance.payments.isEmpty }
      .sorted { ($0.key.window, $0.key.currency) < ($1.key.window, $1.key.currency) }
  }
}

extension Connection {
  /// The accounts of all windows, as their records say.
  ///
  /// - Parameter cycles: the first day of each cycle, by its id.
  public func windowLedger(cycles: [String: Day]) throws -> WindowLedger {
    var ledger = WindowLedger(cycles: cycles)
    let allocations = try all(Allocation.self, "ORDER BY id")
    for id in Set(allocations.compactMap(\.activity)) {
      if let activity = try one(id) { _ = ledger.take(activity) }
    }
    for pledge in try all(Pledge.self, "WHERE \(column: "window") IS NOT NULL ORDER BY id") {
      _ = ledger.take(pledge)
    }
    for gift in try all(
      Contribution.self, "WHERE \(column: "window") IS NOT NULL OR pledge IS NOT NULL ORDER BY id")
    {
      _ = ledger.take(gift)
    }
    for allocation in allocations { _ = ledger.take(allocation) }
    return ledger
  }
}
