public import Kernel
public import Registry
public import Store

/// What is needed and not secured: need less what is secured, never below nothing, by currency (A12).
public struct Shortfall: Sendable, Hashable {
  /// Nil for the whole partnership.
  public let area: Area.ID?
  public let currency: String
  /// In minor units of the currency.
  public let need: Int
  public let secured: Int
  /// The sum over its actions: what one has too much does not cover what another lacks.
  public let missing: Int
  /// Actions that state a need.
  public let actions: [PriorityAction.ID]
}

extension PriorityAction {
  /// Whether anything is secured for it, or a source at least intended (N4d).
  public var hasMeans: Bool { (secured?.minor ?? 0) > 0 || !(intendedSource?.isEmpty ?? true) }

  /// Nil where no need is stated. What is secured in another currency than the need covers none of it.
  public var missing: Money? {
    guard let need else { return nil }
    let covered = secured.map { $0.currency == need.currency ? $0.minor : 0 } ?? 0
    return Money(minor: max(0, need.minor.adding(-covered)), currency: need.currency, kind: need.kind)
  }
}

extension Shortfall {
  /// By area and currency, then for the whole by currency; actions without a stated need are left out.
  public static func table(of actions: [PriorityAction]) -> [Shortfall] {
    let stated = actions.filter { $0.need != nil }
    let byArea = Dictionary(grouping: stated) { $0.area }
    return byArea.keys.sorted { $0.text < $1.text }.flatMap { rows($0, byArea[$0] ?? []) } + rows(nil, stated)
  }

  private static func rows(_ area: Area.ID?, _ actions: [PriorityAction]) -> [Shortfall] {
    let byCurrency = Dictionary(grouping: actions) { $0.need?.currency ?? "" }
    return byCurrency.keys.sorted().map { currency in
      let actions = byCurrency[currency] ?? []
      return Shortfall(
        area: area, currency: currency, need: actions.total { $0.need?.minor ?? 0 },
        secured: actions.total { $0.secured?.currency == currency ? $0.secured?.minor ?? 0 : 0 },
        missing: actions.total { $0.missing?.minor ?? 0 }, actions: actions.map(\.id))
    }
  }
}

extension Connection {
  /// Priority actions of plans that hold on the day, and those of no plan.
  public func priorityActions(on day: Day) throws -> [PriorityAction] {
    try all(
      PriorityAction.self,
      """
      WHERE plan IS NULL OR plan IN (SELECT id FROM \(BusinessPlan.self) \
      WHERE \(Query.isValid(BusinessPlan.self, on: day))) ORDER BY id
      """)
  }
}
