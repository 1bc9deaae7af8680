internal import Charters
internal import Kernel
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  /// Of each list behind a number a page shows so many; the command and its file have all.
  private static let shown = 10

  /// What is carried up from the projects of an area, or of the whole programme.
  func rollUps(of area: String? = nil) throws -> RollUpText? {
    guard let charter else { return nil }
    return try rollUps(try connection.rolledUp(under: charter, of: area, on: day), under: charter)
  }

  /// What a project measured, as known on the day.
  func measured(by activity: Activity.ID) throws -> [FigureView] {
    try valid(Observation.self, "AND activity = \(activity) ORDER BY indicator, reference_year, id").map {
      let name =
        charter?.indicator($0.indicator)?.name.text(in: language).text
        ?? words.term("indicator", $0.indicator)
      return FigureView(
        name: [name, $0.referenceYear.map(words.date)].compactMap { $0 }.joined(separator: ", "), $0.amount,
        route: .record(kind: Observation.kind, id: $0.id.text))
    }
  }

  func rollUps(_ numbers: [RolledUp], under charter: Charter) throws -> RollUpText? {
    guard !numbers.isEmpty else { return nil }
    return RollUpText(
      numbers, under: charter, names: try connection.namesOfProjects(in: numbers, atMost: Self.shown),
      in: language, atMost: Self.shown)
  }
}
