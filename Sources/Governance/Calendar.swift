public import Kernel
public import Registry
public import Store

/// Sessions, and what was made ready for them.
extension Connection {
  /// The sessions and meetings of a body in their order; one without a date stands by its number.
  ///
  /// - Parameter day: only those that had begun by then.
  public func sessions(of body: Body.ID, on day: Day? = nil) throws -> [Session] {
    let found = try all(
      Session.self,
      "WHERE body = \(body) AND \(Query.isValid(Session.self, on: day)) ORDER BY number NULLS FIRST, period_since NULLS FIRST, id"
    )
    guard let day else { return found }
    // A session known only by its number lies between its neighbours: it had not begun while the one before it had not.
    let begun =
      found.filter { ($0.period.since?.first).map { $0 <= day } ?? false }.compactMap(\.number).max() ?? 0
    return found.filter { $0.period.since != nil || ($0.number ?? 0) < begun }
  }

  /// The sessions of every body that had begun by a day, newest first. One without a date stands beside the one that
  /// precedes it.
  public func sessions(begunBy day: Day) throws -> [Session] {
    let found = try all(Session.self, "WHERE \(Query.isValid(Session.self, on: day)) ORDER BY id")
    var placed: [(since: When, number: Int, session: Session)] = []
    for (body, sessions) in Dictionary(grouping: found, by: \.body) {
      let shown = try body.map { try self.sessions(of: $0, on: day) } ?? sessions
      var last = When(1)
      for session in shown {
        last = session.period.since ?? last
        placed.append((last, session.number ?? 0, session))
      }
    }
    return placed.sorted {
      ($1.since.first, $1.number, $1.session.id.text) < ($0.since.first, $0.number, $0.session.id.text)
    }
    .map(\.session)
  }

  /// The sessions that a day falls in or that come after it, soonest first.
  public func sessions(from day: Day) throws -> [Session] {
    try all(
      Session.self,
      "WHERE period_since IS NOT NULL AND (period_since >= \(day) OR period_until || '-99' >= \(day)) ORDER BY period_since, id"
    )
  }

  /// The technical briefings for a session (R49).
  public func briefings(for session: Session.ID) throws -> [Briefing] {
    try all(Briefing.self, "WHERE session = \(session) ORDER BY date NULLS FIRST, id")
  }
}
