internal import Charters
internal import Kernel

/// Of the numbers that one project gives, those that count: of its latest year, one for each indicator.
struct RollUpChoice {
  private(set) var chosen: [Observation] = []
  private(set) var leftOut: [LeftOut] = []
  /// Chosen ones that another assessment of the year contradicts.
  private(set) var disputed: Set<Observation.ID> = []

  /// - Parameters:
  ///   - given: of one project, or of one place of it where the charter keeps the number by place; by id.
  ///   - asked: the indicators that must stand together for a year; one, but for a ratio.
  init(of given: [Observation], asked: [String]) {
    let byYear = Dictionary(grouping: given, by: \.referenceYear)
    // What has no date is older than anything that has.
    let years = byYear.keys.sorted { $1.isEarlier(than: $0) }
    let whole = years.first { year in lacks(byYear[year] ?? [], asked).isEmpty }
    for year in years {
      let ofYear = byYear[year] ?? []
      if let whole, year == whole {
        choose(from: ofYear, asked)
      } else if let whole, year.isEarlier(than: whole) {
        leftOut += ofYear.map { LeftOut($0, .superseded, instead: instead(of: $0)) }
      } else {
        let missing = lacks(ofYear, asked)
        leftOut += ofYear.map { LeftOut($0, .unpaired, lacks: missing) }
      }
    }
  }

  private func lacks(_ observations: [Observation], _ asked: [String]) -> [String] {
    let given = Set(observations.map(\.indicator))
    return asked.filter { !given.contains($0) }
  }

  private func instead(of observation: Observation) -> Observation.ID? {
    chosen.first { $0.indicator == observation.indicator }?.id
  }

  /// The first by id counts, as it does for the course of an indicator; the others stand beside it.
  private mutating func choose(from observations: [Observation], _ asked: [String]) {
    for indicator in asked {
      let assessments = observations.filter { $0.indicator == indicator }
      guard let first = assessments.first else { continue }
      chosen.append(first)
      for other in assessments.dropFirst() {
        let reason: LeftOut.Reason =
          first.saysTheSame(as: other) ? .repeated : first.scope == other.scope ? .disputed : .otherScope
        if reason == .disputed { disputed.insert(first.id) }
        leftOut.append(LeftOut(other, reason, instead: first.id))
      }
    }
  }
}

extension Observation {
  fileprivate func saysTheSame(as other: Observation) -> Bool {
    scope == other.scope && Set(counts) == Set(other.counts) && amount.value == other.amount.value
      && amount.low == other.amount.low && amount.high == other.amount.high
  }
}

extension When? {
  fileprivate func isEarlier(than other: When?) -> Bool {
    guard let self else { return other != nil }
    return other.map { self < $0 } ?? false
  }
}
