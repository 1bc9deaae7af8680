public import Kernel
public import Store

/// What an indicator was at the start, what it is now and what it should become, for one medium and scope (A6a).
public struct IndicatorCourse: Sendable, Hashable {
  public let indicator: String
  /// air, water, soil ...; nil where the indicator has no medium.
  public let medium: String?
  public let scope: String
  /// The earliest and the latest year that was observed; the same where there is one.
  public let start: Observation
  public let latest: Observation
  /// What areas aim at for this indicator.
  public let targets: [Target]

  /// Latest less start. Nil where they are one observation, have no value or other units, or are of two assessments, which
  /// count in their own ways: then nothing is subtracted.
  public var change: Double? {
    guard start.id != latest.id, start.amount.unit == latest.amount.unit,
      Set(start.provenance.source) == Set(latest.provenance.source),
      let before = start.amount.value, let after = latest.amount.value
    else { return nil }
    return after - before
  }
}

extension Connection {
  /// The courses of an indicator as known on a day, by medium and scope. Where assessments of one year differ, the
  /// first by id stands for the year; the others stay records beside it.
  public func courses(of indicator: String, on day: Day) throws -> [IndicatorCourse] {
    let observed = try all(
      Observation.self,
      """
      WHERE indicator = \(indicator) AND reference_year IS NOT NULL AND \(Query.isValid(Observation.self, on: day)) \
      ORDER BY reference_year, id
      """)
    let targets = try all(Target.self, "WHERE indicator = \(indicator) ORDER BY id")
    let groups = Dictionary(grouping: observed) { [$0.medium ?? "", $0.scope] }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { key in
      guard let found = groups[key], let start = found.first,
        let latest = found.first(where: { $0.referenceYear == found.last?.referenceYear })
      else { return nil }
      return IndicatorCourse(
        indicator: indicator, medium: start.medium, scope: start.scope, start: start, latest: latest,
        targets: targets)
    }
  }
}
