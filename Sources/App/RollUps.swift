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
      let place: [String: Phrase.Value] = [
        "charter": .text(label), "what": .phrase(Phrase("finding.referent.\(what)")),
        "word": "\(word.prefix(60))",
      ]
      return known.isEmpty
        ? Refusal("not-carried-up.none", place, field: what)
        : Refusal("not-carried-up", place.merging(["known": .list(known)]) { $1 }, field: what)
    }
    let carrying = areas.filter { $0.rollUp != nil }.map(\.id)
    if let area, !carrying.contains(area) { throw refuse(area, "area", carrying) }
    let known = rollUpRules(of: area).map(\.indicator.id)
    if let indicator, !known.contains(indicator) { throw refuse(indicator, "indicator", known) }
  }
}
