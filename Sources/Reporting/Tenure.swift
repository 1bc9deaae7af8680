public import Finance
public import Kernel

extension Post {
  /// Whole months in post on a day, counted from the month it began where the source gives no day (A35). The count is
  /// ours: sources say when a post began and are silent on its end.
  ///
  /// Nil before it began, and where not even the month is known.
  public func months(on day: Day) -> Figure? {
    guard let since = period.since, since.precision != .year, since.first <= day else { return nil }
    let last = period.until.map { min($0.last, day) } ?? day
    return Figure(
      value: Double(since.first.months(until: last)), unit: "month", qualifier: .inferred,
      asOf: When(last), source: provenance.source.joined(separator: "; "), verification: .inferred)
  }
}
