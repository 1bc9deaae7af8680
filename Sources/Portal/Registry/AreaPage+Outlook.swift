internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What lies ahead of an area: how far what it aims at has come, and what is to be done before it ends.
extension AreaPage {
  struct Courses: Sendable {
    var list: [CourseChart]
    /// What it aims at and nobody measured, by name.
    var unmeasured: [String]
  }
  /// A planned end, and what stands in its way.
  struct Ending: Sendable {
    /// How long there is, in words.
    var left: String
    /// Below 0 where it is past; nil where no source dates the end.
    var days: Int?
    var isOverdue: Bool
    /// Each record that is still open, with its kind.
    var open: [(kind: String, record: Linked)]
  }

  func courseSection(_ page: Page) -> HTML {
    guard let courses else { return "" }
    let words = page.words
    let charts = courses.list.enumerated().map { page.course($1, id: "course-\($0 + 1)") }
    let unmeasured: HTML =
      courses.unmeasured.isEmpty
      ? "" : page.empty(words["area.courses.none", ["indicators": words.list(courses.unmeasured)]])
    return page.section(words["area.courses"], hint: words["area.courses.hint"], "\(charts)\(unmeasured)")
  }

  func endSection(_ page: Page) -> HTML {
    guard !plannedEnd.isEmpty || ending != nil else { return "" }
    let words = page.words
    return page.section(
      words["area.end"], hint: words["area.end.hint"],
      """
      \(plannedEnd.isEmpty ? nil : page.statements(plannedEnd))\
      \(ending.map { closure($0, page) })
      """)
  }

  private func closure(_ ending: Ending, _ page: Page) -> HTML {
    let words = page.words
    let left: HTML =
      ending.isOverdue ? page.state(StateView(shape: .late, word: ending.left)) : "\(ending.left)"
    guard !ending.open.isEmpty else { return "<p>\(left)</p>\(page.empty(words["area.end.clear"]))" }
    return """
      <p>\(left)</p>\
      \(page.table(
        TableView(
          words["area.end.open"], remark: words.count("count.record", ending.open.count),
          columns: [.init(words["column.record"]), .init(words["column.kind"])],
          rows: ending.open.map { [page.linked($0.record), "\($0.kind)"] })))
      """
  }
}
