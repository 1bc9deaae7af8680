internal import Markup
internal import Reporting
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
        <h3>\(level.level.map { words.term("society_level", $0) } ?? words["report.level.notStated"]) \u{2013} \
        \(words.count("count.activity", level.activities.count))</h3>\
        \(page.statements(level.activities.map { statement($0, page) }))
        """
      })
      """)
  }

  private func statement(_ activity: LevelActivity, _ page: Page) -> Statement {
    Statement(
      activity.text.said(in: page.language), Basis(activity.provenance), route: .activity(activity.record))
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
      <ul class="lines bare">\(examinations, { line in
        """
        <li><p>\(page.statement(question(line, page)))</p><p class="s m">\(page.state(words.state(line.state))) \
        \(line.conclusion.map { page.said($0.said(in: page.language)) } ?? "\(words["report.examination.open"])") \
        \(line.concluded.map { page.date($0) })</p></li>

        """
      })</ul>
      """)
  }

  private func question(_ line: ExaminationLine, _ page: Page) -> Statement {
    Statement(
      line.question.said(in: page.language), Basis(line.provenance),
      route: .record(kind: "finance-examination", id: line.record))
  }
}
