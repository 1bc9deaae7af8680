internal import Acting
internal import Kernel
internal import Store
internal import Workplan

// Money is written down against the accounts of all windows, which one transaction reads once.
extension Cashbook {
  /// The book of this transaction, opened by the first record that needs it.
  static func with<T>(_ occasion: Occasion, _ body: (inout Cashbook) throws -> T) throws -> T {
    var book = try occasion.remember(Cashbook.self) {
      Cashbook(
        under: occasion.charters, cycles: try occasion.connection.firstDaysOfCycles(), today: occasion.today)
    }
    defer { occasion.remember(book) }
    return try body(&book)
  }
}

extension Contribution {
  static let keeping = Keeping(Contribution.self) { contribution, _, occasion in
    try Cashbook.with(occasion) { try $0.refusals(of: contribution, occasion.connection) }
  }
}

extension Pledge {
  static let keeping = Keeping(Pledge.self) { pledge, _, occasion in
    try Cashbook.with(occasion) { try $0.refusals(of: pledge, occasion.connection) }
  }
}

extension Activity {
  /// What is asked of an activity as a whole. It stands with the money, because a paid activity that goes through other
  /// areas may leave earmarks behind.
  static let keeping = Keeping(Activity.self) { activity, before, occasion in
    let refusals = try activity.refusals(before, occasion)
    guard refusals.isEmpty else { return refusals }
    return try Cashbook.with(occasion) { try $0.refusals(of: activity, occasion.connection) }
  }
}

extension Connection {
  /// The first day of each cycle, by its id. Cycles are a kind of Reporting, which stands above; money only needs their
  /// days.
  func firstDaysOfCycles() throws -> [String: Day] {
    Dictionary(
      uniqueKeysWithValues: try rows("SELECT id, period_since FROM cycle") {
        (try $0.text(), try When?(row: $0)?.first ?? Day(1, 1, 1))
      })
  }

  /// The cycle that a day falls into, the latest begun where there are two; nil between cycles.
  func idOfCycle(runningOn day: Day) throws -> String? {
    try value(
      "SELECT id FROM cycle WHERE \(Query.period("period", covers: day)) ORDER BY period_since DESC NULLS LAST, id DESC LIMIT 1"
    )
  }
}
