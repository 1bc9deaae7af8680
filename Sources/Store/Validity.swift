public import Kernel

/// Valid time as a condition: what was true in the world on a day, whenever it was recorded.
extension Query {
  /// For use after `WHERE`. A date without a day counts from its first day; an end counts through its last.
  public static func isValid<R: Record>(_ type: R.Type, on day: Day?) -> Query {
    guard let day else { return "1 = 1" }
    switch R.validity {
    case .always: return "1 = 1"
    case .during(let field): return period(field, covers: day)
    case .duringAlso(let field, let kind, let referring):
      return """
        (\(period(field, covers: day)) OR EXISTS (SELECT 1 FROM \(column: kind) AS also \
        WHERE also.\(column: referring) = \(column: R.kind).id AND \(period("period", covers: day))))
        """
    case .sinceStart(let field):
      return "(\(column: field + "_since") IS NULL OR \(column: field + "_since") <= \(day))"
    case .since(let field): return begun(field, by: day)
    case .sinceAll(let fields):
      return fields.dropFirst().reduce(begun(fields[0], by: day)) { $0 + " AND " + begun($1, by: day) }
    }
  }

  private static func begun(_ field: String, by day: Day) -> Query {
    "(\(column: field) IS NULL OR \(column: field) <= \(day))"
  }

  /// Whether the period in a field covers the day.
  public static func period(_ field: String, covers day: Day) -> Query {
    // '2010' < '2010-09-22' < '2010-99': text compares as the dates do, and -99 ends a month or a year.
    """
    ((\(column: field + "_since") IS NULL OR \(column: field + "_since") <= \(day)) AND \
    (\(column: field + "_until") IS NULL OR \(column: field + "_until") || '-99' >= \(day)))
    """
  }
}
