internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One area: what it set out to do, who leads it, what is under way, how long it is to last.
struct AreaPage: PageView {
  var id: String
  var name: Said
  var standfirst: Said?
  var state: StateView
  var figures: [FigureView]
  /// Plan in force, scope, leads, to whom it reports, its tie to the treaty.
  var plan: [Fact]
  var themes: [Statement]
  var activities: [ActivityRow]
  var targets: [FigureView]
  /// How what it aims at has gone so far.
  var courses: Courses?
  /// What its projects add up to; nil where the charter carries nothing up.
  var rolledUp: RollUpText?
  var money = MoneyView()
  var shortfall = ShortfallView()
  var alignment = AlignmentView(parties: 0, rows: [])
  /// What sources say about its end: when, by what.
  var plannedEnd: [Statement]
  var ending: Ending?
  /// Earlier names, mergers, editions of its scope.
  var history: [Dated]

  func title(on page: Page) -> Said { name }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.areas"]), .areas)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(name, standfirst, page.recordLine("area", id, state)))\(page.figures(figures))\
      \(page.section(words["area.plan"], hint: words["area.plan.hint"], page.facts(plan)))\
      \(themes.isEmpty ? nil : page.section(words["area.themes"], page.statements(themes)))\
      \(activitySection(page))\
      \(targets.isEmpty ? nil : page.section(words["area.targets"], hint: words["area.targets.hint"], targetList(page)))\
      \(courseSection(page))\
      \(rolledUp.map { page.rollUpSection($0) })\
      \(money.isEmpty ? nil : page.section(words["money.area"], hint: words["money.area.hint"], wide: true, page.money(money)))\
      \(page.section(words["area.shortfall"], hint: words["shortfall.hint"], wide: !shortfall.isEmpty, page.shortfall(shortfall)))\
      \(page.section(words["alignment.heading"], hint: words["alignment.hint"], wide: !alignment.rows.isEmpty, page.alignment(alignment)))\
      \(endSection(page))\
      \(history.isEmpty ? nil : page.section(words["area.history"], page.dated(history)))
      """
  }

  private func targetList(_ page: Page) -> HTML {
    page.facts(
      targets.map { target in
        // What is aimed at without a number is said in words.
        guard target.amount == .notStated, let note = target.note else {
          return Fact(target.name, .figure(target))
        }
        var basis = Basis(target.sources, verification: target.verification)
        if case .qualifier(let qualifier) = target.mark { basis.qualifier = qualifier }
        return Fact(target.name, .statement(Statement(note, basis, route: target.route)))
      })
  }

  private func activitySection(_ page: Page) -> HTML {
    let words = page.words
    guard !activities.isEmpty else {
      return page.section(words["nav.activities"], page.empty(words["area.activities.none"]))
    }
    let dated = activities.filter { $0.period.since != nil }
    let chart =
      dated.count < 2
      ? nil
      : page.spanChart(
        ChartFrame(
          id: "spans", caption: words.count("area.spans", dated.count), reading: words["chart.reading.spans"],
          description: dated.map { "\($0.title.text.text): \(words.dates($0.period))" }.joined(
            separator: "; ")),
        SpanChart(
          spans: dated.map { activity in
            SpanChart.Span(
              name: activity.title, period: activity.period,
              isSolid: (activity.period.since?.first ?? page.asOf) <= page.asOf, state: activity.phase)
          }, heading: words["column.activity"]))
    return page.section(
      words["nav.activities"], wide: true,
      "\(chart)\(page.activityTable(activities, words.count("count.activity", activities.count)))")
  }
}
