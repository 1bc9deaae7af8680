internal import Governance
public import Kernel
public import Registry
public import Store

/// What is still open when an area is to end: each item leads to the record that keeps it open (A32).
public struct ClosureChecklist: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    /// activity, priority-action, advice, seat
    public let kind: String
    public let record: String
  }
  public let area: Area.ID
  public let open: [Item]
}

extension Connection {
  /// Activities not ended, priority actions that nothing carries out, advice not followed up, leads still in office.
  public func closureChecklist(of area: Area.ID, on day: Day) throws -> ClosureChecklist {
    let activities = try all(
      Activity.self,
      """
      WHERE state IN ('planned', 'under-way', 'not-stated') AND \(Query.isValid(Activity.self, on: day)) ORDER BY id
      """
    ).filter { $0.areas.contains(area.text) }
    let actions = try all(
      PriorityAction.self,
      """
      WHERE area = \(area) AND id NOT IN (SELECT priority_action FROM \(Activity.self) \
      WHERE priority_action IS NOT NULL) ORDER BY id
      """)
    let advice = try all(
      Advice.self, "WHERE about = \(area) AND state NOT IN ('done', 'not-followed') ORDER BY id")
    let leads = try all(
      Seat.self, "WHERE area = \(area) AND role = 'lead' AND \(Query.isValid(Seat.self, on: day)) ORDER BY id"
    )
    return ClosureChecklist(
      area: area,
      open: activities.map { .init(kind: Activity.kind, record: $0.id.text) }
        + actions.map { .init(kind: PriorityAction.kind, record: $0.id.text) }
        + advice.map { .init(kind: Advice.kind, record: $0.id.text) }
        + leads.map { .init(kind: Seat.kind, record: $0.id.text) })
  }
}
