internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// One new partnership on its way: what is needed, who proposes what, who founds it, its charter, the decision, and what
/// the next step lacks.
struct FormationPage: PageView {
  struct Founder: Sendable {
    /// The main sector it is counted in, in the reader's language.
    var sector: String
    var name: Linked
    var agreed: When?
    var left: When?
  }
  var name: Said
  /// Nil where nothing is proposed yet.
  var goal: Said?
  var way: Way
  /// Each empty where the step was not taken.
  var needFacts: [Fact]
  var proposal: [Fact]
  var founders: [Founder]
  var charter: [Fact]
  /// What the checks of a charter kept with the formation would have its readers weigh.
  var remarks: [String]
  var launch: [Fact]
  var end: [Fact]
  /// In sentences; nil where there is no next step, or on a day in the past.
  var missing: [String]?
  var record: Route

  func title(on page: Page) -> Said { name }
  func trail(on page: Page) -> [Linked] {
    [
      Linked(Said(page.words["nav.governance"]), .governance),
      Linked(Said(page.words["formations.title"]), .formations),
    ]
  }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(name, goal, "<a\(href: page.link(record))>\(words["record.history"])</a>"))\
      \(page.section(words["formations.step"], "\(page.way(way))\(lacking(page))"))\
      \(page.section(words["formations.need"], page.facts(needFacts)))\
      \(page.section(
        words["formations.proposal"],
        proposal.isEmpty ? page.empty(words["formations.proposal.none"]) : page.facts(proposal)))\
      \(page.section(
        words["formations.founders"], hint: words["formations.founders.hint"],
        founders.isEmpty ? page.empty(words["formations.founders.none"]) : founderTable(page)))\
      \(page.section(
        words["formations.charter"],
        charter.isEmpty
          ? page.empty(words["formations.charter.none"])
          : "\(page.facts(charter))\(remarks.isEmpty ? nil : warnings(page))"))\
      \(launch.isEmpty ? nil : page.section(words["formations.launch"], page.facts(launch)))\
      \(end.isEmpty ? nil : page.section(words["formations.end"], page.facts(end)))
      """
  }

  private func lacking(_ page: Page) -> HTML? {
    guard let missing else { return nil }
    let words = page.words
    guard !missing.isEmpty else { return "<p>\(words["formations.nothingMissing"])</p>" }
    return """
      <h3>\(words["formations.missing"])</h3>\
      <ul class="warn">\(missing, { "<li><p>\($0)</p></li>" })</ul>
      """
  }

  private func founderTable(_ page: Page) -> HTML {
    let words = page.words
    return page.table(
      TableView(
        words["formations.founders"], remark: words.count("count.partner", founders.count),
        repeatsHeading: true,
        columns: [
          .init(words["formations.partner"]), .init(words["column.sector"]),
          .init(words["formations.agreed"]),
          .init(words["formations.left"]),
        ],
        rows: founders.map { founder in
          [
            page.linked(founder.name), "\(founder.sector)",
            founder.agreed.map { page.date($0) } ?? "\(words["formations.notYet"])",
            founder.left.map { page.date($0) } ?? "",
          ]
        }))
  }

  private func warnings(_ page: Page) -> HTML {
    """
    <details><summary>\(page.words.count("count.remark", remarks.count))</summary>\
    <ul>\(remarks, { "<li lang=\"en\">\($0)</li>" })</ul></details>
    """
  }
}
