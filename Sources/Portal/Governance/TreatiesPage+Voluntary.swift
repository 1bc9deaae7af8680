internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// What lies beyond the binding part of a treaty: what voluntary means, what Parties and partners do of their own choice.
extension TreatiesPage {
  /// One nature of measures, and whose choice it is.
  struct Meaning: Sendable {
    var name: Said
    /// Binding, voluntary, interim.
    var kind: String
    var whoseChoice: String?
    /// The turns of a treaty's text by which it is recognised.
    var wordings: [String]
    var through: [String]
    var basis: Basis
  }
  struct Measure: Sendable {
    var text: Linked
    var party: String
    var kind: String
    var states: [String]
    /// Article and wording.
    var place: String?
    var since: When?
    var basis: Basis
  }
  struct Target: Sendable {
    var area: Linked
    var target: FigureView
    var duty: Linked
    /// What the treaty asks for; nil where it is no number.
    var treaty: FigureView?
  }
  struct Stream: Sendable {
    var name: Said
    var role: StateView
    var preparing: Int
    var serving: Int
    var undated: Int
  }
  /// What was begun before and after the text of a treaty spoke of partnerships.
  struct EffortAround: Sendable {
    struct Row: Sendable {
      var name: String
      var before: Int
      var after: Int
      var undated: Int
    }
    var treaty: Said
    var day: When
    var rows: [Row]
    /// What sources counted before and after.
    var counts: [FigureView]
  }

  func meaningSection(_ page: Page) -> HTML {
    let words = page.words
    guard !meanings.isEmpty else { return "" }
    let table = TableView(
      words["treaties.voluntary"], repeatsHeading: true,
      columns: [
        .init(words["column.nature"]), .init(words["column.kind"]), .init(words["column.whoseChoice"]),
        .init(words["column.saidBy"]), .init(words["column.source"]),
      ],
      rows: meanings.map { row in
        [
          page.said(row.name), "\(row.kind)", row.whoseChoice.map { "\($0)" } ?? "",
          "\(words.list(row.wordings.isEmpty ? row.through : row.wordings))", page.basis(row.basis),
        ]
      })
    return page.section(
      words["treaties.voluntary"], hint: words["treaties.voluntary.hint"], wide: true, page.table(table))
  }

  func measureSection(_ page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["treaties.measures"], repeatsHeading: true,
      columns: [
        .init(words["column.what"]), .init(words["column.party"]), .init(words["column.kind"]),
        .init(words["column.withStates"]), .init(words["column.inText"]), .init(words["column.date"]),
        .init(words["column.source"]),
      ],
      rows: measures.map { row in
        [
          page.linked(row.text), "\(row.party)", "\(row.kind)", "\(words.list(row.states))",
          row.place.map { "\($0)" } ?? page.notStated, page.date(row.since), page.basis(row.basis),
        ]
      })
    return page.section(
      words["treaties.measures"], hint: words["treaties.measures.hint"], wide: !measures.isEmpty,
      measures.isEmpty ? page.empty(words["treaties.measures.none"]) : page.table(table))
  }

  func targetSection(_ page: Page) -> HTML {
    let words = page.words
    guard ambition != nil || !targets.isEmpty else { return "" }
    let table = TableView(
      words["treaties.targets"], repeatsHeading: true,
      columns: [
        .init(words["column.area"]), .init(words["column.aimedAt"]), .init(words["column.treatyAsks"]),
        .init(words["column.duty"]),
      ],
      rows: targets.map { row in
        [
          page.linked(row.area), page.figure(row.target),
          row.treaty.map { page.figure($0) } ?? page.notStated,
          page.linked(row.duty),
        ]
      })
    return page.section(
      words["treaties.targets"], hint: words["treaties.targets.hint"], wide: !targets.isEmpty,
      """
      \(ambition.map { "<p>\(page.statement($0))</p>" as HTML })\
      \(targets.isEmpty ? page.empty(words["treaties.targets.none"]) : page.table(table))
      """)
  }

  func streamSection(_ page: Page) -> HTML {
    let words = page.words
    guard !streams.isEmpty else { return "" }
    let table = TableView(
      words["treaties.streams"], repeatsHeading: true,
      columns: [
        .init(words["column.service"]), .init(words["column.roleInTreaty"]),
        .init(words["column.preparing"], isNumber: true), .init(words["column.serving"], isNumber: true),
        .init(words["column.undated"], isNumber: true),
      ],
      rows: streams.map { row in
        [
          page.said(row.name), page.state(row.role), page.number(row.preparing), page.number(row.serving),
          page.number(row.undated),
        ]
      })
    return page.section(
      words["treaties.streams"], hint: words["treaties.streams.hint"], wide: true,
      "\(streamRule.map { "<p>\(page.statement($0))</p>" as HTML })\(page.table(table))")
  }

  func effortSection(_ effort: EffortAround, _ page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["treaties.effort"], remark: effort.treaty.text, repeatsHeading: true,
      columns: [
        .init(words["column.measure"]), .init(words["column.before"], isNumber: true),
        .init(words["column.after"], isNumber: true), .init(words["column.undated"], isNumber: true),
      ],
      rows: effort.rows.map { row in
        ["\(row.name)", page.number(row.before), page.number(row.after), page.number(row.undated)]
      })
    return page.section(
      words["treaties.effort"], hint: words["treaties.effort.hint"], wide: true,
      """
      <p>\(words[
        "treaties.effort.day", ["treaty": effort.treaty.text, "date": words.dateInSentence(effort.day)]])</p>\
      \(effort.counts.isEmpty ? nil : page.figures(effort.counts))\(page.table(table))
      """)
  }
}
