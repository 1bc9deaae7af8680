internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// The journal for people: what was changed, newest first, day by day.
struct LogPage: PageView {
  struct Line: Sendable {
    var number: Int
    var at: Moment
    var verb: String
    var kind: String
    var record: Linked
    var actor: String
    var capacity: String
    var rule: String?
  }
  struct OneDay: Sendable {
    var day: Day
    /// How many of the acts shown are on each kind.
    var counts: [(kind: String, count: Int)]
    var lines: [Line]
  }

  var filters: [Filter]
  /// Whether a day, a rule or a verb was chosen, for which there is no list to choose from.
  var isNarrowed: Bool
  var places: Range<Int>
  /// The zone whose days these are.
  var zone: String
  var days: [OneDay]
  var next: Address?
  /// By which key the journal's state is signed; nil where nobody signs.
  var key: String?

  func title(on page: Page) -> Said { Said(page.words["log.title"]) }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title(on: page), Said(words["log.stand"]), doors(page)))\
      \(page.section(words["log.acts"], hint: words["log.days", ["zone": zone]], wide: true, list(page)))\
      \(page.section(words["log.proof"], hint: words["log.proof.hint"], proof(page)))
      """
  }

  private func proof(_ page: Page) -> HTML {
    let words = page.words
    guard let key, let head = page.head else { return page.empty(words["log.proof.none"]) }
    let state = words["foot.act", ["number": words.number(Double(head.number))]]
    return page.facts([
      Fact(words["log.proof.state"], .linked([Linked(Said(state), .checkpoint)])),
      Fact(words["log.proof.key"], .text(Said(key))),
      Fact(words["log.proof.tools"], .text(Said(words["log.proof.tools.are"]))),
    ])
  }

  private func doors(_ page: Page) -> HTML {
    """
    <a\(href: feed(page))>\(page.words["log.feed"])</a> \
    <a\(href: page.link(as: .json))>\(page.words["foot.json"])</a>\
    \(!isNarrowed ? nil : " <a\(href: page.link(.log))>\(page.words["log.allActs"])</a>" as HTML)
    """
  }

  /// Of what was chosen here, as far as a feed can choose.
  private func feed(_ page: Page) -> Link {
    page.address(of: .logFeed, page.address.filters.filter { ["kind", "capacity"].contains($0.name) }).link
  }

  private func list(_ page: Page) -> HTML {
    let words = page.words
    let found: HTML =
      days.isEmpty
      ? page.empty(
        places.isEmpty
          ? words["log.none"]
          : words[
            "log.noneAmong",
            [
              "first": words.number(Double(places.lowerBound)),
              "last": words.number(Double(places.upperBound - 1)),
            ]])
      : "\(days, { oneDay($0, page) })"
    return "\(page.filters(filters))\(found)\(page.next(next))"
  }

  private func oneDay(_ day: OneDay, _ page: Page) -> HTML {
    var address = page.address(of: .log)
    address.filters =
      page.address.filters.filter { !["on", "cursor"].contains($0.name) }
      + [.init(name: "on", value: day.day.description)]
    let counts = day.counts.map {
      page.words["log.count", ["kind": $0.kind, "count": page.words.number(Double($0.count))]]
    }
    return """
      <h3><a\(href: address.link)><time datetime="\(day.day.description)">\(page.words.date(day.day))</time></a> \
      <span class="s m">\(counts.joined(separator: " \u{00B7} "))</span></h3>\
      <ol class="lines bare">\(day.lines, { page.logLine($0) })</ol>
      """
  }
}

extension Page {
  /// One act in a list.
  func logLine(_ line: LogPage.Line) -> HTML {
    """
    <li><p><a\(href: link(.act(line.number)))>\(words["foot.act", ["number": words.number(Double(line.number))]])</a> \
    <span class="s m">\(line.verb) \u{00B7} \(line.kind)</span> \(linked(line.record))</p>\
    <p class="s m">\(words["record.by", ["actor": line.actor, "capacity": line.capacity]])\
    \(line.rule.map { rule in " \(words["record.under"]) \(logLink("basis", rule))" as HTML })</p></li>
    """
  }

  /// A value of an act, which leads to all acts of the journal that have it.
  func logLink(_ name: String, _ value: String) -> HTML {
    let address = address(of: .log, [.init(name: name, value: value)])
    return "<a\(href: address.link)><span dir=\"auto\">\(value)</span></a>"
  }
}
