internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Any record: its fields, and every act that made it what it is.
struct RecordPage: PageView {
  struct Change: Sendable {
    var field: String
    /// As they are kept; nil where there was or is nothing.
    var before: String?
    var after: String?
  }
  struct Event: Sendable {
    var number: Int
    var at: Moment
    /// What was done: created, changed, moved …, in the reader's language.
    var verb: String
    var actor: String
    var capacity: String
    /// The rule it was done under.
    var rule: Said?
    var changes: [Change]
    /// How what it sealed was erased, where it was.
    var erased: Erasure?
  }
  /// The act by which something was erased.
  struct Erasure: Sendable {
    var number: Int
    var at: Moment
    var rule: Said?
  }

  /// The kind, in the reader's language.
  var kind: String
  var id: String
  var name: Said
  /// The page made for this kind, where there is one.
  var own: Linked?
  /// Pages that show more of it: a body's motions.
  var related: [(name: String, address: Address)] = []
  var facts: [Fact]
  /// What its kind adds: what a window holds.
  var sections: [@Sendable (Page) -> HTML] = []
  /// The records that name this one, by their kind and the field that names it.
  var namedBy: [Fact] = []
  /// Newest first.
  var history: [Event]

  func title(on page: Page) -> Said { name }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(name, Said(kind), line(page)))\
      \(page.section(words["record.fields"], page.facts(facts)))\
      \(sections, { $0(page) })\
      \(namedBy.isEmpty ? nil : page.section(words["record.namedBy"], hint: words["record.namedBy.hint"], page.facts(namedBy)))\
      \(page.section(words["record.history"], hint: words["record.history.hint"], id: "history", events(page)))
      """
  }

  private func line(_ page: Page) -> HTML {
    """
    <bdi dir="ltr">\(id)</bdi> \(own.map { "<span>\(page.linked($0))</span>" as HTML }) \
    \(related, { "<a\(href: $0.address.link)>\($0.name)</a> " })<a\(href: page.link(as: .json))>\
    \(page.words["foot.json"])</a>
    """
  }

  private func events(_ page: Page) -> HTML {
    guard !history.isEmpty else { return page.empty(page.words["record.history.none"]) }
    return "<ol class=\"lines dated bare\">\(history, { event($0, page) })</ol>"
  }

  private func event(_ event: Event, _ page: Page) -> HTML {
    let words = page.words
    return """
      <li><time datetime="\(event.at.description)">\(words.date(event.at.day))</time><div>\
      <h3>\(event.verb) <a class="q"\(href: page.link(.act(event.number)))>\
      \(words["foot.act", ["number": words.number(Double(event.number))]])</a></h3>\
      <p class="s m">\(words["record.by", ["actor": event.actor, "capacity": event.capacity]])\
      \(event.rule.map { " \(words["record.under"]) \(page.said($0))" as HTML })</p>\
      \(event.erased.map { page.erased($0) })\
      \(changes(event, page))</div></li>

      """
  }

  private func changes(_ event: Event, _ page: Page) -> HTML {
    guard !event.changes.isEmpty else { return "" }
    let words = page.words
    return """
      <details><summary>\(words.count("count.change", event.changes.count))</summary>\
      \(page.changeTable(event.changes, words["record.changes", ["number": words.number(Double(event.number))]]))\
      </details>
      """
  }
}

extension Page {
  /// That something was erased: when, by which act, under which rule.
  func erased(_ erasure: RecordPage.Erasure) -> HTML {
    let date = words.dateInSentence(When(erasure.at.day))
    return """
      <p class="s m">\(words["record.erased", ["date": date]]) <a class="q"\(href: link(.act(erasure.number)))>\
      \(words["foot.act", ["number": words.number(Double(erasure.number))]])</a>\
      \(erasure.rule.map { " \(words["record.under"]) \(said($0))" as HTML })</p>
      """
  }

  /// Field by field, how it stood before an act and after it.
  func changeTable(_ changes: [RecordPage.Change], _ caption: String) -> HTML {
    table(
      TableView(
        caption,
        columns: [.init(words["column.field"]), .init(words["column.before"]), .init(words["column.after"])],
        rows: changes.map { change in
          [
            "\(change.field)", change.before.map { "<bdi>\($0)</bdi>" } ?? "\u{2013}",
            change.after.map { "<bdi>\($0)</bdi>" } ?? "\u{2013}",
          ]
        }))
  }
}
