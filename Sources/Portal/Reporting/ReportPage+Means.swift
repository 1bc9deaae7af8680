internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The second half of the report: people, weaknesses, money.
extension ReportPage {
  func postSection(_ page: Page) -> HTML {
    let words = page.words
    guard !posts.isEmpty else {
      return page.section(words["report.posts"], page.empty(words["report.posts.none"]))
    }
    let table = TableView(
      words["report.posts"], remark: words["report.posts.asOf", ["date": words.date(page.asOf)]],
      columns: [
        .init(words["column.post"]), .init(words["column.purpose"]), .init(words["column.since"]),
        .init(words["column.tenure"], isNumber: true), .init(words["column.fullTime"], isNumber: true),
        .init(words["column.funder"]),
        .init(words["column.source"]),
      ],
      rows: posts.map { post in
        [
          page.linked(post.grade), post.purpose.map { page.said($0) } ?? "",
          "\(words.dates(post.since, post.until))",
          post.tenure.map { page.figure($0) } ?? page.notStated,
          post.fullTime.map { page.figure($0) } ?? page.notStated,
          post.funder.map { page.linked($0) } ?? page.notStated, page.basis(post.basis),
        ]
      })
    return page.section(
      words["report.posts"], hint: words["report.posts.hint"], wide: true,
      "\(page.table(table))\(page.figures(load))")
  }

  func resultSection(_ page: Page) -> HTML {
    guard !results.isEmpty else { return "" }
    let words = page.words
    return page.section(
      words["report.results"], hint: words["report.results.hint"],
      page.facts(results.map { Fact($0.name, .figure($0)) }))
  }

  func requestSection(_ page: Page) -> HTML {
    guard !requests.isEmpty else { return "" }
    return page.section(page.words["requests.list"], wide: true, page.requestTable(requests))
  }

  func weaknessSection(_ page: Page) -> HTML {
    let words = page.words
    guard !weaknesses.isEmpty else {
      return page.section(words["report.weaknesses"], page.empty(words["report.weaknesses.none"]))
    }
    return page.section(
      words["report.weaknesses"], hint: words["report.weaknesses.hint"],
      """
      <ul class="lines bare">\(weaknesses, { weakness in
        """
        <li><p>\(weakness.isMain ? "\(page.mark(words["report.weakness.main"])) " as HTML : nil)\(page.statement(weakness.text))</p>\
        <p class="s m">\(weakness.statedBy.map { "\(words["report.statedBy"]) \(page.linked($0))" as HTML }
          ?? "\(words["report.statedBy.none"])")</p>\
        \(weakness.causes.isEmpty ? nil : causes(weakness.causes, page))</li>

        """
      })</ul>
      """)
  }

  func moneySection(_ page: Page) -> HTML {
    let words = page.words
    guard !movements.isEmpty || !contributions.isEmpty else {
      return page.section(words["report.money"], page.empty(words["report.money.none"]))
    }
    return page.section(
      words["report.money"], hint: words["report.money.hint"],
      """
      \(contributions.isEmpty ? nil : page.facts(contributions.map { Fact($0.name, .figure($0)) }))\
      <ul class="lines bare">\(movements, { movement in
        """
        <li><h3>\(page.plain(movement.subject)) \u{2013} \(words.term("direction", movement.direction.rawValue))</h3>\
        <p>\(page.statement(movement.text))</p>\
        \(movement.causes.isEmpty ? nil : causes(movement.causes, page))</li>

        """
      })</ul>
      """)
  }

  func windowSection(_ page: Page) -> HTML {
    guard !windows.isEmpty else { return "" }
    return page.section(
      page.words["money.windows"], hint: page.words["money.windows.hint"], wide: true, page.money(windows))
  }

  private func causes(_ list: [Statement], _ page: Page) -> HTML {
    """
    <p class="s m">\(page.words["report.causes"])</p>\
    <ul>\(list, { "<li>\(page.statement($0))</li>" })</ul>
    """
  }
}

/// The cycles there are reports for.
struct ReportsPage: PageView {
  struct Row: Sendable {
    var name: Linked
    var period: Period
    var state: StateView
    var addressee: Linked?
    var basis: Basis
  }
  var rows: [Row]

  func title(on page: Page) -> Said { Said(page.words["nav.reports"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["reports.list"], repeatsHeading: true,
      columns: [
        .init(words["column.cycle"]), .init(words["column.period"]), .init(words["column.state"]),
        .init(words["column.addressee"]), .init(words["column.source"]),
      ],
      rows: rows.map { row in
        [
          page.linked(row.name), "\(words.dates(row.period))", page.state(row.state),
          row.addressee.map { page.linked($0) } ?? "\(words["report.to.none"])", page.basis(row.basis),
        ]
      })
    return """
      \(page.lead(title(on: page), Said(words["reports.stand"])))\
      \(page.section(
        words["reports.list"], wide: true, rows.isEmpty ? page.empty(words["reports.none"]) : page.table(table)))
      """
  }
}
