internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One motion: its text and who stands behind it, the rule it is decided by, who votes, the votes, and the result with
/// its whole arithmetic. While it is open it shows what is missing, and not how anybody voted.
struct MotionPage: PageView {
  /// One count of the ballots, as it was kept.
  struct Count: Sendable {
    var number: Int
    var day: Day?
    var rule: String
    /// Nil where none is on record.
    var outcome: StateView?
    /// In the words of the count, in their order.
    var lines: [Said]
  }
  /// What became of a part of a document that was decided on.
  struct Part: Sendable {
    var title: Linked
    var of: Linked?
    /// Oldest first.
    var states: [(state: StateView, date: When?, decision: String?)]
  }

  var id: String
  var title: Said
  var text: Said
  var state: StateView
  /// Body, session, who proposed and seconded it, days, effect, the decision it led to.
  var facts: [Fact]
  /// Newest first, each with the day it was replaced.
  var earlierTexts: [Dated]
  /// In sentences; empty where the charter has no such rule.
  var rule: [String]
  var ruleName: String
  var ruleFacts: [Fact]
  /// In sentences; nil once the matter is ended.
  var missing: [Said]?
  /// Oldest first.
  var counts: [Count]
  var register: Register
  var parts: [Part]
  /// Newest first.
  var history: [Dated]

  func title(on page: Page) -> Said { title }
  func trail(on page: Page) -> [Linked] {
    [
      Linked(Said(page.words["nav.governance"]), .governance),
      Linked(Said(page.words["motions.title"]), .motions),
    ]
  }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title, text, page.recordLine("motion", id, state)))\
      \(page.section(words["motions.about"], page.facts(facts)))\
      \(earlierTexts.isEmpty ? nil : page.section(
        words["motions.texts"], hint: words["motions.texts.hint"], page.dated(earlierTexts)))\
      \(page.section(words["motions.rule"], hint: words["motions.rule.hint"], ruling(page)))\
      \(missing.map { page.section(words["motions.missing"], hint: words["motions.missing.hint"], lacking($0, page)) })\
      \(counts.isEmpty ? nil : page.section(
        words["motions.result"], hint: words["motions.result.hint"], id: "result", "\(counts, { count($0, page) })"))\
      \(registerSection(page))\
      \(parts.isEmpty ? nil : page.section(words["motions.parts"], hint: words["motions.parts.hint"], partTable(page)))\
      \(page.section(words["record.history"], page.dated(history)))
      """
  }

  private func ruling(_ page: Page) -> HTML {
    """
    <h3>\(ruleName)</h3>\
    \(rule.isEmpty
      ? page.empty(page.words["motions.rule.none"])
      : "<ul class=\"lines bare\">\(rule, { "<li><p>\($0)</p></li>" })</ul>")\
    \(ruleFacts.isEmpty ? nil : page.facts(ruleFacts))
    """
  }

  private func lacking(_ missing: [Said], _ page: Page) -> HTML {
    "<ul class=\"lines bare\">\(missing, { "<li><p>\(page.said($0))</p></li>" })</ul>"
  }

  /// How many lines of a count stand on the page: the first say who is counted out, the last are the tests.
  static let (firstLines, lastLines) = (20, 40)

  private func count(_ count: Count, _ page: Page) -> HTML {
    let words = page.words
    let values = [
      "number": words.number(Double(count.number)), "rule": count.rule,
      "date": count.day.map { words.dateInSentence(When($0)) } ?? "",
    ]
    let heading =
      count.day == nil ? words["motions.count.undated", values] : words["motions.count", values]
    let left = count.lines.count - Self.firstLines - Self.lastLines
    let lines = left > 0 ? count.lines.prefix(Self.firstLines) : count.lines[...]
    func items(_ lines: some Sequence<Said>) -> HTML {
      "\(Array(lines), { "<li>\(page.said($0))</li>" })"
    }
    return """
      <h3>\(heading)</h3>\(count.outcome.map { "<p>\(page.state($0))</p>" as HTML })\
      <ol>\(items(lines))\
      \(left > 0
        ? """
          <li class="m">\(words.count("count.line", left)) <a\(href: page.link(as: .json))>\(words["foot.json"])</a></li>\
          \(items(count.lines.suffix(Self.lastLines)))
          """ as HTML : nil)</ol>
      """
  }

  private func partTable(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["motions.parts"], repeatsHeading: true,
        columns: [
          .init(words["motions.part"]), .init(words["column.document"]), .init(words["column.state"]),
        ],
        rows: parts.map { part in
          [
            page.linked(part.title), part.of.map { page.linked($0) } ?? "",
            """
            <ul class="bare">\(part.states, { step in
              """
              <li>\(page.state(step.state)) \(step.date.map { page.date($0) })\
              \(step.decision.map { " <bdi class=\"s m\">\($0)</bdi>" as HTML })</li>
              """
            })</ul>
            """,
          ]
        }))
  }
}
