internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Treaties, and how partnerships stand to them: what the texts say, which came first, what ties them, what the word
/// voluntary means there, from when the services count.
struct TreatiesPage: PageView {
  /// A yes or no about a treaty, and whether it is a fact about that treaty.
  struct Answer: Sendable {
    var word: String
    /// “a general statement, not a fact about this treaty”.
    var ground: String?
    /// Where it differs from what the row rests on.
    var basis: Basis?
  }
  struct Treaty: Sendable {
    var name: Linked
    var sector: String?
    var adopted: When?
    var inForce: When?
    /// The phase on the day shown, where it is on record.
    var phase: String?
    var mentions: Answer
    var saysHow: Answer
    var partnershipsCame: String?
    var note: Said?
    var basis: Basis
  }
  struct Tie: Sendable {
    var partnership: Linked
    /// Who runs it together.
    var owners: [Linked]
    var treaty: Linked
    /// Which came first, and the years.
    var time: String
    var manner: StateView
    /// The exemption, decision or memorandum that it rests on.
    var restsOn: Linked?
    var isComplement: Bool
    var reportsTo: Linked?
    var treatySideReportsTo: Linked?
    var basis: Basis
  }
  var treaties: [Treaty]
  var ties: [Tie]
  var meanings: [Meaning]
  var measures: [Measure]
  var ambition: Statement?
  var targets: [Target]
  var streams: [Stream]
  /// When the streams' role begins, as the charter says it.
  var streamRule: Statement?
  var efforts: [EffortAround]

  func title(on page: Page) -> Said { Said(page.words["nav.treaties"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["treaties.stand"])))\
      \(page.section(
        words["treaties.list"], hint: words["treaties.list.hint"], wide: true,
        treaties.isEmpty ? page.empty(words["treaties.none"]) : page.table(treatyTable(page))))\
      \(ties.isEmpty ? nil : page.section(
        words["treaties.ties"], hint: words["treaties.ties.hint"], wide: true, page.table(tieTable(page))))\
      \(meaningSection(page))\(measureSection(page))\(targetSection(page))\(streamSection(page))\
      \(efforts, { effortSection($0, page) })
      """
  }

  private func treatyTable(_ page: Page) -> TableView {
    let words = page.words
    return TableView(
      words["treaties.list"], repeatsHeading: true,
      columns: [
        .init(words["column.treaty"]), .init(words["column.sector"]), .init(words["column.adopted"]),
        .init(words["column.inForce"]), .init(words["field.mentions_partnerships"]),
        .init(words["field.says_how_to_implement"]), .init(words["field.partnerships_came"]),
        .init(words["column.source"]),
      ],
      rows: treaties.map { row in
        [
          "\(page.linked(row.name))\(row.note.map { "<br><span class=\"s m\">\(page.said($0))</span>" as HTML })",
          "\(row.sector ?? "")", page.date(row.adopted),
          row.inForce.map { page.date($0) } ?? row.phase.map { "\($0)" } ?? page.notStated,
          answer(row.mentions, page), answer(row.saysHow, page),
          row.partnershipsCame.map { "\($0)" } ?? page.notStated,
          page.basis(row.basis),
        ]
      })
  }

  private func answer(_ answer: Answer, _ page: Page) -> HTML {
    """
    \(answer.word)\(answer.ground.map { "<br><span class=\"s m\">\($0)</span>" as HTML })\
    \(answer.basis.map { " \(page.basis($0))" as HTML })
    """
  }

  private func tieTable(_ page: Page) -> TableView {
    let words = page.words
    return TableView(
      words["treaties.ties"], repeatsHeading: true,
      columns: [
        .init(words["column.partnership"]), .init(words["column.runBy"]), .init(words["column.treaty"]),
        .init(words["column.whenCreated"]), .init(words["column.tie"]), .init(words["column.reportsTo"]),
        .init(words["column.treatySide"]), .init(words["column.source"]),
      ],
      rows: ties.map { row in
        [
          page.linked(row.partnership), row.owners.isEmpty ? page.notStated : page.linked(row.owners),
          "\(page.linked(row.treaty))\(row.isComplement ? "<br><span class=\"s m\">\(words["treaties.complement"])</span>" as HTML : nil)",
          "\(row.time)",
          "\(page.state(row.manner))\(row.restsOn.map { "<br><span class=\"s\">\(page.linked($0))</span>" as HTML })",
          row.reportsTo.map { page.linked($0) } ?? page.notStated,
          row.treatySideReportsTo.map { page.linked($0) } ?? "", page.basis(row.basis),
        ]
      })
  }
}
