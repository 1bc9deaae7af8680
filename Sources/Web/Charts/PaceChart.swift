internal import Kernel
public import Markup
public import Telling

/// Waits: the expected one as a dot, the longest as the end of the line.
public struct PaceChart: Sendable {
  public struct Line: Sendable {
    public var name: String
    /// Days; nil where no calendar is known.
    public var expected: Double?
    public var longest: Double?
    /// What it rests on, in a word.
    public var basis: String
    /// Whether it rests on records; an assumption is hollow and dashed.
    public var isSolid: Bool
    /// The colour, which an option keeps through a page: 1, 2, 3 …
    public var series: Int

    public init(
      name: String, expected: Double? = nil, longest: Double? = nil, basis: String, isSolid: Bool, series: Int
    ) {
      self.name = name
      self.expected = expected
      self.longest = longest
      self.basis = basis
      self.isSolid = isSolid
      self.series = series
    }
  }
  public var lines: [Line]

  public init(lines: [Line]) {
    self.lines = lines
  }

  /// The values in a sentence.
  public func described(_ words: Words) -> String {
    lines.map { line in
      guard let expected = line.expected, let longest = line.longest else {
        return "\(line.name): \(words["figure.notStated"])"
      }
      return
        "\(line.name): \(words["options.pace", ["expected": words.number(expected), "longest": words.number(longest)]])"
    }.joined(separator: ". ")
  }
}

extension Page {
  public func paceChart(_ frame: ChartFrame, _ chart: PaceChart) -> HTML {
    let most = chart.lines.compactMap(\.longest).max() ?? 0
    var marks = HTML()
    var y = 0
    for line in chart.lines {
      marks.append("<text x=\"\(across(0))\" y=\"\(y + 14)\">\(line.name)</text>")
      let (middle, series) = (y + 28, "s\((line.series - 1) % 6 + 1)")
      if let expected = line.expected, let longest = line.longest, most > 0 {
        let (dot, end) = (expected / most * 0.7, longest / most * 0.7)
        marks.append(
          """
          <line x1="\(across(0))" x2="\(across(end))" y1="\(middle)" y2="\(middle)" class="\(series)" stroke-width="3"\
          \(attribute: "stroke-dasharray", line.isSolid ? nil : "5 4")/>\
          \(upright(at: end, from: middle - 6, to: middle + 6, series, width: 3))\
          <circle cx="\(across(dot))" cy="\(middle)" r="6" class="\(line.isSolid ? "f\((line.series - 1) % 6 + 1) \(series)" : "o \(series)")"/>\
          <text x="\(across(end))" dx="\(isMirrored ? -8 : 8)" y="\(middle + 5)" class="b">\
          \(words.number(expected)) \u{2013} \(words.number(longest))</text>
          """)
      } else {
        marks.append(
          "<text x=\"\(across(0))\" y=\"\(middle + 5)\" class=\"d\">\(words["figure.notStated"])</text>")
      }
      y += 46
    }
    let table = TableView(
      frame.caption,
      columns: [
        .init(words["options.column"]), .init(words["options.expected"], isNumber: true),
        .init(words["options.longest"], isNumber: true), .init(words["options.rests"]),
      ],
      rows: chart.lines.map { line in
        [
          "\(line.name)", line.expected.map { "\(words.number($0))" } ?? notStated,
          line.longest.map { "\(words.number($0))" } ?? notStated, "\(line.basis)",
        ]
      })
    return self.chart(frame, drawing: drawing(frame, height: max(y - 4, 0), marks), table: table)
  }
}
