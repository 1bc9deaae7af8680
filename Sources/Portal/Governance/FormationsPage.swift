internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// New partnerships that are being formed for needs found while the instrument is carried out, each with its step.
struct FormationsPage: PageView {
  struct Row: Sendable {
    var name: Linked
    var way: Way
    var need: Said
    var identified: When?
    var basis: Basis
  }
  var rows: [Row]

  func title(on page: Page) -> Said { Said(page.words["formations.title"]) }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.governance"]), .governance)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["formations.list"], remark: words.count("count.formation", rows.count), repeatsHeading: true,
      columns: [
        .init(words["formations.name"]), .init(words["formations.step"]), .init(words["formations.need"]),
        .init(words["formations.identified"]), .init(words["column.source"]),
      ],
      rows: rows.map { row in
        [
          page.linked(row.name), page.way(row.way), page.said(row.need), page.date(row.identified),
          page.basis(row.basis),
        ]
      })
    return """
      \(page.lead(title(on: page), Said(words["formations.stand"])))\
      \(page.section(
        words["formations.list"], hint: words["formations.list.hint"], wide: true,
        rows.isEmpty ? page.empty(words["formations.none"]) : page.table(table)))
      """
  }
}

/// The steps of a formation in a line: those taken, the one it stands at, those to come.
struct Way: Sendable, Hashable {
  struct Step: Sendable, Hashable {
    var state: StateView
    var isReached: Bool
    var isFurthest: Bool
  }
  var steps: [Step]
}

extension Page {
  /// Shape and word, so that the line can be read without its colours and without its drawing.
  func way(_ way: Way) -> HTML {
    """
    <ol class="way bare">\(way.steps, { step in
      """
      <li\(attribute: "class", step.isReached ? nil : "m")\(attribute: "aria-current", step.isFurthest ? "step" : nil)>\
      \(state(step.state))</li>
      """
    })</ol>
    """
  }
}
