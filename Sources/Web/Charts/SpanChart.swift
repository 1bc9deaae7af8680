public import Kernel
public import Markup
public import Telling

/// Things that last, along time.
public struct SpanChart: Sendable {
  public struct Span: Sendable {
    public var name: Linked
    public var period: Period
    /// Whether it has begun; what is planned is hollow.
    public var isSolid: Bool
    public var state: String

    public init(name: Linked, period: Period, isSolid: Bool, state: String) {
      self.name = name
      self.period = period
      self.isSolid = isSolid
      self.state = state
    }
  }
  public var spans: [Span]
  public var heading: String

  public init(spans: [Span], heading: String) {
    self.spans = spans
    self.heading = heading
  }
}

extension Page {
  /// The name stands above each bar; the line in the accent is the day shown. Only spans with a known beginning are
  /// drawn; all are in the table.
  public func spanChart(_ frame: ChartFrame, _ chart: SpanChart) -> HTML {
    let drawn = chart.spans.filter { $0.period.since != nil }
    let firsts = drawn.compactMap { $0.period.since?.first }
    guard let first = firsts.min() else { return table(table(chart, frame)) }
    let ends = drawn.map { $0.period.until?.last ?? $0.period.since?.last ?? asOf }
    let years = first.civil.year...max(ends.max() ?? asOf, asOf).civil.year
    let start = Double(Day(years.lowerBound, 1, 1).number)
    let span = Double(Day(years.upperBound + 1, 1, 1).number) - start
    func part(_ day: Day) -> Double { min(max((Double(day.number) - start) / span, 0), 1) }

    let height = 50 + drawn.count * 42
    let step = max(1, (years.count + 5) / 6)
    var marks = HTML()
    for year in stride(from: years.lowerBound, through: years.upperBound, by: step) {
      let x = part(Day(year, 1, 1))
      marks.append(upright(at: x, from: 40, to: height, "g"))
      marks.append("<text x=\"\(across(x))\" y=\"34\" class=\"d\">\(String(year))</text>")
    }
    let now = part(asOf)
    marks.append(upright(at: now, from: 18, to: height, "a"))
    let side = now > 0.8 ? "b e" : now < 0.2 ? "b" : "b c"
    marks.append("<text x=\"\(across(now))\" y=\"12\" class=\"\(side)\">\(words.date(asOf))</text>")
    var y = 46
    for item in drawn {
      let begins = item.period.since?.first ?? first
      // What goes on reaches to the day shown; what is planned without an end, to the edge.
      let open = begins > asOf ? 1 : now
      let (a, b) = (part(begins), item.period.until.map { part($0.last) } ?? open)
      let isEarly = a < 0.4
      marks.append(
        """
        <text x="\(across(isEarly ? a : max(a, b)))" y="\(y + 15)"\(attribute: "class", isEarly ? nil : "e")>\
        \(item.name.text.text)</text>\(bar(from: a, length: max(b - a, 0.004), y: y + 21, height: 10, solid: item.isSolid))
        """)
      y += 42
    }
    return self.chart(frame, drawing: drawing(frame, height: height, marks), table: table(chart, frame))
  }

  private func table(_ chart: SpanChart, _ frame: ChartFrame) -> TableView {
    TableView(
      frame.caption,
      columns: [.init(chart.heading), .init(words["column.period"]), .init(words["column.state"])],
      rows: chart.spans.map { [linked($0.name), "\(words.dates($0.period))", "\($0.state)"] })
  }
}
