public import Acting
internal import Charters
internal import Governance
public import Kernel
public import Store
public import Workplan

/// Money as it is promised, comes in and is allocated, record after record: each is held to the charter in force on its day
/// and to what those before it left. Whoever writes such records asks it first, in the transaction that writes them.
public struct Cashbook {
  /// The first day of each cycle, by its id.
  private let cycles: [String: Day]
  /// The day that counts for a contribution whose day and cycle nobody knows.
  private let today: Day
  private let charters: any CharterSource
  /// Read window by window, each when the first record that concerns it is asked about; then it knows those that were
  /// accepted, too.
  private var ledger: WindowLedger
  private var windowsRead: Set<String> = []
  private var pledgesRead: Set<String> = []

  public init(under charters: any CharterSource, cycles: [String: Day], today: Day) {
    self.charters = charters
    self.today = today
    self.cycles = cycles
    ledger = WindowLedger(cycles: cycles)
  }

  public mutating func refusals(
    of allocation: Allocation, _ connection: any Connection
  ) throws -> [Refusal] {
    guard let charter = try charters.inForce(on: allocation.decided, connection) else {
      return [
        Refusal("no-charter.pays", ["day": "\(allocation.decided)"], field: "decided")
      ]
    }
    try read([allocation.window, connection.one(allocation.id)?.window], connection)
    let before = ledger
    let activity = try allocation.activity.flatMap { try before.activity($0) ?? connection.one($0) }
    var refusals = try allocation.refusals(under: charter, activity, connection)
    refusals += [try allocation.refusalOfDecision(connection)].compactMap { $0 }
    if cycles[allocation.cycle] == nil {
      refusals.append(
        Refusal(
          "no-cycle", ["cycle": "\(allocation.cycle)", "known": .list(cycles.keys.sorted())], field: "cycle"))
    }
    guard refusals.isEmpty else { return refusals }
    var after = before
    if let activity { _ = after.take(activity) }
    let touched = after.take(allocation)
    for key in touched {
      guard let account = after.accounts[key],
        let (day, _) = account.uncovered(since: before.accounts[key], from: allocation.decided)
      else { continue }
      return [allocation.refusal(before, activity, on: day)]
    }
    ledger = after
    return []
  }

  public mutating func refusals(
    of contribution: Contribution, _ connection: any Connection
  ) throws -> [Refusal] {
    let day = contribution.received?.first ?? cycles[contribution.cycle] ?? today
    let stored = try connection.one(contribution.id)
    try read(
      [
        contribution.window, stored?.window, windowOf(contribution.pledge, connection),
        windowOf(stored?.pledge, connection),
      ], connection)
    try read(paying: [contribution.pledge, stored?.pledge], connection)
    var refusals = try refusals(of: Donation(contribution), on: day, connection)
    if let pledge = try contribution.pledge.flatMap({ try connection.one($0) }) {
      refusals += contribution.refusals(
        paying: pledge, after: ledger.contributed(to: pledge.id, without: contribution.id))
    }
    guard refusals.isEmpty else { return refusals }
    if ledger.isOnlyMore(contribution) {
      _ = ledger.take(contribution)
      return []
    }
    return covering { $0.take(contribution) }
  }

  public mutating func refusals(of pledge: Pledge, _ connection: any Connection) throws -> [Refusal] {
    try read([pledge.window, connection.one(pledge.id)?.window], connection)
    try read(paying: [pledge.id], connection)
    var refusals = try refusals(of: Donation(pledge), on: pledge.promised.first, connection)
    let contributed = ledger.contributed(to: pledge.id)
    if contributed > pledge.paid {
      refusals.append(
        Refusal(
          "paid.came-in",
          ["sum": .text(Currency.text(contributed, pledge.amount.currency)), "pledge": "\(pledge.id)"],
          field: "paid"))
    }
    return refusals + (refusals.isEmpty ? covering { $0.take(pledge) } : [])
  }

  /// What stands against letting a paid activity go through other areas: earmarks that do not follow it.
  public mutating func refusals(of activity: Activity, _ connection: any Connection) throws -> [Refusal] {
    try read(
      connection.rows(
        "SELECT DISTINCT \(column: "window") FROM \(Allocation.self) WHERE activity = \(activity.id)"
      ) {
        try Window.ID(row: $0)
      }, connection)
    return ledger.isPaid(activity.id) ? covering { $0.take(activity) } : []
  }

  private func refusals(
    of donation: Donation, on day: Day, _ connection: any Connection
  ) throws -> [Refusal] {
    guard let charter = try charters.inForce(on: day, connection) else { return [] }
    return try donation.refusals(under: charter, on: day, connection)
  }

  /// Takes a change in, unless it takes away what is allocated already.
  private mutating func covering(
    _ change: (inout WindowLedger) -> Set<WindowLedger.Key>
  ) -> [Refusal] {
    guard ledger.isAnythingAllocated else {
      // Nothing to lack for, and no copy of a ledger that a long file makes long.
      _ = change(&ledger)
      return []
    }
    let before = ledger
    var after = before
    let touched = change(&after)
    for key in touched.sorted(by: { ($0.window, $0.currency) < ($1.window, $1.currency) }) {
      guard let account = after.accounts[key],
        let (day, balance) = account.uncovered(since: before.accounts[key])
      else { continue }
      let missing = Currency.text(balance.missing, key.currency)
      return [
        Refusal(
          "allocated",
          [
            "window": .text(key.window), "missing": .text(missing), "day": "\(day)",
            "payments": .list(balance.payments.map(\.record)),
          ], field: "amount")
      ]
    }
    ledger = after
    return []
  }

  private mutating func read(_ windows: [Window.ID?], _ connection: any Connection) throws {
    for case let window? in windows where windowsRead.insert(window.text).inserted {
      try ledger.read(window, connection)
    }
  }

  private mutating func read(paying pledges: [Pledge.ID?], _ connection: any Connection) throws {
    for case let pledge? in pledges where pledgesRead.insert(pledge.text).inserted {
      try ledger.read(paying: pledge, connection)
    }
  }

  private func windowOf(_ pledge: Pledge.ID?, _ connection: any Connection) throws -> Window.ID? {
    try pledge.flatMap { try connection.one($0) }?.window
  }
}
