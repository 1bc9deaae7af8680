public import Charters
public import Kernel

extension RollUpRule {
  /// The programme's number, made of its projects' numbers. Numbers of several media are not added: there is then one
  /// for each.
  ///
  /// - Parameters:
  ///   - activities: those that are, or may be, projects.
  ///   - observations: of any indicator; the others are passed over.
  ///   - day: what was observed in a later year is left out.
  public func rolledUp(
    from activities: [Activity], _ observations: [Observation], on day: Day
  ) -> [RolledUp] {
    let screening = RollUpScreening(self, activities, on: day)
    let indicators = RollUpScreening.indicators(of: self)
    let about = observations.filter { indicators.contains($0.indicator) }.sorted { $0.id.text < $1.id.text }
    let media = Dictionary(grouping: about, by: \.medium)
    guard !media.isEmpty else { return [rolledUp([], of: nil, screening)] }
    return media.keys.sorted { ($0 ?? "") < ($1 ?? "") }.map { rolledUp(media[$0] ?? [], of: $0, screening) }
  }

  private func rolledUp(
    _ observations: [Observation], of medium: String?, _ screening: RollUpScreening
  ) -> RolledUp {
    var leftOut: [LeftOut] = []
    var usable: [[String]: [Observation]] = [:]
    for observation in observations {
      if let reason = screening.reason(against: observation) {
        leftOut.append(LeftOut(observation, reason))
      } else {
        usable[[observation.activity?.text ?? "", isKeptByPlace ? observation.scope : ""], default: []]
          .append(observation)
      }
    }
    let choices = usable.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
      RollUpChoice(of: usable[$0] ?? [], asked: asked)
    }
    var making = RollUpMaking(self)
    for choice in choices { making.take(choice) }
    leftOut += choices.flatMap(\.leftOut) + making.leftOut
    let spoken = Set(observations.compactMap(\.activity))
    let made = making.value
    return RolledUp(
      indicator: indicator.id, name: indicator.name, medium: medium, areas: branches.map(\.area),
      method: told, value: made.value,
      absence: made.absence, years: making.years, projects: screening.projects.count,
      silent: screening.projects.subtracting(spoken).map(\.text).sorted(), parts: making.parts,
      leftOut: leftOut.sorted { ($0.observation, $0.instead ?? "") < ($1.observation, $1.instead ?? "") },
      rules: lines)
  }

  /// The indicators that a project gives together, in the order they are told.
  private var asked: [String] {
    guard case .ratio(let formula) = method else { return [indicator.id] }
    return formula.indicators
  }

  private var told: RolledUp.Method {
    switch method {
    case .countedOnce: .countedOnce
    case .sum: .sum
    case .ratio: .ratio
    case .notAdded: .notAdded
    }
  }

  private var lines: [RuleLine] {
    branches.map {
      RuleLine(file: file, path: "areas.\($0.area).roll-up", line: $0.rollUp.ground.line)
    } + [RuleLine(file: file, path: "indicators.\(indicator.id)", line: indicator.ground.line)]
  }
}
