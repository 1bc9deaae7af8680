internal import Charters
internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The charters that come with the software, side by side: each can be what a new partnership begins from.
struct ModelsPage: PageView {
  var comparison: CharterComparison
  /// In the order of the columns.
  var names: [Linked]

  func title(on page: Page) -> Said { Said(page.words["nav.models"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["models.list"], remark: words["models.list.remark"], repeatsHeading: true,
      columns: [.init(words["models.row"])] + comparison.columns.map { .init($0.label) },
      rows: [["\(words["models.name"])"] + names.map { page.linked($0) }]
        + comparison.rows.map { row in
          ["\(row.name)"]
            + zip(comparison.columns, row.cells).map { column, cell in
              cell.facts.isEmpty ? page.notStated : page.cell(cell, of: column.id)
            }
        })
    return """
      \(page.lead(title(on: page), Said(words["models.stand"])))\
      \(page.section(words["models.list"], hint: words["models.list.hint"], wide: true, page.table(table)))\
      \(page.section(
        words["models.use"],
        """
        \(page.empty(words["models.use.text"]))\
        <p><a\(href: page.link(.formations))>\(words["formations.seeAlso"])</a></p>
        """))
      """
  }
}

extension Page {
  /// What a charter says in one row, then where it says it: its sources, or else the line of the file.
  fileprivate func cell(_ cell: CharterComparison.Cell, of model: String) -> HTML {
    let sources = cell.facts.flatMap(\.ground.source).uniqued
    let lines = cell.facts.map(\.ground.line).filter { $0 > 0 }
    let weakest = [Ground.Basis.assumed, .implied].first { basis in
      cell.facts.contains { $0.ground.basis == basis }
    }
    let place: HTML =
      sources.isEmpty
      ? lines.min().map { "\(words["explain.atLine", ["line": String($0)]])" } ?? ""
      : modelSources(sources, of: model)
    return """
      \(cell.facts.map(\.text).joined(separator: words["models.between"])) \
      <span class="src">\(place)</span>\(weakest.map { " \(mark(words.term("basis", $0.rawValue)))" as HTML })
      """
  }

  /// Sources of a model lead to its own page: the partnership served here need not know them.
  func modelSources(_ sources: [String], of model: String, onItsPage: Bool = false) -> HTML {
    var html = HTML()
    for (index, source) in sources.enumerated() {
      if index > 0 { html.append(literal: ", ") }
      let place = onItsPage ? Link(id: source) : link(.model(model), fragment: source)
      html.append("<a\(href: place)>\(SourceRef(source).label)</a>")
    }
    return html
  }
}
