internal import Markup
internal import Telling
internal import Web

/// One partner: who it is, what it owes and what it promised.
struct PartnerPage: PageView {
  var name: Said
  var state: StateView?
  /// Category, sector, place, since, represents, areas …
  var facts: [Fact]
  var promised: [Statement]
  /// What it owes as a Party and as a partner; nil where no charter was in force, which is who says so.
  var regimes: RegimesText?
  var id: String

  func title(on page: Page) -> Said { name }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.partners"]), .partners)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(name, nil, page.recordLine("partner", id, state)))\
      \(page.section(words["partner.about"], page.facts(facts)))\
      \(regimes.map { regimeSection($0, page) } ?? page.section(
        words["partner.promised"],
        promised.isEmpty ? page.empty(words["partner.promised.none"]) : page.statements(promised)))
      """
  }
}

extension Page {
  /// State, history and data of a record, under its name.
  func recordLine(_ kind: String, _ id: String, _ state: StateView?) -> HTML {
    """
    \(state.map { self.state($0) }) <a\(href: link(.record(kind: kind, id: id), fragment: "history"))>\
    \(words["record.history"])</a> <a\(href: link(as: .json))>\(words["foot.json"])</a>
    """
  }
}
