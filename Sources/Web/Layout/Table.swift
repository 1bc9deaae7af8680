public import Markup
internal import Telling

/// A table of a page. Its first column names the row.
public struct TableView: Sendable {
  public struct Column: Sendable {
    public var name: String
    public var isNumber = false

    public init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }
  public var caption: String
  /// Said after the caption in a quieter voice: the unit, how many rows of how many.
  public var remark: String?
  public var columns: [Column]
  public var rows: [[HTML]]
  public var foot: [HTML]?
  /// Whether the heading above already says the caption; it is then told to screen readers only.
  public var repeatsHeading = false

  public init(
    _ caption: String, remark: String? = nil, repeatsHeading: Bool = false, columns: [Column],
    rows: [[HTML]], foot: [HTML]? = nil
  ) {
    self.caption = caption
    self.remark = remark
    self.columns = columns
    self.rows = rows
    self.foot = foot
    self.repeatsHeading = repeatsHeading
  }
}

extension Page {
  /// The table in a frame that scrolls sideways by itself and can be reached by the keyboard.
  public func table(_ table: TableView) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="\(table.caption)"><table class="pin">\
    <caption\(attribute: "class", table.repeatsHeading ? "vh" : nil)>\(table.caption)\(table.remark.map { " <span>\($0)</span>" as HTML })</caption><thead><tr>\
    \(table.columns, { "<th scope=\"col\"\(attribute: "class", $0.isNumber ? "n" : nil)>\($0.name)</th>" })\
    </tr></thead><tbody>\(writing: { html in
      for row in table.rows { html.append("<tr>\(cells(row, table.columns))</tr>\n") }
    })</tbody>\(table.foot.map { "<tfoot><tr>\(cells($0, table.columns))</tr></tfoot>" as HTML })</table></div>
    """
  }

  private func cells(_ row: [HTML], _ columns: [TableView.Column]) -> HTML {
    var html = HTML()
    for (index, cell) in row.enumerated() {
      if index == 0 {
        html.append("<th scope=\"row\">\(cell)</th>")
      } else {
        let isNumber = index < columns.count && columns[index].isNumber
        html.append("<td\(attribute: "class", isNumber ? "n" : nil)>\(cell)</td>")
      }
    }
    return html
  }

  public func number(_ value: Int) -> HTML { "\(words.number(Double(value)))" }
  public func number(_ value: Int?) -> HTML { value.map { number($0) } ?? notStated }
}
