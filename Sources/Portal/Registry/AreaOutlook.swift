internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

/// What lies ahead of an area, and what it lacks.
extension Loading {
  /// The courses of what an area aims at, as known on the day; nil where it aims at nothing.
  func courses(of area: String) throws -> AreaPage.Courses? {
    let targets = try valid(Target.self, "AND area = \(area) ORDER BY id")
    guard !targets.isEmpty else { return nil }
    var courses = AreaPage.Courses(list: [], unmeasured: [])
    for indicator in Set(targets.map(\.indicator)).sorted() {
      let found = try connection.courses(of: indicator, on: day)
      if found.isEmpty { courses.unmeasured.append(words.term("indicator", indicator)) }
      courses.list += found.map { course($0, targets.filter { $0.indicator == indicator }) }
    }
    return courses
  }

  private func course(_ course: IndicatorCourse, _ targets: [Target]) -> CourseChart {
    let observations = course.start.id == course.latest.id ? [course.start] : [course.start, course.latest]
    let unit = course.latest.amount.unit
    return CourseChart(
      name: [
        words.term("indicator", course.indicator), course.medium.map { words.term("medium", $0) },
        words.term("scope", course.scope),
      ].compactMap { $0 }.joined(separator: ", "),
      points: observations.map { observation in
        CourseChart.Point(
          when: observation.referenceYear,
          figure: FigureView(
            name: "", observation.amount,
            route: .record(kind: Observation.kind, id: observation.id.text)))
      }, change: course.change, target: targets.first { $0.amount?.unit == unit }?.amount?.value)
  }

  /// - Parameter actions: of one area; each sum is then named by its currency alone.
  func shortfall(_ actions: [PriorityAction]) -> ShortfallView {
    let section = ShortfallSection(actions)
    return ShortfallView(
      sums: section.sums.filter { $0.area != nil }.map { sum($0, named: Linked(Said($0.currency))) },
      actions: section.actions.map(action))
  }

  func sum(_ line: ShortfallLine, named name: Linked) -> ShortfallView.Row {
    ShortfallView.Row(
      name: name, need: words.amount(line.need, line.currency),
      secured: words.amount(line.secured, line.currency), missing: words.amount(line.missing, line.currency))
  }

  func action(_ line: NeedLine) -> ShortfallView.Row {
    ShortfallView.Row(
      name: Linked(said(line.title), .record(kind: PriorityAction.kind, id: line.record)),
      need: words.amount(line.need.minor, line.need.currency),
      secured: line.secured.map { words.amount($0.minor, $0.currency) } ?? words["figure.notStated"],
      missing: words.amount(line.missing.minor, line.missing.currency), basis: Basis(line.provenance))
  }

  /// - Parameter isShown: whether an activity of these areas is told.
  func alignment(_ isShown: ([String]) -> Bool) throws -> AlignmentView {
    alignment(try connection.alignment(on: day), isShown)
  }

  func alignment(_ section: AlignmentSection, _ isShown: ([String]) -> Bool) -> AlignmentView {
    AlignmentView(
      parties: section.parties,
      rows: section.priorities.flatMap { priority in
        priority.activities.filter { isShown($0.areas) }.map { line in
          AlignmentView.Row(
            priority: priority.priority, activity: Linked(said(line.text), .activity(line.activity)),
            verdict: line.verdict.map { verdict in
              Linked(
                Said(words.term("verdict", verdict)),
                line.alignment.map { .record(kind: Alignment.kind, id: $0) })
            }, basis: Basis(line.provenance))
        }
      })
  }

  /// How long an area has until its planned end, and what is open; nil where no end is planned or it has ended.
  func ending(of area: Area) throws -> AreaPage.Ending? {
    guard let end = try connection.plannedEnds(on: day).first(where: { $0.area == area.id }) else {
      return nil
    }
    return AreaPage.Ending(
      left: left(until: end), days: end.daysLeft, isOverdue: end.isOverdue,
      open: try connection.closureChecklist(of: area.id, on: day).open.map { item in
        let route: Route =
          item.kind == Activity.kind ? .activity(item.record) : .record(kind: item.kind, id: item.record)
        let name =
          item.kind == Seat.kind
          ? try one(Seat.ID(item.record)).map { Said($0.holder) } : nil
        return (
          words.term("kind", item.kind),
          Linked(try name ?? self.name(ofRecord: item.kind, item.record), route)
        )
      })
  }

  /// The headline figure of an area whose end is dated.
  func days(until left: Int) -> FigureView {
    FigureView(
      name: words["area.end"], amount: .number(Double(left)), unit: "day", mark: .computed,
      note: Said(left < 0 ? words["area.end.past"] : words["area.end.toGo"]))
  }

  private func left(until end: PlannedEnd) -> String {
    guard let days = end.daysLeft, let date = end.date else { return words["area.end.noDate"] }
    let values = ["date": words.dateInSentence(date)]
    return days < 0
      ? words.count("area.end.overdue", -days, values) : words.count("area.end.left", days, values)
  }
}
