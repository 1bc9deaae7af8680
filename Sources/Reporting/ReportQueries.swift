internal import Governance
internal import Kernel
internal import Store
internal import Workplan

/// What falls into a cycle.
extension Connection {
  /// Activities that ran in the cycle, up to the day. One without dates counts where the treaty phase it runs in had
  /// begun, because that is all its source says of time.
  func activities(in cycle: Cycle, on day: Day) throws -> [Activity] {
    let phases = try phasesBegun(by: day)
    let candidates = try all(
      Activity.self,
      "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY mode NULLS FIRST, id")
    return candidates.filter { activity in
      guard let since = activity.period.since else { return activity.phase.map(phases.contains) ?? true }
      let ended = activity.period.until.map { $0.last < (cycle.period.since?.first ?? since.first) } ?? false
      return !ended
    }
  }

  /// Observations of a year that had begun by the day.
  func observations(by day: Day) throws -> [Observation] {
    try all(
      Observation.self,
      "WHERE reference_year IS NOT NULL AND \(Query.isValid(Observation.self, on: day)) ORDER BY indicator, reference_year, id"
    )
  }

  /// Requests with an answer dated within the cycle and by the day, or with no dated answer at all: those no source dates.
  func requestsAnswered(in cycle: Cycle, by day: Day) throws -> [RequestTrace] {
    try requests(on: day).filter { trace in
      guard trace.request.state == .answered, !trace.answers.isEmpty else { return false }
      let dates = trace.answers.compactMap(\.date)
      return dates.isEmpty
        || dates.contains { $0.last >= cycle.period.since?.first ?? $0.last && $0.first <= day }
    }
  }
}
