public import Charters
internal import Governance
internal import Kernel

extension Window {
  /// The purses that the editions of a charter name, as the latest of them describes each.
  ///
  /// - Parameter treaties: ids of the treaties that are on record.
  public static func made(of editions: [Charter], treaties: Set<String>) -> [Window] {
    var made: [String: Window] = [:]
    for window in editions.flatMap(\.windows) {
      made[window.id] = Window(
        id: ID(window.id), name: window.name, form: window.kind, exists: window.exists, pays: window.pays,
        treaty: window.treaty.flatMap { treaties.contains($0) ? Treaty.ID($0) : nil },
        fromPhase: window.fromPhase, donors: window.donors, isBeyondParties: window.isBeyondParties,
        earmarks: window.earmarks,
        provenance: window.ground.provenance)
    }
    return made.values.sorted { $0.id.text < $1.id.text }
  }
}

extension BudgetLine {
  /// The lines that the editions name, without amounts: no source prints one.
  public static func made(of editions: [Charter]) -> [BudgetLine] {
    var made: [String: BudgetLine] = [:]
    for line in editions.flatMap(\.budget) {
      made[line.id] = BudgetLine(
        id: ID(line.id), purpose: line.id, holder: line.holder, amount: nil,
        provenance: line.ground.provenance)
    }
    return made.values.sorted { $0.id.text < $1.id.text }
  }
}
