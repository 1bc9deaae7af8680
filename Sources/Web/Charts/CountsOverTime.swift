public import Kernel
public import Markup
public import Telling

/// How many there were, at the dates at which someone counted.
public struct CountsOverTime: Sendable {
  public struct Point: Sendable {
    public var when: When
    public var value: Double
    public var qualifier: Qualifier
    public var sources: [SourceRef]
    public var note: Said?
    public var route: Route?

    public init(
      when: When, value: Double, qualifier: Qualifier, sources: [SourceRef], note: Said? = nil,
      route: Route? = nil
    ) {
      self.when = when
      self.value = value
      self.qualifier = qualifier
      self.sources = sources
      self.note = note
      self.route = route
    }
  }
  /// In any order; two at one date are both shown.
  public var points: [Point]
  /// What is counted, as the head of a column.
  public var heading: String

  public init(points: [Point], heading: String) {
    self.points = points
    self.heading = heading
  }

  /// By date; at one date the exact count last, so that its dot lies on top.
  public var ordered: [Point] {
    points.sorted { a, b in
      a.when != b.when ? a.when < b.when : a.qualifier != .exact && b.qualifier == .exact
    }
  }
}

extension Page {
  /// Dots at the dates, joined only to guide the eye: solid where a source counts, hollow where it says about,
  /// more than, at most.
  public func countsOverTime(_ frame: ChartFrame, _ chart: CountsOverTime) -> HTML {
    let points = chart.ordered
    guard let first = points.first, let last = points.last else { return "" }
    let years = first.when.first.civil.year...max(last.when.last.civil.year, first.when.first.civil.year) + 1
    let start = Double(Day(years.lowerBound, 1, 1).number)
    let span = Double(Day(years.upperBound, 1, 1).number) - start
    let most = max(points.map(\.value).max() ?? 0, 1)
    let (top, bottom) = (34, 214)

    func x(_ when: When) -> Double {
      // The middle of what the date can mean, as far as the source says.
      (0.02 + 0.94 * ((Double(when.first.number) + Double(when.last.number)) / 2 - start) / span)
    }
    func y(_ value: Double) -> Int { bottom - Int(saturating: value / most * Double(bottom - top)) }

    var marks = HTML()
    for year in Self.ticks(years) {
      let part = 0.02 + 0.94 * (Double(Day(year, 1, 1).number) - start) / span
      marks.append(upright(at: part, from: top - 14, to: bottom + 6, "g"))
      marks.append("<text x=\"\(across(part))\" y=\"\(bottom + 24)\" class=\"d c\">\(String(year))</text>")
    }
    marks.append("<line x1=\"0%\" x2=\"100%\" y1=\"\(bottom)\" y2=\"\(bottom)\" class=\"x\"/>")
    for (a, b) in zip(points, points.dropFirst()) where a.when != b.when {
      marks.append(
        """
        <line x1="\(across(x(a.when)))" y1="\(y(a.value))" x2="\(across(x(b.when)))" y2="\(y(b.value))" class="k"/>
        """)
    }
    var lastLabel = -1.0
    for point in points {
      let (part, height) = (x(point.when), y(point.value))
      let solid = point.qualifier == .exact
      marks.append(
        """
        <circle cx="\(across(part))" cy="\(height)" r="6" class="\(solid ? "f2 s2" : "o s2")"/>
        """)
      // Numbers that would run into each other stand in the table only.
      if part - lastLabel > 0.045 {
        marks.append(
          "<text x=\"\(across(part))\" y=\"\(height - 12)\" class=\"b c\">\(words.number(point.value))</text>"
        )
        lastLabel = part
      }
    }
    return self.chart(
      frame, drawing: drawing(frame, height: bottom + 30, marks), table: table(points, frame, chart))
  }

  /// Every year, or every second, fifth, tenth, so that their names do not touch on a narrow screen.
  private static func ticks(_ years: ClosedRange<Int>) -> [Int] {
    let step = [1, 2, 5, 10, 20, 50].first { years.count / $0 <= 6 } ?? 100
    return years.filter { $0 % step == 0 }
  }

  private func table(_ points: [CountsOverTime.Point], _ frame: ChartFrame, _ chart: CountsOverTime)
    -> TableView
  {
    TableView(
      frame.caption,
      columns: [
        .init(words["column.date"]), .init(chart.heading, isNumber: true), .init(words["column.howSure"]),
        .init(words["column.source"]), .init(words["column.note"]),
      ],
      rows: points.map { point in
        let value: HTML = "\(words.number(point.value))"
        return [
          date(point.when), point.route.map { "<a\(href: link($0))>\(value)</a>" } ?? value,
          "\(words.term("qualifier", point.qualifier.rawValue))", sources(point.sources),
          point.note.map { said($0) } ?? "",
        ]
      })
  }
}
