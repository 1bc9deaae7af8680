internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// How the partnership is governed on the day shown: texts, bodies, sessions, mandates, where each rests.
struct GovernancePage: PageView {
  struct Document: Sendable {
    var title: Linked
    /// Framework, guidelines, decision …, in the reader's language.
    var kind: String
    var symbol: String?
    /// Which edition, where there are several.
    var edition: String?
    var body: Linked?
    var period: Period
    var state: StateView
    var basis: Basis
  }
  struct Body: Sendable {
    var name: Linked
    /// What it does: advises, decides, negotiates, receives reports.
    var role: String
    var reportsTo: Linked?
    var period: Period
    var basis: Basis
  }
  struct Session: Sendable {
    var title: Linked
    var body: Linked
    var period: Period
    var place: String?
    var basis: Basis
  }
  /// One office that runs several processes, each under a mandate of its own.
  struct SharedOffice: Sendable {
    var office: Linked
    /// Which processes, as the end of a sentence.
    var text: String
  }
  struct Ground: Sendable {
    var title: Linked
    /// What it was used for.
    var text: Said?
    var taken: When?
    var body: Linked?
    var basis: Basis
  }

  /// The text in force with its edition, since when and by whose decision; empty where none is.
  var framework: [Fact]
  /// Who sets priorities, in what form it is run, who answers for which function.
  var answers: [Fact] = []
  var documents: [Document]
  var bodies: [Body]
  var sessions: [Session]
  var mandates: [Statement]
  var sharedOffices: [SharedOffice] = []
  /// What sources say in favour of a recognition, with the paragraph each cites.
  var recognitions: [Statement] = []
  var grounds: [Ground]
  var milestones: [Dated]

  func title(on page: Page) -> Said { Said(page.words["nav.governance"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["governance.stand", ["date": words.date(page.asOf)]])))\
      \(page.section(
        words["governance.framework"], hint: words["governance.framework.hint"],
        framework.isEmpty ? page.empty(words["governance.framework.none"]) : page.facts(framework)))\
      \(answers.isEmpty
        ? nil : page.section(words["governance.answers"], hint: words["governance.answers.hint"], page.facts(answers)))\
      \(documentSection(page))\(bodySection(page))\(sessionSection(page))\
      \(mandateSection(page))\(recognitionSection(page))\
      \(groundSection(page))\
      \(page.section(
        words["motions.title"], hint: words["motions.stand"],
        "<p><a\(href: page.link(.motions))>\(words["motions.seeAlso"])</a></p>"))\
      \(page.section(
        words["formations.title"], hint: words["formations.stand"],
        "<p><a\(href: page.link(.formations))>\(words["formations.seeAlso"])</a></p>"))\
      \(milestones.isEmpty
        ? nil : page.section(words["governance.milestones"], hint: words["governance.milestones.hint"], page.dated(milestones)))
      """
  }

  private func documentSection(_ page: Page) -> HTML {
    let words = page.words
    guard !documents.isEmpty else { return "" }
    let table = TableView(
      words["governance.documents"], repeatsHeading: true,
      columns: [
        .init(words["column.document"]), .init(words["column.kind"]), .init(words["column.edition"]),
        .init(words["column.body"]), .init(words["column.period"]), .init(words["column.state"]),
        .init(words["column.source"]),
      ],
      rows: documents.map { row in
        [
          "\(page.linked(row.title))\(row.symbol.map { "<br><bdi class=\"s m\" dir=\"ltr\">\($0)</bdi>" as HTML })",
          "\(row.kind)", "\(row.edition)", row.body.map { page.linked($0) } ?? "",
          "\(words.dates(row.period))", page.state(row.state), page.basis(row.basis),
        ]
      })
    return page.section(
      words["governance.documents"], hint: words["governance.documents.hint"], wide: true, page.table(table))
  }

  private func bodySection(_ page: Page) -> HTML {
    let words = page.words
    guard !bodies.isEmpty else { return "" }
    let table = TableView(
      words["governance.bodies"], repeatsHeading: true,
      columns: [
        .init(words["column.body"]), .init(words["column.role"]), .init(words["column.reportsTo"]),
        .init(words["column.period"]), .init(words["column.source"]),
      ],
      rows: bodies.map { row in
        [
          page.linked(row.name), "\(row.role)", row.reportsTo.map { page.linked($0) } ?? "",
          "\(words.dates(row.period))", page.basis(row.basis),
        ]
      })
    return page.section(words["governance.bodies"], wide: true, page.table(table))
  }

  private func sessionSection(_ page: Page) -> HTML {
    let words = page.words
    guard !sessions.isEmpty else { return "" }
    let table = TableView(
      words["governance.sessions"], repeatsHeading: true,
      columns: [
        .init(words["column.session"]), .init(words["column.body"]), .init(words["column.date"]),
        .init(words["column.place"]), .init(words["column.source"]),
      ],
      rows: sessions.map { row in
        [
          page.linked(row.title), page.linked(row.body), "\(words.dates(row.period))",
          row.place.map { "\($0)" } ?? page.notStated, page.basis(row.basis),
        ]
      })
    return page.section(
      words["governance.sessions"], hint: words["governance.sessions.hint"], wide: true, page.table(table))
  }

  private func mandateSection(_ page: Page) -> HTML {
    guard !mandates.isEmpty else { return "" }
    return page.section(
      page.words["governance.mandates"],
      "\(page.statements(mandates))\(sharedOffices, { "<p>\(page.linked($0.office)) \($0.text)</p>" })")
  }

  private func recognitionSection(_ page: Page) -> HTML {
    guard !recognitions.isEmpty else { return "" }
    return page.section(
      page.words["governance.recognitions"], hint: page.words["governance.recognitions.hint"],
      page.statements(recognitions))
  }

  private func groundSection(_ page: Page) -> HTML {
    let words = page.words
    guard !grounds.isEmpty else { return "" }
    let table = TableView(
      words["governance.grounds"], repeatsHeading: true,
      columns: [
        .init(words["column.decision"]), .init(words["column.body"]), .init(words["column.date"]),
        .init(words["column.usedFor"]), .init(words["column.source"]),
      ],
      rows: grounds.map { row in
        [
          page.linked(row.title), row.body.map { page.linked($0) } ?? "", page.date(row.taken),
          row.text.map { page.said($0) } ?? "", page.basis(row.basis),
        ]
      })
    return page.section(
      words["governance.grounds"], hint: words["governance.grounds.hint"], wide: true, page.table(table))
  }
}
