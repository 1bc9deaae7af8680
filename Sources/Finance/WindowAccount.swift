import Kernel

/// What came into a window in one currency and what was allocated of it, with the days.
struct WindowAccount {
  struct Entry<Value> {
    /// Nil where nobody knows: it then counts as always having been there.
    let since: Day?
    /// The first day on which it counts no more.
    let until: Day?
    let value: Value

    func holds(on day: Day) -> Bool { (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true) }
  }
  /// By record.
  var gifts: [String: Entry<WindowBalance.Gift>] = [:]
  var payments: [String: Entry<WindowBalance.Payment>] = [:]

  func balance(on day: Day) -> WindowBalance {
    WindowBalance(
      gifts.values.filter { $0.holds(on: day) }.map(\.value).sorted { $0.record < $1.record },
      payments.values.filter { $0.holds(on: day) }
        .sorted { ($0.since ?? day, $0.value.record) < ($1.since ?? day, $1.value.record) }.map(\.value))
  }

  /// The days on which something is allocated, oldest first: only then can more be allocated than there is.
  private var paydays: [Day] { Set(payments.values.compactMap(\.since)).sorted() }

  /// The first day on which more is missing than was before a change, with the balance of that day; nil where the change
  /// leaves nothing uncovered. What was uncovered before it is not held against it.
  ///
  /// - Parameter first: the day from which the change tells; nil for any.
  func uncovered(since before: WindowAccount?, from first: Day? = nil) -> (day: Day, balance: WindowBalance)?
  {
    for day in paydays where first.map({ $0 <= day }) ?? true {
      let balance = balance(on: day)
      if balance.missing > 0, balance.missing > (before?.balance(on: day).missing ?? 0) {
        return (day, balance)
      }
    }
    return nil
  }
}
