internal import Kernel
public import Markup
public import Telling

/// What every chart has around it: the finding as caption, how to read it, the drawing, its table and its source.
public struct ChartFrame: Sendable {
  /// Unique on the page; the drawing's title and description hang on it.
  public var id: String
  /// The finding, in a sentence.
  public var caption: String
  /// Unit, period, how to read it.
  public var reading: String
  /// The values in a sentence, for whoever does not see the drawing.
  public var description: String
  public var basis: Basis?
  /// The same values as data.
  public var data: Link?

  public init(
    id: String, caption: String, reading: String, description: String, basis: Basis? = nil, data: Link? = nil
  ) {
    self.id = id
    self.caption = caption
    self.reading = reading
    self.description = description
    self.basis = basis
    self.data = data
  }
}

extension Page {
  public func chart(_ frame: ChartFrame, drawing: HTML, table: TableView) -> HTML {
    """
    <figure><figcaption>\(frame.caption)<span>\(frame.reading)</span></figcaption>\(drawing)\
    <details><summary>\(words["chart.table"])</summary>\(self.table(table))</details>\
    \(sourceLine(frame))</figure>
    """
  }

  private func sourceLine(_ frame: ChartFrame) -> HTML {
    guard frame.basis != nil || frame.data != nil else { return "" }
    return """
      <p class="src">\(frame.basis.map { basis($0) }) \
      \(frame.data.map { "<a\(href: $0)>\(words["chart.csv"])</a>" as HTML })</p>
      """
  }

  /// A drawing whose widths are per cent and whose heights are pixels, so that its text never scales.
  public func drawing(_ frame: ChartFrame, height: Int, _ marks: HTML) -> HTML {
    """
    <svg class="ch" height="\(height)" role="img" aria-labelledby="\(frame.id)-t \(frame.id)-d">\
    <title id="\(frame.id)-t">\(frame.caption)</title><desc id="\(frame.id)-d">\(frame.description)</desc>\(marks)</svg>
    """
  }

  /// Bars and time start at the right where the language does.
  public var isMirrored: Bool { language == .ar }

  /// A place along the width, `0%` to `100%`, two places at most.
  public func across(_ part: Double) -> String { Self.percent(isMirrored ? 1 - part : part) }

  public static func percent(_ part: Double) -> String {
    let hundredths = Int((min(max(part, -1), 2) * 10_000).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)%" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)%" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }

  /// A rectangle from `start`, `length` wide, both as parts of the width.
  public func bar(from start: Double, length: Double, y: Int, height: Int, solid: Bool, series: Int = 2)
    -> HTML
  {
    let left = isMirrored ? 1 - start - length : start
    return """
      <rect x="\(Self.percent(left))" y="\(y)" width="\(Self.percent(length))" height="\(height)" \
      class="\(solid ? "f\(series)" : "o s\(series)")"/>
      """
  }

  func upright(at part: Double, from top: Int, to bottom: Int, _ style: String, width: Int? = nil) -> HTML {
    """
    <line x1="\(across(part))" x2="\(across(part))" y1="\(top)" y2="\(bottom)" class="\(style)"\
    \(attribute: "stroke-width", width.map(String.init))/>
    """
  }
}
