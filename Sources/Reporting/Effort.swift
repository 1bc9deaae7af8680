internal import Charters
internal import Finance
public import Kernel
internal import Registry
public import Store
internal import Workplan

/// How much was begun before and after a day, such as the one on which a treaty's text first spoke of partnerships:
/// a baseline and what followed. That one came after the other does not say that it came from it (A26).
public struct Effort: Composed {
  public enum Measure: String, Code, CaseIterable {
    case nationalActivities = "national-activities"
    case internationalActivities = "international-activities"
    case partners, contributions
  }
  public var measure: Measure
  public var before: Int
  public var after: Int
  /// What cannot be placed: it has no date, or one that may lie on either side.
  public var undated: Int

  public static let schema = Schema(
    "effort", Effort.init,
    Field("measure", \.measure),
    Field("before", \.before),
    Field("after", \.after),
    Field("undated", \.undated))

  /// - Parameters:
  ///   - dates: when each began; nil where nobody says.
  ///   - day: the first day that counts as after.
  static func count(_ measure: Measure, _ dates: [When?], around day: Day) -> Effort {
    Effort(
      measure: measure,
      before: dates.count { $0.map { $0.last < day } ?? false },
      after: dates.count { $0.map { $0.first >= day } ?? false },
      undated: dates.count { $0.map { $0.first < day && $0.last >= day } ?? true })
  }
}

extension Connection {
  /// Activities begun, partners that joined and contributions given, before a day and from it until another.
  ///
  /// A contribution counts where its cycle ends before the day or begins on it or later.
  public func effort(around day: Day, until today: Day) throws -> [Effort] {
    let activities = try all(Activity.self, "WHERE \(Query.isValid(Activity.self, on: today)) ORDER BY id")
    func begun(_ levels: Set<ProblemLevel>) -> [When?] {
      activities.filter { $0.problemLevel.map(levels.contains) ?? false }.map(\.period.since)
    }
    let partners = try all(
      Partner.self,
      """
      WHERE state IN ('admitted', 'suspended', 'withdrawn', 'expelled')
      AND (membership_since IS NULL OR membership_since <= \(today)) ORDER BY id
      """)
    let cycles = Dictionary(uniqueKeysWithValues: try all(Cycle.self).map { ($0.id.text, $0.period) })
    let given = try all(Contribution.self, "ORDER BY id").map { contribution -> When? in
      guard let period = cycles[contribution.cycle] else { return nil }
      if let until = period.until, until.last < day { return until }
      return period.since.flatMap { $0.first >= day ? $0 : nil }
    }
    return [
      .count(.nationalActivities, begun([.local, .national]), around: day),
      .count(.internationalActivities, begun([.international]), around: day),
      .count(.partners, partners.map(\.membership.since), around: day),
      .count(.contributions, given, around: day),
    ]
  }
}
