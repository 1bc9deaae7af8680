internal import Charters
internal import Finance
internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  func areas() throws -> AreasPage {
    let activities = try valid(Activity.self)
    return AreasPage(
      rows: try valid(Area.self, "ORDER BY number, id").map { area in
        AreasPage.Row(
          name: Linked(said(area.name), .area(area.id.text)), text: nil, state: state(area.state.rawValue),
          leads: try leads(of: area.id.text),
          activities: activities.count { $0.areas.contains(area.id.text) }, life: life(of: area),
          plannedEnd: said(area.plannedEnd), basis: basisOfLife(area))
      })
  }

  /// Since when an area exists, as exactly as its source says it, and until when.
  func life(of area: Area) -> String {
    guard let since = area.period.since, area.period.until == nil else { return words.dates(area.period) }
    switch (area.provenance.qualifier, area.notAfter) {
    case (.atMost, _): return words["date.since.latest", ["date": words.dateInSentence(since)]]
    case (.atLeast, let latest?), (.moreThan, let latest?):
      return words[
        "date.since.between", ["date": words.dateInSentence(since), "latest": words.dateInSentence(latest)]]
    case (.atLeast, nil), (.moreThan, nil):
      return words["date.since.earliest", ["date": words.dateInSentence(since)]]
    default: return words.dates(area.period)
    }
  }

  /// What is said of its end, on the ground of the source that says so.
  private func plannedEnd(of area: Area) throws -> [Statement] {
    guard let end = area.plannedEnd else { return [] }
    let said = try valid(AreaEvent.self, "AND area = \(area.id) AND event = 'planned-end' ORDER BY id").first
    return [Statement(self.said(end), said.map { Basis($0.provenance) } ?? basisOfLife(area))]
  }

  /// What an area's dates rest on; how sure they are is told with them.
  func basisOfLife(_ area: Area) -> Basis {
    var basis = Basis(area.provenance)
    if [.atMost, .atLeast, .moreThan].contains(basis.qualifier) { basis.qualifier = .exact }
    return basis
  }

  /// What an area's themes rest on in the charter: no source need name them.
  private func basisOfThemes(_ area: Area) -> Basis {
    guard let ground = charter?.areas.first(where: { $0.id == area.id.text })?.themesGround else {
      return basisOfLife(area)
    }
    return Basis(ground.basis == .assumed ? Provenance([], verification: .inferred) : ground.provenance)
  }

  private func leads(of area: String) throws -> [Linked] {
    try valid(Seat.self, "AND area = \(area) AND role = 'lead' ORDER BY id").map {
      Linked(Said($0.holder), .record(kind: Seat.kind, id: $0.id.text))
    }
  }

  func area(_ id: String) throws -> AreaPage? {
    guard let area = try one(Area.ID(id)) else { return nil }
    let activities = try valid(Activity.self).filter { $0.areas.contains(id) }
    let governing = try connection.governingTexts(for: id, on: day)
    let plan = try valid(BusinessPlan.self, "AND area = \(id) ORDER BY period_since DESC NULLS LAST, id")
    let ending = try ending(of: area)
    return AreaPage(
      id: id, name: said(area.name), standfirst: nil, state: state(area.state.rawValue),
      figures: [
        FigureView(
          name: words["nav.activities"], amount: .number(Double(activities.count)), mark: .computed,
          route: .activities)
      ] + (ending?.days.map { [days(until: $0)] } ?? []),
      plan: [
        Fact(words["column.period"], .text(Said(life(of: area))), basis: basisOfLife(area)),
        Fact(words["column.leads"], try leads(of: id).isEmpty ? .notStated : .linked(leads(of: id))),
        Fact(
          words["governance.documents"],
          .linked(
            governing.map { Linked(said($0.name), .record(kind: GoverningDocument.kind, id: $0.id.text)) })),
        Fact(
          words["area.plan"],
          plan.isEmpty
            ? .notStated
            : .linked(plan.map { Linked(said($0.title), .record(kind: BusinessPlan.kind, id: $0.id.text)) })),
      ],
      themes: area.themes.map { Statement(Said(words.term("theme", $0)), basisOfThemes(area)) },
      activities: try activities.map(row),
      targets: try valid(Target.self, "AND area = \(id) ORDER BY id").map { target in
        FigureView(
          name: words.term("indicator", target.indicator),
          amount: target.amount.map { FigureView.Amount($0) } ?? .notStated, unit: target.amount?.unit,
          mark: .qualifier(target.provenance.qualifier), verification: target.provenance.verification,
          asOf: target.year, sources: Basis(target.provenance).sources, note: said(target.text),
          route: .record(kind: Target.kind, id: target.id.text))
      },
      courses: try courses(of: id), rolledUp: try rollUps(of: id),
      money: try money(connection.windowLines(on: day).compactMap { $0.about(id) }),
      shortfall: shortfall(try connection.priorityActions(on: day).filter { $0.area == area.id }),
      alignment: try alignment { $0.contains(id) },
      plannedEnd: try plannedEnd(of: area), ending: ending,
      history: try valid(AreaEvent.self, "AND area = \(id) ORDER BY date NULLS FIRST, id").map { event in
        Dated(
          Period(since: event.date, until: event.date),
          Linked(Said(words.term("event", event.event)), .record(kind: AreaEvent.kind, id: event.id.text)),
          text: said(event.text), basis: Basis(event.provenance))
      })
  }
}
