internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The areas there are on the day shown.
struct AreasPage: PageView {
  struct Row: Sendable {
    var name: Linked
    var text: Said?
    var state: StateView
    var leads: [Linked]
    var activities: Int
    /// Since when it exists and until when, in words.
    var life: String
    /// In words, where a source plans an end.
    var plannedEnd: Said?
    var basis: Basis
  }
  var rows: [Row]

  func title(on page: Page) -> Said { Said(page.words["nav.areas"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["areas.list"], remark: words.count("count.area", rows.count),
      columns: [
        .init(words["column.area"]), .init(words["column.state"]), .init(words["column.leads"]),
        .init(words["column.activities"], isNumber: true), .init(words["column.period"]),
        .init(words["column.source"]),
      ],
      rows: rows.map { row in
        [
          """
          \(page.linked(row.name))\
          \(row.text.map { "<br><span class=\"s m\">\(page.said($0))</span>" as HTML })
          """,
          page.state(row.state), row.leads.isEmpty ? page.notStated : page.linked(row.leads),
          page.number(row.activities),
          """
          \(row.life)\(row.plannedEnd.map { "<br>\(page.mark($0.text))" as HTML })
          """, page.basis(row.basis),
        ]
      })
    return """
      \(page.lead(title(on: page), Said(words["areas.stand"])))\
      \(page.section(
        words["areas.list"], wide: true, rows.isEmpty ? page.empty(words["areas.none"]) : page.table(table)))
      """
  }
}
