internal import Markup
internal import Telling
internal import Web

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

  func examinationSection(_ page: Page) -> HTML {
    let words = page.words
    guard !examinations.isEmpty else {
      return page.section(words["report.examinations"], page.empty(words["report.examinations.none"]))
    }
    return page.section(
      words["report.examinations"], hint: words["report.examinations.hint"],
      """
      <ul class="lines bare">\(examinations, { examination in
        """
        <li><p>\(page.statement(examination.question))</p><p class="s m">\(page.state(examination.state)) \
        \(examination.conclusion.map { page.said($0) } ?? "\(words["report.examination.open"])") \
        \(examination.concluded.map { page.date($0) })</p></li>

        """
      })</ul>
      """)
  }
}
