internal import Markup

/// What the work of the cycle is held against: levels of society, the priorities of the conference, what it needs.
extension ReportPage {
  func levelSection(_ page: Page) -> HTML {
    let words = page.words
    guard !levels.isEmpty else {
      return page.section(words["report.levels"], page.empty(words["report.levels.none"]))
    }
    return page.section(
      words["report.levels"], hint: words["report.levels.hint"],
      """
      \(levels, { level in
        """
        <h3>\(level.name) \u{2013} \(words.count("count.activity", level.activities.count))</h3>\
        \(page.statements(level.activities))
        """
      })
      """)
  }

  func alignmentSection(_ page: Page) -> HTML {
    page.section(
      page.words["alignment.heading"], hint: page.words["alignment.hint"], wide: !alignment.rows.isEmpty,
      page.alignment(alignment))
  }

  func shortfallSection(_ page: Page) -> HTML {
    page.section(
      page.words["report.shortfall"], hint: page.words["shortfall.hint"], wide: !shortfall.isEmpty,
      page.shortfall(shortfall))
  }
}
