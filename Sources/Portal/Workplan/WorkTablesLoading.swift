internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  func workTables(of activities: [Activity]) throws -> WorkTables {
    WorkTables(
      outputs: outputs(of: activities), levels: try workLevels(of: activities),
      priorities: try priorities(of: activities),
      shared: try activities.filter { !$0.sharedWith.isEmpty }.map { activity in
        .init(
          activity: linked(activity),
          with: try activity.sharedWith.map { try linked(Partnership.kind, $0.text) })
      },
      national: try nationalInitiatives(), attends: attends)
  }

  func linked(_ activity: Activity) -> Linked {
    Linked(said(activity.text), .activity(activity.id.text))
  }

  /// Every kind that the charter names, those of which nothing came too, and others that are on record.
  private func outputs(of activities: [Activity]) -> [WorkTables.OutputRow] {
    let groups = Dictionary(grouping: activities.filter { $0.output != nil }) { $0.output ?? "" }
    let named = charter?.work.outputs ?? []
    return (named + groups.keys.filter { !named.contains($0) }.sorted()).map { output in
      let those = groups[output] ?? []
      return .init(
        output: words.term("output", output), activities: those.map(linked),
        sectors: Set(those.flatMap(\.sectors)).sorted().map { words.term("sector", $0) })
    }
  }

  /// In the order of the charter's levels; at one level, by who coordinates.
  private func workLevels(of activities: [Activity]) throws -> [WorkTables.LevelRow] {
    let leveled = activities.filter { $0.workLevel != nil || $0.coordinatedBy != nil }
    guard !leveled.isEmpty else { return [] }
    struct Place: Hashable {
      var level: ProblemLevel?
      var body: Body.ID?
      var country: Country?
    }
    let groups = Dictionary(grouping: leveled) { activity in
      Place(
        level: activity.workLevel, body: activity.coordinatedBy,
        country: activity.coordinatedBy == nil ? activity.country : nil)
    }
    let order = charter?.levels.problem ?? []
    func rank(_ place: Place) -> Int { place.level.flatMap(order.firstIndex) ?? order.count }
    func id(_ place: Place) -> String { place.body?.text ?? place.country?.code ?? "~" }
    return try groups.sorted { (rank($0.key), id($0.key)) < (rank($1.key), id($1.key)) }.map { place, those in
      .init(
        level: place.level.map { words.term("work_level", $0.rawValue) } ?? words["report.level.notStated"],
        by: try place.body.map { try linked(Body.kind, $0.text) }
          ?? place.country.map { Linked(Said(CountryNames.shared.name(of: $0.code, in: language))) },
        activities: those.map(linked))
    }
  }

  /// Shown where the charter asks whose priorities are served, or a record says it.
  private func priorities(of activities: [Activity]) throws -> [WorkTables.PriorityRow] {
    let actions = try Dictionary(
      activities.compactMap(\.priorityAction).compactMap { try one($0) }.map { ($0.id, $0) }
    ) { first, _ in first }
    guard charter?.work.servesPartners == true || actions.values.contains(where: { $0.setBy != nil }) else {
      return []
    }
    return try Dictionary(grouping: activities, by: \.priorityAction)
      .sorted { ($0.key?.text ?? "~") < ($1.key?.text ?? "~") }
      .map { id, those in
        let action = id.flatMap { actions[$0] }
        return .init(
          setBy: try action?.setBy.map { try linked(Body.kind, $0.text) },
          action: action.map { Linked(said($0.title), .record(kind: PriorityAction.kind, id: $0.id.text)) },
          activities: those.map(linked))
      }
  }

  /// Those that the charter attends to first stand first.
  private func nationalInitiatives() throws -> [WorkTables.NationalRow] {
    let attention = charter?.attention ?? .unsaid
    let initiatives = try valid(NationalInitiative.self)
    let incomes = initiatives.isEmpty ? [:] : try connection.incomeGroups(on: day)
    return initiatives.map { initiative in
      let income = incomes[initiative.country]
      return WorkTables.NationalRow(
        initiative: Linked(
          said(initiative.name), .record(kind: NationalInitiative.kind, id: initiative.id.text)),
        country: CountryNames.shared.name(of: initiative.country.code, in: language),
        income: income.map { words.term("group", $0) },
        populations: initiative.populations.map { words.term("populations", $0) },
        adaptation: said(initiative.adaptation),
        comesFirst: attention.comesFirst(income: income, initiative.populations),
        basis: Basis(initiative.provenance))
    }.sorted { $0.comesFirst && !$1.comesFirst }
  }

  /// Whom the charter attends to first, in a sentence.
  private var attends: String? {
    guard let attention = charter?.attention else { return nil }
    let whom =
      attention.incomeGroups.map { words.term("income-group", $0) }
      + attention.populations.map { words.term("populations", $0) }
    return whom.isEmpty ? nil : words["activities.attends", ["whom": words.list(whom)]]
  }
}
