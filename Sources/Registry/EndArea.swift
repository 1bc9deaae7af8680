public import Kernel
public import Store

extension Area {
  /// Ends an area on a day. Its data stay as they are and can be read as of any date (A32).
  ///
  /// - Parameters:
  ///   - move: `close`, `merge` or `absorb`.
  ///   - destination: the area, body or treaty that goes on with its work; asked for by `merge` and `absorb`.
  ///   - day: its last day as an area.
  /// - Returns: the new version.
  /// - Throws: a `Refusal` for a move its state or the capacity does not allow, or without a destination.
  @discardableResult
  public static func end(
    _ id: ID, by move: String, into destination: String?, on day: Day, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard let area = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no area \u{201C}\(id)\u{201D}")
    }
    if let since = area.period.since, day < since.first {
      throw Refusal(
        "ends-before", "\(id) begins on \(since); it cannot end on \(day)", field: "period")
    }
    var ended = try area.moved(by: move, as: intent.capacity)
    ended.period.until = When(day)
    ended.absorbedBy = destination ?? area.absorbedBy
    return try Journal(connection, stamp).append(ended, intent, after: version)
  }
}

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
