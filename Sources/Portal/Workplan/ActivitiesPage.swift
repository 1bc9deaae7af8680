internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One activity in a list.
struct ActivityRow: Sendable {
  var title: Linked
  /// Capacity-building or information, in the reader's language; nil where no source says.
  var mode: String?
  /// Binding, voluntary, interim.
  var nature: String?
  /// How far it is.
  var phase: String
  var areas: [Linked]
  var period: Period
  var basis: Basis
}

/// What is done, in all areas.
struct ActivitiesPage: PageView {
  var filters: [Filter]
  var rows: [ActivityRow]
  /// How many there are before the filters.
  var all: Int
  /// How many of the rows are of each mode, in the order to be shown.
  var byMode: [(mode: String, count: Int)]
  /// The same by level of society, for the work that mobilises, and by level of the problem.
  var bySocietyLevel: [(name: String, count: Int)] = []
  var byProblemLevel: [(name: String, count: Int)] = []
  var common = WorkTables()
  var next: Address?

  func title(on page: Page) -> Said { Said(page.words["nav.activities"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["activities.stand"])))\
      \(page.section(words["activities.list"], wide: true, list(page)))\
      \(byMode.isEmpty ? nil : page.section(words["activities.modes"], hint: words["activities.modes.hint"], modes(page)))\
      \(bySocietyLevel.isEmpty ? nil : page.section(words["report.levels"], hint: words["report.levels.hint"], levels(words["column.societyLevel"], bySocietyLevel, page)))\
      \(byProblemLevel.isEmpty ? nil : page.section(words["activities.problem"], hint: words["activities.problem.hint"], levels(words["column.problemLevel"], byProblemLevel, page)))\
      \(common.body(on: page))
      """
  }

  private func list(_ page: Page) -> HTML {
    let words = page.words
    if all == 0 { return page.empty(words["activities.none"]) }
    let table: HTML =
      rows.isEmpty
      ? page.empty(words["list.noMatch"])
      : page.activityTable(
        rows, words["activities.list"],
        remark: words[
          "list.shown", ["shown": words.number(Double(rows.count)), "all": words.number(Double(all))]])
    return "\(page.filters(filters))\(table)\(page.next(next))"
  }

  private func levels(_ heading: String, _ counts: [(name: String, count: Int)], _ page: Page) -> HTML {
    page.table(
      TableView(
        heading, repeatsHeading: true,
        columns: [.init(heading), .init(page.words["column.activities"], isNumber: true)],
        rows: counts.map { ["\($0.name)", page.number($0.count)] }))
  }

  private func modes(_ page: Page) -> HTML { page.modeChart(byMode, id: "modes") }
}

extension Page {
  /// - Parameter isOfOneMode: the caption says the mode, so that no column has to.
  func activityTable(
    _ rows: [ActivityRow], _ caption: String, remark: String? = nil, isOfOneMode: Bool = false
  ) -> HTML {
    table(
      TableView(
        caption, remark: remark,
        columns: [.init(words["column.activity"])] + (isOfOneMode ? [] : [.init(words["column.mode"])]) + [
          .init(words["column.nature"]), .init(words["column.phase"]), .init(words["column.areas"]),
          .init(words["column.period"]), .init(words["column.source"]),
        ],
        rows: rows.map { row in
          [linked(row.title)] + (isOfOneMode ? [] : [row.mode.map { "\($0)" } ?? notStated]) + [
            row.nature.map { "\($0)" } ?? notStated, "\(row.phase)", linked(row.areas),
            "\(words.dates(row.period))", basis(row.basis),
          ]
        }))
  }

  /// How many activities are of each mode.
  func modeChart(_ counts: [(mode: String, count: Int)], id: String) -> HTML {
    let bars = counts.map {
      BarChart.Bar(name: $0.mode, value: Double($0.count), text: words.number(Double($0.count)))
    }
    return barChart(
      ChartFrame(
        id: id, caption: words["activities.modes.caption"],
        reading: words.count("count.activity", counts.reduce(0) { $0 + $1.count }),
        description: bars.map { "\($0.name): \($0.text)" }.joined(separator: "; ")),
      BarChart(bars: bars, nameHeading: words["column.mode"], valueHeading: words["column.activities"]))
  }
}

/// One activity.
struct ActivityPage: PageView {
  var id: String
  var title: Said
  var text: Said?
  var state: StateView?
  /// Mode, nature, phase, areas, countries, level of society, need, source of money …
  var facts: [Fact]
  var deliverables: [Dated]
  /// What is on record of its own numbers.
  var measured: [FigureView] = []

  func title(on page: Page) -> Said { title }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.activities"]), .activities)] }

  func body(on page: Page) -> HTML {
    """
    \(page.lead(title, text, page.recordLine("activity", id, state)))\
    \(page.section(page.words["activity.about"], page.facts(facts)))\
    \(measured.isEmpty ? nil : page.section(page.words["activity.measured"], hint: page.words["activity.measured.hint"], page.facts(measured.map { Fact($0.name, .figure($0)) })))\
    \(deliverables.isEmpty ? nil : page.section(page.words["activity.deliverables"], page.dated(deliverables)))
    """
  }
}
