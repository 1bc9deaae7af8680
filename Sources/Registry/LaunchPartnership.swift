public import Kernel

extension Partnership {
  /// A partnership launched from here, as it is kept beside this one. What its own charter and store say more is theirs.
  ///
  /// - Parameters:
  ///   - promotedBy: who proposed it.
  ///   - founders: how many partners agreed by the day of the launch.
  ///   - source: what the count rests on.
  public init(
    launched id: ID, name: Translated, goal: Translated, on day: Day, promotedBy: String?, founders: Int,
    source: String, provenance: Provenance
  ) {
    self.init(
      id: id, name: name, form: "partnership", partOf: nil, region: nil, themes: [], problemLevels: [],
      solutionType: nil, isMarketBased: nil, successor: nil,
      period: Period(since: When(day)), launchedAt: nil, seat: nil, promotedBy: promotedBy.map { [$0] } ?? [],
      members: Figure(
        value: Double(founders), unit: "partner", asOf: When(day), source: source, verification: .inferred),
      text: goal, provenance: provenance)
  }
}
