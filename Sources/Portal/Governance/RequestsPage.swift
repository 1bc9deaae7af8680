internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What was asked, of whom, and what became of it.
struct RequestsPage: PageView {
  struct Row: Sendable {
    var question: Linked
    var from: Linked
    var to: Linked
    /// Where it was asked.
    var session: Linked?
    var asked: When?
    /// A document, views, work …
    var kind: String?
    var state: StateView
    var answer: Linked?
    var answered: When?
    /// From question to answer, where both days are known.
    var days: Int?
    var basis: Basis
  }
  var figures: [FigureView]
  var rows: [Row]

  func title(on page: Page) -> Said { Said(page.words["nav.requests"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["requests.stand"])))\(page.figures(figures))\
      \(page.section(
        words["requests.list"], hint: words["requests.list.hint"], wide: true,
        rows.isEmpty ? page.empty(words["requests.none"]) : page.requestTable(rows)))\
      <p><a\(href: page.link(.expertise))>\(words["expertise.seeAlso"])</a></p>
      """
  }
}

extension Page {
  /// Question, way, answer, and the days between where both are known.
  func requestTable(_ rows: [RequestsPage.Row]) -> HTML {
    let table = TableView(
      words["requests.list"], remark: words.count("count.request", rows.count),
      columns: [
        .init(words["column.question"]), .init(words["column.route"]), .init(words["column.asked"]),
        .init(words["column.state"]), .init(words["column.answer"]), .init(words["column.answered"]),
        .init(words["column.days"], isNumber: true), .init(words["column.source"]),
      ],
      rows: rows.map { row in
        [
          "\(linked(row.question))\(row.kind.map { "<br><span class=\"s m\">\($0)</span>" as HTML })",
          """
          <ul class="bare"><li>\(linked(row.from))</li>\
          <li><span aria-hidden="true">\(isMirrored ? "\u{2190}" : "\u{2192}")</span>\
          <span class="vh">\(words["requests.asks"])</span> \(linked(row.to))</li></ul>
          """,
          "\(date(row.asked))\(row.session.map { "<br>\(linked($0))" as HTML })",
          state(row.state), row.answer.map { linked($0) } ?? "",
          row.answer == nil ? "" : date(row.answered),
          row.days.map { number($0) } ?? notStated,
          basis(row.basis),
        ]
      })
    return self.table(table)
  }
}
