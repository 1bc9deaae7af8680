internal import Markup

/// A table of a page. Its first column names the row.
struct TableView: Sendable {
  struct Column: Sendable {
    var name: String
    var isNumber = false

    init(_ name: String, isNumber: Bool = false) {
      self.name = name
      self.isNumber = isNumber
    }
  }
  var caption: String
  /// Said after the caption in a quieter voice: the unit, how many rows of how many.
  var remark: String?
  var columns: [Column]
  var rows: [[HTML]]
  var foot: [HTML]?
  /// Whether the heading above already says the caption; it is then told to screen readers only.
  var repeatsHeading = false

  init(
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
  func table(_ table: TableView) -> HTML {
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

  func number(_ value: Int) -> HTML { "\(words.number(Double(value)))" }
  func number(_ value: Int?) -> HTML { value.map { number($0) } ?? notStated }
}
