internal import Charters
internal import Kernel

/// Which numbers can be part of a rolled-up number, and why the others cannot.
struct RollUpScreening {
  let rule: RollUpRule
  let day: Day
  /// Every activity that is given, by id.
  private let activities: [Activity.ID: Activity]
  /// The projects of the rule's areas that are on record on the day.
  let projects: Set<Activity.ID>

  init(_ rule: RollUpRule, _ activities: [Activity], on day: Day) {
    self.rule = rule
    self.day = day
    self.activities = Dictionary(activities.map { ($0.id, $0) }) { first, _ in first }
    projects = Set(
      activities.filter { activity in
        activity.hasBegun(by: day)
          && rule.branches.contains {
            activity.areas.contains($0.area) && $0.rollUp.projects.contains(activity.form)
          }
      }.map(\.id))
  }

  /// The indicators whose numbers the rule is about: its own, and the parts of a ratio.
  static func indicators(of rule: RollUpRule) -> Set<String> {
    guard case .ratio(let formula) = rule.method else { return [rule.indicator.id] }
    return Set(formula.indicators).union([rule.indicator.id])
  }

  /// Nil where it can be part of it.
  func reason(against observation: Observation) -> LeftOut.Reason? {
    if [observation.referenceYear, observation.published].contains(where: {
      $0.map { $0.first > day } ?? false
    }) {
      return .afterTheDay
    }
    guard let activity = observation.activity else { return .noProject }
    if !projects.contains(activity) { return whyNoProject(activity) }
    if rule.method == .notAdded { return .notAdded }
    if case .ratio = rule.method, observation.indicator == rule.indicator.id { return .madeAgain }
    let numbers = observation.numbers
    guard numbers.allSatisfy(\.isFinite), !numbers.isEmpty || !observation.counts.isEmpty else {
      return .noValue
    }
    let indicator = rule.taken[observation.indicator]
    if observation.amount.unit != indicator?.unit { return .otherUnit }
    if indicator?.isCount ?? false, !numbers.allSatisfy({ $0 >= 0 && $0 == $0.rounded() }) {
      return .notACount
    }
    return nil
  }

  private func whyNoProject(_ id: Activity.ID) -> LeftOut.Reason {
    guard let activity = activities[id], activity.hasBegun(by: day) else { return .notOnRecord }
    return rule.branches.contains { activity.areas.contains($0.area) } ? .notAProject : .outsideTheArea
  }
}

extension Activity {
  /// An activity without dates is on record whatever the day, as everywhere.
  fileprivate func hasBegun(by day: Day) -> Bool { period.since.map { $0.first <= day } ?? true }
}

extension Observation {
  var numbers: [Double] { [amount.value, amount.low, amount.high].compactMap { $0 } }
}
