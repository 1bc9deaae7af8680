public import Charters
internal import Finance
public import Kernel
internal import Registry
public import Store
internal import Workplan

extension Connection {
  /// What there was on a day, for the checks. States of areas and pledges are those of today: a view as of a day knows
  /// when a thing was, and not what was thought of it.
  ///
  /// - Parameter charter: the one in force on the day, with its thresholds and whom activities serve.
  public func portfolio(on day: Day, under charter: Charter? = nil) throws -> Portfolio {
    var portfolio = Portfolio(on: day)
    portfolio.attention = charter?.attention ?? .unsaid
    portfolio.servesPartners = charter?.work.servesPartners ?? false
    portfolio.areas = try all(Area.self, "WHERE \(Query.isValid(Area.self, on: day)) ORDER BY id")
    portfolio.partners = try partners(on: day)
    portfolio.reports = try all(PartnerReport.self, "WHERE received <= \(day) ORDER BY id")
    portfolio.activities = try all(
      Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id")
    portfolio.actions = try priorityActions(on: day)
    portfolio.cycles = try all(Cycle.self, "WHERE \(Query.isValid(Cycle.self, on: day)) ORDER BY id")
    let begun = Set(portfolio.cycles.map(\.id.text))
    portfolio.contributions = try all(Contribution.self, "ORDER BY id").filter { begun.contains($0.cycle) }
    portfolio.pledges = try all(Pledge.self, "WHERE \(Query.isValid(Pledge.self, on: day)) ORDER BY id")
    portfolio.seats = try all(Seat.self, "WHERE \(Query.isValid(Seat.self, on: day)) ORDER BY id")
    return portfolio
  }
}
