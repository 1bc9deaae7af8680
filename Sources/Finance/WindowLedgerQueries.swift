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
  /// The accounts of all windows, as their records say: for reports. Who asks about one window asks for its own.
  ///
  /// - Parameter cycles: the first day of each cycle, by its id.
  public func windowLedger(cycles: [String: Day]) throws -> WindowLedger {
    var ledger = WindowLedger(cycles: cycles)
    ledger.take(
      activities: try all(
        Activity.self, "WHERE id IN (SELECT activity FROM \(Allocation.self) WHERE activity IS NOT NULL)"),
      pledges: try all(Pledge.self, "WHERE \(column: "window") IS NOT NULL ORDER BY id"),
      gifts: try all(
        Contribution.self, "WHERE \(column: "window") IS NOT NULL OR pledge IS NOT NULL ORDER BY id"),
      allocations: try all(Allocation.self, "ORDER BY id"))
    return ledger
  }

  /// The accounts of one window alone, found without reading those of others.
  public func windowLedger(cycles: [String: Day], of window: Window.ID) throws -> WindowLedger {
    var ledger = WindowLedger(cycles: cycles)
    try ledger.read(window, self)
    return ledger
  }
}

extension WindowLedger {
  /// Takes in what the store holds of a window: what came into it and was promised to it, what pays those promises, what
  /// is allocated of it and for which activities.
  mutating func read(_ window: Window.ID, _ connection: any Connection) throws {
    let pledges = try connection.all(Pledge.self, "WHERE \(column: "window") = \(window) ORDER BY id")
    take(
      activities: try connection.all(
        Activity.self,
        "WHERE id IN (SELECT activity FROM \(Allocation.self) WHERE \(column: "window") = \(window))"),
      pledges: pledges,
      gifts: try connection.all(Contribution.self, "WHERE \(column: "window") = \(window) ORDER BY id"),
      allocations: try connection.all(Allocation.self, "WHERE \(column: "window") = \(window) ORDER BY id"))
    // Asked apart and by their ids: in one condition with OR, PostgreSQL would read all gifts there are.
    for start in stride(from: 0, to: pledges.count, by: 1000) {
      let some = pledges[start..<min(start + 1000, pledges.count)].map(\.id)
      take(
        activities: [], pledges: [],
        gifts: try connection.all(Contribution.self, "WHERE pledge IN \(anyOf: some) ORDER BY id"),
        allocations: [])
    }
  }

  /// Takes in what the store holds of a pledge's payments.
  mutating func read(paying pledge: Pledge.ID, _ connection: any Connection) throws {
    take(
      activities: [], pledges: [],
      gifts: try connection.all(Contribution.self, "WHERE pledge = \(pledge) ORDER BY id"), allocations: [])
  }

  fileprivate mutating func take(
    activities: [Activity], pledges: [Pledge], gifts: [Contribution], allocations: [Allocation]
  ) {
    for activity in activities where self.activity(activity.id) == nil { _ = take(activity) }
    for pledge in pledges where !knows(pledge) { _ = take(pledge) }
    for gift in gifts where !knows(gift) { _ = take(gift) }
    for allocation in allocations where !knows(allocation) { _ = take(allocation) }
  }
}
