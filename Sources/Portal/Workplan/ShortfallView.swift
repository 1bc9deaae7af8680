internal import Markup
internal import Telling
internal import Web

/// What is needed and not there: the sums, and the actions they are made of.
struct ShortfallView: Sendable {
  struct Row: Sendable {
    var name: Linked
    var need: String
    var secured: String
    var missing: String
    /// Of an action; a sum rests on its actions.
    var basis: Basis?
  }
  var sums: [Row] = []
  var actions: [Row] = []

  var isEmpty: Bool { actions.isEmpty }
}

extension Page {
  func shortfall(_ view: ShortfallView) -> HTML {
    guard !view.isEmpty else { return empty(words["shortfall.none"]) }
    return """
      \(shortfallTable(words["shortfall.sums"], words["column.sum"], view.sums))\
      \(shortfallTable(words["shortfall.actions"], words["column.action"], view.actions))
      """
  }

  private func shortfallTable(_ caption: String, _ heading: String, _ rows: [ShortfallView.Row]) -> HTML {
    let isSourced = rows.contains { $0.basis != nil }
    return table(
      TableView(
        caption,
        columns: [
          .init(heading), .init(words["column.need"], isNumber: true),
          .init(words["column.secured"], isNumber: true), .init(words["column.missing"], isNumber: true),
        ] + (isSourced ? [.init(words["column.source"])] : []),
        rows: rows.map { row in
          [linked(row.name), "\(row.need)", "\(row.secured)", "\(row.missing)"]
            + (isSourced ? [row.basis.map { basis($0) } ?? ""] : [])
        }))
  }
}
