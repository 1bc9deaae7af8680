public import Kernel
public import Markup
public import Telling

/// What an indicator was at the start, what it is now and what it should become.
public struct CourseChart: Sendable {
  public struct Point: Sendable {
    public var when: When?
    public var figure: FigureView

    public init(when: When? = nil, figure: FigureView) {
      self.when = when
      self.figure = figure
    }
  }
  /// Indicator, medium and scope, in words.
  public var name: String
  /// One where it was measured once.
  public var points: [Point]
  /// Latest less start; nil where they cannot be subtracted.
  public var change: Double?
  /// In the unit of the points; nil where no target is given in it.
  public var target: Double?

  public init(name: String, points: [Point], change: Double? = nil, target: Double? = nil) {
    self.name = name
    self.points = points
    self.change = change
    self.target = target
  }
}

extension Page {
  /// Two bars, start and latest, with the target as an upright mark.
  public func course(_ course: CourseChart, id: String) -> HTML {
    guard let first = course.points.first, let last = course.points.last else { return "" }
    let bars = course.points.map { point -> BarChart.Bar in
      var value = 0.0
      if case .number(let number) = point.figure.amount { value = number }
      return BarChart.Bar(
        name: name(of: point), value: value, text: text(of: point),
        isSolid: point.figure.mark == .qualifier(.exact),
        target: point.figure == last.figure ? course.target : nil)
    }
    let unit = last.figure.unit.map { words.unit($0, for: 2) } ?? ""
    let since = first.when.map { words.date($0) } ?? words["date.notStated"]
    let values = ["change": "\(words.number(course.change?.magnitude ?? 0))\u{A0}\(unit)", "since": since]
    let finding =
      switch course.change {
      case nil where course.points.count < 2: words["course.once", values]
      case nil: words["course.other"]
      case 0: words["course.same", values]
      case let change? where change > 0: words["course.more", values]
      default: words["course.less", values]
      }
    return barChart(
      ChartFrame(
        id: id, caption: words["course.caption", ["what": course.name, "finding": finding]],
        reading: course.target == nil ? words["course.reading.noTarget"] : words["course.reading"],
        description: bars.map { "\($0.name): \($0.text)" }.joined(separator: "; ")),
      BarChart(bars: bars, nameHeading: words["column.date"], valueHeading: words["column.value"]),
      table: TableView(
        course.name,
        columns: [
          .init(words["column.date"]), .init(words["column.value"], isNumber: true),
          .init(words["column.source"]),
        ],
        rows: course.points.map { point in
          let value: HTML = "\(text(of: point))"
          return [
            date(point.when), point.figure.route.map { "<a\(href: link($0))>\(value)</a>" } ?? value,
            sources(point.figure.sources),
          ]
        }))
  }

  private func name(of point: CourseChart.Point) -> String {
    point.when.map { words.date($0) } ?? words["date.notStated"]
  }

  /// “about 2,220 t”.
  private func text(of point: CourseChart.Point) -> String {
    guard case .number(let value) = point.figure.amount else { return words["figure.notStated"] }
    let number = [words.number(value), point.figure.unit.map { words.unit($0, for: value) } ?? ""]
      .joined(separator: "\u{A0}")
    guard case .qualifier(let qualifier) = point.figure.mark, qualifier != .exact else { return number }
    return "\(words.term("qualifier", qualifier.rawValue)) \(number)"
  }
}
