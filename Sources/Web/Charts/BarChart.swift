public import Markup
internal import Telling

/// Amounts of one kind, side by side.
public struct BarChart: Sendable {
  public struct Bar: Sendable {
    public var name: String
    public var value: Double
    /// What stands after the bar: the number as it is to be read, “about 310 of 1,000”.
    public var text: String
    /// Whether it rests on a record; an estimate is hollow.
    public var isSolid = true
    public var target: Double?
    /// The colour: an option keeps its own through a page.
    public var series = 2

    public init(
      name: String, value: Double, text: String, isSolid: Bool = true, target: Double? = nil, series: Int = 2
    ) {
      self.name = name
      self.value = value
      self.text = text
      self.isSolid = isSolid
      self.target = target
      self.series = series
    }
  }
  public var bars: [Bar]
  /// Heads of the table's two columns.
  public var nameHeading: String
  public var valueHeading: String

  public init(bars: [Bar], nameHeading: String, valueHeading: String) {
    self.bars = bars
    self.nameHeading = nameHeading
    self.valueHeading = valueHeading
  }
}

extension Page {
  /// - Parameter table: the data below; nil makes one of names and values.
  public func barChart(_ frame: ChartFrame, _ chart: BarChart, table: TableView? = nil) -> HTML {
    let most = chart.bars.map { max($0.value, $0.target ?? 0) }.max() ?? 0
    var marks = HTML()
    var y = 0
    for bar in chart.bars {
      // Three quarters of the width leave room for the number after the longest bar.
      let length = most > 0 ? max(0, bar.value) / most * 0.76 : 0
      marks.append("<text x=\"\(across(0))\" y=\"\(y + 14)\">\(bar.name)</text>")
      if length > 0 {
        marks.append(
          self.bar(
            from: 0, length: length, y: y + 21, height: 13, solid: bar.isSolid,
            series: max(bar.series - 1, 0) % 6 + 1))
      } else {
        marks.append(upright(at: 0, from: y + 19, to: y + 36, "x"))
      }
      marks.append(
        """
        <text x="\(across(length))" dx="\(isMirrored ? -8 : 8)" y="\(y + 32)" class="b">\(bar.text)</text>
        """)
      if let target = bar.target, most > 0 {
        marks.append(upright(at: target / most * 0.76, from: y + 17, to: y + 38, "x", width: 3))
      }
      y += 46
    }
    let table =
      table
      ?? TableView(
        frame.caption, columns: [.init(chart.nameHeading), .init(chart.valueHeading, isNumber: true)],
        rows: chart.bars.map { ["\($0.name)", "\($0.text)"] })
    return self.chart(frame, drawing: drawing(frame, height: max(y - 4, 0), marks), table: table)
  }
}
