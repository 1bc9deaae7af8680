public import Charters
public import Kernel
public import Store

extension Connection {
  /// The numbers that a charter has carried up from projects, as known on a day.
  ///
  /// - Parameters:
  ///   - area: nil for the programme: the projects of every area that carries numbers up.
  ///   - indicator: one of them; nil for all, in the charter's order.
  public func rolledUp(
    under charter: Charter, of area: String? = nil, indicator: String? = nil, on day: Day
  ) throws -> [RolledUp] {
    let rules = charter.rollUpRules(of: area).filter { indicator == nil || $0.indicator.id == indicator }
    // Most charters carry nothing up: no record is read for their pages.
    guard !rules.isEmpty else { return [] }
    let activities = try all(Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id")
    let indicators = Set(rules.map(RollUpScreening.indicators).joined()).sorted()
    let observations = try indicators.flatMap { indicator in
      try all(
        Observation.self,
        "WHERE indicator = \(indicator) AND \(Query.isValid(Observation.self, on: day)) ORDER BY id")
    }
    return rules.flatMap { $0.rolledUp(from: activities, observations, on: day) }
  }

  /// What the projects are called that rolled-up numbers tell of.
  ///
  /// - Parameter limit: of each list the first are told; nil: all.
  public func namesOfProjects(in numbers: [RolledUp], atMost limit: Int? = nil) throws -> [String: Translated]
  {
    let ids = numbers.flatMap { number in
      number.parts.prefix(limit ?? .max).map(\.activity) + number.silent.prefix(limit ?? .max)
        + number.leftOut.prefix(limit ?? .max).compactMap(\.activity)
    }
    var names: [String: Translated] = [:]
    for id in ids where names[id] == nil { names[id] = try one(Activity.ID(id))?.text }
    return names
  }
}
