internal import Markup
internal import Telling
internal import Web

/// Who may do what: every verb of every kind, as it is declared and as the charter in force gives it.
struct AboutRightsPage: PageView {
  struct Kind: Sendable {
    var kind: String
    var name: String
    var verbs: [Verb]
  }
  struct Verb: Sendable {
    var name: String
    /// The states it starts from, and the one it ends in.
    var from: [String]
    var to: String?
    /// What it asks for; what is not needed is marked.
    var asks: [(name: String, isRequired: Bool)]
    var isGroundRequired: Bool
    var may: String
    /// The bodies that the charter in force gives it to; nil where no charter is asked.
    var given: [Linked]?
  }
  /// The charter in force on the day; nil where none was yet.
  var charter: String?
  var kinds: [Kind]
  /// Kinds that the secretariat alone adds, corrects and takes back.
  var others: [String]

  /// What not everyone sees: the kind, the field where it is one, and who does.
  var sights: [(kind: String, field: String?, sees: String)] = []

  func title(on page: Page) -> Said { Said(page.words["rights.title"]) }

  func body(on page: Page) -> HTML {
    """
    \(page.lead(title(on: page), Said(page.words["rights.lead"])))\(kinds, { section($0, page) })\
    \(page.section(page.words["rights.others"], "<p>\(others.joined(separator: ", "))</p>"))\
    \(sightSection(page))
    """
  }

  private func sightSection(_ page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["rights.sights"], repeatsHeading: true,
      columns: [
        .init(words["rights.sights.kind"]), .init(words["rights.sights.field"]),
        .init(words["rights.sights.sees"]),
      ],
      rows: sights.map { ["\($0.kind)", "\($0.field ?? "")", "\($0.sees)"] })
    return page.section(
      words["rights.sights"], hint: words["rights.sights.lead"], id: "sights", wide: true, page.table(table))
  }

  private func section(_ kind: Kind, _ page: Page) -> HTML {
    let words = page.words
    let under = charter.map { words["rights.now", ["charter": $0]] }
    var columns: [TableView.Column] = [
      .init(words["rights.verb"]), .init(words["rights.from"]), .init(words["rights.to"]),
      .init(words["rights.asks"]), .init(words["rights.basis"]), .init(words["rights.may"]),
    ]
    let hasGiven = kind.verbs.contains { $0.given != nil }
    if let under, hasGiven { columns.append(.init(under)) }
    let table = TableView(
      kind.name, repeatsHeading: true, columns: columns,
      rows: kind.verbs.map { verb in
        var row: [HTML] = [
          "\(verb.name)", "\(verb.from.joined(separator: ", "))", "\(verb.to ?? "")",
          "\(verb.asks.map { $0.isRequired ? $0.name : "(\($0.name))" }.joined(separator: ", "))",
          "\(verb.isGroundRequired ? words["rights.basis.required"] : "")", "\(verb.may)",
        ]
        if under != nil, hasGiven { row.append(verb.given.map { page.linked($0) } ?? "") }
        return row
      })
    return page.section(kind.name, id: kind.kind, wide: true, page.table(table))
  }
}
