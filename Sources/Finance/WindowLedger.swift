public import Kernel
internal import Registry
internal import Workplan

/// The accounts of all windows, each in each of its currencies; currencies are never added up.
public struct WindowLedger {
  public struct Key: Sendable, Hashable {
    public let window: String
    public let currency: String
  }
  private(set) var accounts: [Key: WindowAccount] = [:]
  private var contributions: [String: Contribution] = [:]
  private var pledges: [String: Pledge] = [:]
  private var allocations: [String: Allocation] = [:]
  private var activities: [String: Activity] = [:]
  /// What contributions say they pay of a pledge, by pledge.
  private var paidBy: [String: Int] = [:]
  /// When cycles began: what came in is there from then, unless it has a day of its own.
  private let cycles: [String: Day]

  /// - Parameter cycles: the first day of each cycle, by its id.
  public init(cycles: [String: Day]) { self.cycles = cycles }

  /// - Returns: the accounts that change.
  mutating func take(_ contribution: Contribution) -> Set<Key> {
    var touched: Set<Key> = []
    let old = contributions.updateValue(contribution, forKey: contribution.id.text)
    if let old { touched.formUnion(remove("contribution/\(old.id)", of: old.window?.text, old.amount)) }
    if contribution.amount.kind == .cash, let window = contribution.window {
      let key = Key(window: window.text, currency: contribution.amount.currency)
      let record = "contribution/\(contribution.id)"
      accounts[key, default: WindowAccount()].gifts[record] = .init(
        since: contribution.received?.first ?? cycles[contribution.cycle], until: nil,
        value: .init(record, contribution.amount.minor, for: contribution.earmark?.text))
      touched.insert(key)
    }
    for (gift, sign) in [(old, -1), (contribution, 1)] {
      guard let gift, let pledge = gift.pledge?.text else { continue }
      paidBy[pledge] = (paidBy[pledge] ?? 0).adding(sign * max(gift.amount.minor, -.max))
      touched.formUnion(countRest(of: pledge))
    }
    return touched
  }

  /// What was paid of a pledge before payments were kept as contributions, or beyond them.
  mutating func take(_ pledge: Pledge) -> Set<Key> {
    let old = pledges.updateValue(pledge, forKey: pledge.id.text)
    let before = old.map { remove("pledge/\($0.id)", of: $0.window?.text, $0.amount) } ?? []
    return before.union(countRest(of: pledge.id.text))
  }

  private mutating func countRest(of id: String) -> Set<Key> {
    guard let pledge = pledges[id], pledge.amount.kind == .cash, let window = pledge.window else { return [] }
    let key = Key(window: window.text, currency: pledge.amount.currency)
    let rest = pledge.paid.adding(-(max(paidBy[id] ?? 0, -.max)))
    let record = "pledge/\(id)"
    accounts[key, default: WindowAccount()].gifts[record] =
      rest > 0
      ? .init(
        since: pledge.promised.first, until: nil, value: .init(record, rest, for: pledge.earmark?.text))
      : nil
    return [key]
  }

  mutating func take(_ allocation: Allocation) -> Set<Key> {
    let old = allocations.updateValue(allocation, forKey: allocation.id.text)
    var touched = old.map { remove("allocation/\($0.id)", of: $0.window.text, $0.amount) } ?? []
    touched.insert(enter(allocation))
    return touched
  }

  private mutating func enter(_ allocation: Allocation) -> Key {
    let key = Key(window: allocation.window.text, currency: allocation.amount.currency)
    let record = "allocation/\(allocation.id)"
    accounts[key, default: WindowAccount()].payments[record] = .init(
      since: allocation.decided, until: allocation.withdrawnOn,
      value: .init(record, allocation.amount.minor, for: areas(paidBy: allocation)))
    return key
  }

  /// An activity that goes through other areas from now on draws on their earmarks.
  mutating func take(_ activity: Activity) -> Set<Key> {
    activities[activity.id.text] = activity
    let paid = allocations.values.filter { $0.activity == activity.id }
    return Set(paid.map { enter($0) })
  }

  private mutating func remove(_ record: String, of window: String?, _ amount: Money) -> Set<Key> {
    guard let window else { return [] }
    let key = Key(window: window, currency: amount.currency)
    guard accounts[key] != nil else { return [] }
    accounts[key]?.gifts[record] = nil
    accounts[key]?.payments[record] = nil
    return [key]
  }

  /// What contributions say they pay of a pledge, in its smallest units.
  ///
  /// - Parameter contribution: one that is left out.
  func contributed(to pledge: Pledge.ID, without contribution: Contribution.ID? = nil) -> Int {
    let own = contribution.flatMap { contributions[$0.text] }.flatMap { $0.pledge == pledge ? $0 : nil }
    return (paidBy[pledge.text] ?? 0).adding(-max(own?.amount.minor ?? 0, -.max))
  }

  /// Whether a contribution can only make a window hold more.
  func isOnlyMore(_ contribution: Contribution) -> Bool {
    contributions[contribution.id.text] == nil && contribution.pledge == nil && contribution.amount.minor >= 0
  }

  // What was taken in may be newer than what the store holds: it is not taken from there again.
  func knows(_ contribution: Contribution) -> Bool { contributions[contribution.id.text] != nil }
  func knows(_ pledge: Pledge) -> Bool { pledges[pledge.id.text] != nil }
  func knows(_ allocation: Allocation) -> Bool { allocations[allocation.id.text] != nil }

  func activity(_ id: Activity.ID) -> Activity? { activities[id.text] }
  func isPaid(_ id: Activity.ID) -> Bool { allocations.values.contains { $0.activity == id } }
  var isAnythingAllocated: Bool { !allocations.isEmpty }

  /// The areas on whose earmarks an allocation may draw.
  func areas(paidBy allocation: Allocation) -> [String] {
    if let area = allocation.area { return [area.text] }
    return allocation.activity.flatMap { activities[$0.text]?.areas } ?? []
  }

  /// A contribution by its record, as a balance names it: `contribution/japan-2010-1`.
  public func contribution(_ record: String) -> Contribution? {
    contributions[id(record, of: Contribution.kind)]
  }
  public func pledge(_ record: String) -> Pledge? { pledges[id(record, of: Pledge.kind)] }
  public func allocation(_ record: String) -> Allocation? { allocations[id(record, of: Allocation.kind)] }

  /// The id in a record's name; empty, and so nobody's, where it is of another kind.
  private func id(_ record: String, of kind: String) -> String {
    record.hasPrefix(kind + "/") ? String(record.dropFirst(kind.utf8.count + 1)) : ""
  }
}
