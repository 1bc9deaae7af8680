public import Kernel
public import Store

/// An area whose end is planned, and what the plan says of it (A32).
public struct PlannedEnd: Sendable, Hashable {
  public let area: Area.ID
  /// Nil where no source gives a date.
  public let date: When?
  /// Days from the day asked to the last possible day; below 0 where it is past. Nil without a date.
  public let daysLeft: Int?
  public var isOverdue: Bool { daysLeft.map { $0 < 0 } ?? false }
}

extension Connection {
  /// The areas on a day whose end is planned: overdue ones first, then by date, those without a date last.
  public func plannedEnds(on day: Day) throws -> [PlannedEnd] {
    try all(
      Area.self,
      """
      WHERE \(Query.isValid(Area.self, on: day)) AND (planned_end IS NOT NULL OR planned_end_on IS NOT NULL) \
      ORDER BY planned_end_on NULLS LAST, number
      """
    ).map { area in
      PlannedEnd(
        area: area.id, date: area.plannedEndOn,
        daysLeft: area.plannedEndOn.map { Int($0.last.number - day.number) })
    }
  }
}
