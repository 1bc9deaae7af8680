internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Texts put to bodies for decision, and what came of them.
struct MotionsPage: PageView {
  struct Row: Sendable {
    var text: Linked
    /// What it is about, in the reader's language.
    var subject: String
    var state: StateView
    var body: Linked
    var rule: String
    var opened: Day?
    var counted: Day?
    /// Nil where nothing was counted.
    var result: StateView?
  }
  var filters: [Filter]
  var rows: [Row]
  /// How many there are before the filters.
  var all: Int
  var next: Address?

  func title(on page: Page) -> Said { Said(page.words["motions.title"]) }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.governance"]), .governance)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["motions.stand"])))\
      \(page.section(words["motions.list"], hint: words["motions.list.hint"], wide: true, list(page)))
      """
  }

  private func list(_ page: Page) -> HTML {
    let words = page.words
    guard all > 0 else { return page.empty(words["motions.none"]) }
    let table = TableView(
      words["motions.list"],
      remark: words[
        "list.shown", ["shown": words.number(Double(rows.count)), "all": words.number(Double(all))]],
      columns: [
        .init(words["kind.motion"]), .init(words["column.state"]), .init(words["column.body"]),
        .init(words["motions.rule"]), .init(words["motions.opened"]), .init(words["motions.counted"]),
        .init(words["motions.result"]),
      ],
      rows: rows.map { row in
        [
          "\(page.linked(row.text))<br><span class=\"s m\">\(row.subject)</span>", page.state(row.state),
          page.linked(row.body), "\(row.rule)", page.day(row.opened), page.day(row.counted),
          row.result.map { page.state($0) } ?? "\(words["motions.result.none"])",
        ]
      })
    return """
      \(page.filters(filters))\(rows.isEmpty ? page.empty(words["list.noMatch"]) : page.table(table))\
      \(page.next(next))
      """
  }
}

extension Page {
  /// A day that has come; where it has not, nothing.
  func day(_ day: Day?) -> HTML { day.map { date(When($0)) } ?? "" }
}
