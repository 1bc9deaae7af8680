internal import Charters
internal import Governance
public import Kernel
public import Telling
internal import Store
internal import Workplan

extension Partnership {
  /// What the programme's numbers are made of, as the charter in force on a day has them carried up from projects.
  ///
  /// - Parameters:
  ///   - area: whose projects are taken; nil for those of every area that carries numbers up.
  ///   - indicator: one of those carried up; nil for all.
  /// - Throws: a `Refusal` for an area or indicator that the charter does not carry up, with those that it does.
  public func rolledUp(
    of area: String?, indicator: String?, on day: Day, in language: Language
  ) async throws -> RollUpText {
    try await database.read { connection in
      let charter = try CharterBook().needed(on: day, connection)
      try charter.refuseWhatIsNotCarriedUp(area, indicator)
      let numbers = try connection.rolledUp(under: charter, of: area, indicator: indicator, on: day)
      return RollUpText(
        numbers, under: charter, names: try connection.namesOfProjects(in: numbers), in: language)
    }
  }
}

extension Charter {
  fileprivate func refuseWhatIsNotCarriedUp(_ area: String?, _ indicator: String?) throws {
    func refuse(_ word: String, _ what: String, _ known: [String]) -> Refusal {
      Refusal(
        "not-carried-up",
        "the charter \(label) carries up no number of the \(what) \u{201C}\(word.prefix(60))\u{201D}; "
          + (known.isEmpty ? "it carries up none at all" : "it does so for \(known.joined(separator: ", "))"),
        field: what)
    }
    let carrying = areas.filter { $0.rollUp != nil }.map(\.id)
    if let area, !carrying.contains(area) { throw refuse(area, "area", carrying) }
    let known = rollUpRules(of: area).map(\.indicator.id)
    if let indicator, !known.contains(indicator) { throw refuse(indicator, "indicator", known) }
  }
}
