internal import Markup
internal import Telling
internal import Web

/// The work of Parties beside what the treaty's conference asks.
struct AlignmentView: Sendable {
  struct Row: Sendable {
    /// Nil where nobody says what the activity follows.
    var priority: String?
    var activity: Linked
    /// Leads to the record that says so.
    var verdict: Linked?
    var basis: Basis
  }
  /// How many States are bound on the day.
  var parties: Int
  /// By priority.
  var rows: [Row]
}

extension Page {
  func alignment(_ view: AlignmentView) -> HTML {
    guard !view.rows.isEmpty else {
      return empty(view.parties == 0 ? words["alignment.noParties"] : words["alignment.none"])
    }
    let stated = view.rows.count { $0.verdict != nil }
    return table(
      TableView(
        words["alignment.caption"],
        remark: words[
          "alignment.stated",
          ["stated": words.number(Double(stated)), "all": words.number(Double(view.rows.count))]],
        columns: [
          .init(words["column.activity"]), .init(words["column.priority"]), .init(words["column.verdict"]),
          .init(words["column.source"]),
        ],
        rows: view.rows.map { row in
          [
            linked(row.activity), row.priority.map { "\($0)" } ?? notStated,
            row.verdict.map { linked($0) } ?? notStated, basis(row.basis),
          ]
        }))
  }
}
