internal import Charters
internal import Finance
internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
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

  private func leads(of area: String) throws -> [Linked] {
    try valid(Seat.self, "AND area = \(area) AND role = 'lead' ORDER BY id").map {
      Linked(Said($0.holder), .record(kind: Seat.kind, id: $0.id.text))
    }
  }

  func area(_ id: String) throws -> AreaPage? {
    guard let area = try connection.one(Area.ID(id)) else { return nil }
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
      themes: area.themes.map { Statement(Said(words.term("theme", $0)), basisOfLife(area)) },
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

  func row(_ activity: Activity) throws -> ActivityRow {
    ActivityRow(
      title: Linked(said(activity.text), .activity(activity.id.text)),
      mode: activity.mode.map { words.term("mode", $0) },
      nature: activity.nature.map { words.term("nature", $0) },
      phase: activity.phase.map { words.term("phase", $0) } ?? "", areas: try areas(activity.areas),
      period: activity.period, basis: Basis(activity.provenance))
  }

  func activities(_ address: Address) throws -> ActivitiesPage {
    let all = try valid(Activity.self, "ORDER BY id")
    let chosen = Dictionary(address.filters.map { ($0.name, $0.value) }) { first, _ in first }.filter {
      !$0.value.isEmpty
    }
    let rows = all.filter { activity in
      (chosen["mode"].map { activity.mode == $0 } ?? true)
        && (chosen["nature"].map { activity.nature == $0 } ?? true)
        && (chosen["phase"].map { activity.phase == $0 } ?? true)
        && (chosen["society_level"].map { activity.societyLevel == $0 } ?? true)
        && (chosen["problem_level"].map { activity.problemLevel?.rawValue == $0 } ?? true)
        && (chosen["area"].map { activity.areas.contains($0) } ?? true)
    }
    func filter(_ name: String, _ label: String, _ values: [String?], _ word: (String) -> Said) -> Filter {
      Filter(
        name: name, label: label,
        options: Set(values.compactMap { $0 }).sorted().map { Filter.Option(value: $0, name: word($0)) },
        chosen: chosen[name])
    }
    let names = Dictionary(
      uniqueKeysWithValues: try connection.all(Area.self).map { ($0.id.text, said($0.name)) })
    let byMode = Dictionary(grouping: rows) { $0.mode ?? "not-stated" }.mapValues(\.count)
    return ActivitiesPage(
      filters: [
        filter("area", words["filter.area"], all.flatMap(\.areas)) { names[$0] ?? Said($0) },
        filter("mode", words["filter.mode"], all.map(\.mode)) { Said(words.term("mode", $0)) },
        filter("nature", words["filter.nature"], all.map(\.nature)) { Said(words.term("nature", $0)) },
        filter("phase", words["filter.phase"], all.map(\.phase)) { Said(words.term("phase", $0)) },
        filter("society_level", words["column.societyLevel"], all.map(\.societyLevel)) {
          Said(words.term("society_level", $0))
        },
        filter("problem_level", words["column.problemLevel"], all.map(\.problemLevel?.rawValue)) {
          Said(words.term("problem_level", $0))
        },
      ].filter { !$0.options.isEmpty },
      rows: try rows.map(row), all: all.count,
      byMode: byMode.sorted { $0.key < $1.key }.map { (mode: words.term("mode", $0.key), count: $0.value) },
      bySocietyLevel: count(rows.filter { $0.function == "mobilise" || $0.societyLevel != nil }) { activity in
        activity.societyLevel.map { words.term("society_level", $0) } ?? words["report.level.notStated"]
      },
      byProblemLevel: count(rows) { activity in
        activity.problemLevel.map { words.term("problem_level", $0.rawValue) }
          ?? words["report.level.notStated"]
      },
      next: nil)
  }

  /// How many activities have each name, the most first.
  private func count(
    _ activities: [Activity], by name: (Activity) -> String
  ) -> [(name: String, count: Int)] {
    Dictionary(grouping: activities, by: name).map { ($0.key, $0.value.count) }.sorted { a, b in
      a.1 != b.1 ? a.1 > b.1 : a.0 < b.0
    }
  }

  func activity(_ id: String) throws -> ActivityPage? {
    guard let activity = try connection.one(Activity.ID(id)) else { return nil }
    let basis = Basis(activity.provenance)
    func fact(_ label: String, _ family: String, _ value: String?) -> Fact? {
      value.map { Fact(label, .text(Said(words.term(family, $0))), basis: basis) }
    }
    let facts: [Fact?] = [
      Fact(words["column.areas"], .linked(try areas(activity.areas))),
      fact(words["column.kind"], "form", activity.form), fact(words["column.mode"], "mode", activity.mode),
      fact(words["column.nature"], "nature", activity.nature),
      fact(words["column.phase"], "phase", activity.phase),
      fact(words["field.stream"], "stream", activity.stream),
      fact(words["field.function"], "function", activity.function),
      fact(words["column.societyLevel"], "society_level", activity.societyLevel),
      fact(words["column.problemLevel"], "problem_level", activity.problemLevel?.rawValue),
      fact(words["field.solution_type"], "solution_type", activity.solutionType),
      activity.isMarketBased.map {
        Fact(
          words["field.is_market_based"], .text(Said($0 ? words["value.yes"] : words["value.no"])),
          basis: basis)
      },
      activity.country.map {
        Fact(words["column.country"], .text(Said(CountryNames.shared.name(of: $0.code, in: language))))
      },
      activity.region.map { Fact(words["field.region"], .text(Said($0))) },
      Fact(words["column.period"], activity.period == Period() ? .notStated : .period(activity.period)),
    ]
    return ActivityPage(
      id: id, title: said(activity.text), text: nil, state: state(activity.state.rawValue),
      facts: facts.compactMap { $0 },
      deliverables: try connection.all(Deliverable.self, "WHERE activity = \(id) ORDER BY due NULLS LAST, id")
        .map { item in
          Dated(
            Period(since: item.delivered ?? item.due),
            Linked(said(item.title), .record(kind: Deliverable.kind, id: item.id.text)),
            basis: Basis(item.provenance))
        }, measured: try measured(by: activity.id))
  }
}
