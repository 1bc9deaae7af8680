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
  func row(_ activity: Activity) throws -> ActivityRow {
    ActivityRow(
      title: linked(activity),
      mode: activity.mode.map { words.term("mode", $0) },
      nature: activity.nature.map { words.term("nature", $0) },
      phase: activity.phase.map { words.term("phase", $0) } ?? "", areas: try areas(activity.areas),
      period: activity.period, basis: Basis(activity.provenance))
  }

  func activities() throws -> ActivitiesPage {
    let address = page.address
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
        && (chosen["work_level"].map { activity.workLevel?.rawValue == $0 } ?? true)
        && (chosen["output"].map { activity.output == $0 } ?? true)
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
        filter("work_level", words["field.work_level"], all.map(\.workLevel?.rawValue)) {
          Said(words.term("work_level", $0))
        },
        filter("output", words["field.output"], all.map(\.output)) { Said(words.term("output", $0)) },
      ].filter { !$0.options.isEmpty },
      rows: try rows.map(row), all: all.count,
      byMode: byMode.sorted { $0.key < $1.key }.map { (mode: words.term("mode", $0.key), count: $0.value) },
      bySocietyLevel: count(rows.filter { $0.function == "mobilise" || $0.societyLevel != nil }) { activity in
        activity.societyLevel.map { words.term("society_level", $0) } ?? words["report.level.notStated"]
      },
      byProblemLevel: count(rows) { activity in
        activity.problemLevel.map { words.term("problem_level", $0.rawValue) }
          ?? words["report.level.notStated"]
      }, common: try workTables(of: rows), next: nil)
  }

  /// How many activities have each name, the most first.
  private func count(
    _ activities: [Activity], by name: (Activity) -> String
  ) -> [(name: String, count: Int)] {
    Dictionary(grouping: activities, by: name).map { ($0.key, $0.value.count) }.sorted { a, b in
      a.1 != b.1 ? a.1 > b.1 : a.0 < b.0
    }
  }

  /// The later decision of a treaty's conference that it prepares; told by its words where it is no record.
  private func easedDecision(by activity: Activity) throws -> Fact? {
    try activity.easesDecision.map { id in
      let decision = try one(Decision.ID(id))
      return Fact(
        words["field.eases_decision"],
        decision == nil
          ? .text(Said(words.term("eases_decision", id))) : .linked([try linked(Decision.kind, id)]),
        basis: Basis(activity.provenance))
    }
  }

  /// The action of a business plan that an activity carries out; nil where it is off plan (R57).
  private func action(of activity: Activity) throws -> Linked? {
    try activity.priorityAction.map { try linked(PriorityAction.kind, $0.text) }
  }

  func activity(_ id: String) throws -> ActivityPage? {
    guard let activity = try one(Activity.ID(id)) else { return nil }
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
      fact(words["field.output"], "output", activity.output),
      activity.sectors.isEmpty
        ? nil
        : Fact(
          words["field.sectors"],
          .text(Said(words.list(activity.sectors.map { words.term("sector", $0) }))), basis: basis),
      fact(words["field.work_level"], "work_level", activity.workLevel?.rawValue),
      try activity.coordinatedBy.map {
        Fact(words["field.coordinated_by"], .linked([try linked(Body.kind, $0.text)]), basis: basis)
      },
      activity.sharedWith.isEmpty
        ? nil
        : Fact(
          words["field.shared_with"],
          .linked(try activity.sharedWith.map { try linked(Partnership.kind, $0.text) }), basis: basis),
      try easedDecision(by: activity),
      activity.country.map {
        Fact(words["column.country"], .text(Said(CountryNames.shared.name(of: $0.code, in: language))))
      },
      activity.region.map { Fact(words["field.region"], .text(Said($0))) },
      Fact(
        words["kind.priority-action"],
        try action(of: activity).map { .linked([$0]) } ?? .text(Said(words["activity.offPlan"]))),
      try activity.priorityAction.flatMap { try one($0)?.setBy }.map {
        Fact(words["field.set_by"], .linked([try linked(Body.kind, $0.text)]))
      },
      activity.isPriority ? Fact(words["field.is_priority"], .text(Said(words["value.yes"]))) : nil,
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
