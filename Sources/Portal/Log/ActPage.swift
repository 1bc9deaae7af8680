internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One act: who changed what, in what capacity, under which rule, and how it stood before.
struct ActPage: PageView {
  var line: LogPage.Line
  /// In the partnership's zone.
  var day: Day
  /// Which version of the record it made.
  var version: Int
  var hash: String
  var previous: String
  var changes: [RecordPage.Change]
  /// How what it sealed was erased, where it was.
  var erased: RecordPage.Erasure?
  /// Whether there was nothing before it.
  var isFirst: Bool
  /// The record as of the day of the act.
  var asItStood: Address
  var before: Route?
  var after: Route?
  /// That it is in the journal, as a file; nil where nobody signs.
  var proof: Route?

  func title(on page: Page) -> Said {
    Said(page.words["log.act", ["number": page.words.number(Double(line.number))]])
  }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["log.title"]), .log)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said("\(line.verb) \u{00B7} \(line.kind)"), doors(page)))\
      \(page.section(words["log.what"], page.facts(facts(page))))\
      \(page.section(words["log.changes"], wide: !changes.isEmpty, "\(erased.map { page.erased($0) })\(changed(page))"))\
      \(page.section(words["log.chain"], hint: words["log.chain.hint"], page.facts(chain(page))))
      """
  }

  private func doors(_ page: Page) -> HTML {
    """
    \(before.map { "<a\(href: page.link($0)) rel=\"prev\">\(page.words["log.before"])</a> " as HTML })\
    \(after.map { "<a\(href: page.link($0)) rel=\"next\">\(page.words["log.after"])</a> " as HTML })\
    <a\(href: page.link(as: .json))>\(page.words["foot.json"])</a>\
    \(proof.map { " <a\(href: page.link($0))>\(page.words["log.proof.ofAct"])</a>" as HTML })
    """
  }

  private func facts(_ page: Page) -> [Fact] {
    let words = page.words
    return [
      Fact(words["log.record"], .linked([line.record])),
      Fact(words["log.when"], .list([.when(When(day)), .text(Said(line.at.description))])),
      Fact(words["log.who"], .text(Said(line.actor))),
      Fact(words["log.capacity"], .text(Said(line.capacity))),
      Fact(words["log.rule"], line.rule.map { .text(Said($0)) } ?? .notStated),
      Fact(words["log.version"], .code(words.number(Double(version)))),
    ]
  }

  private func changed(_ page: Page) -> HTML {
    let words = page.words
    let stood: HTML =
      "<p><a\(href: asItStood.link)>\(words["log.asItStood", ["date": words.dateInSentence(When(day))]])</a></p>"
    guard !changes.isEmpty else {
      return "\(page.empty(isFirst ? words["log.changes.first"] : words["log.changes.none"]))\(stood)"
    }
    return """
      \(page.changeTable(changes, words["record.changes", ["number": words.number(Double(line.number))]]))\(stood)
      """
  }

  private func chain(_ page: Page) -> [Fact] {
    [
      Fact(page.words["log.hash"], .text(Said(hash))),
      Fact(page.words["log.previous"], .text(Said(previous))),
    ]
  }
}
