internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Where everything comes from, how much of it was read, where sources disagree, and how to take it away.
struct AboutDataPage: PageView {
  struct Source: Sendable {
    var title: Linked
    var publisher: String?
    /// As the reference prints it; a link where it is a web address.
    var address: String?
    /// How much of it was read, in the reader's language: whole, first pages, an extract.
    var read: String
    var asOf: When?
    var verification: Verification
    /// How many records cite it.
    var cited: Int
  }
  struct Disagreement: Sendable {
    struct Value: Sendable {
      var text: Said
      var sources: [SourceRef]
    }
    var subject: Linked
    var values: [Value]
    /// What the pages show.
    var shown: Said
    var text: Said?
  }
  struct Format: Sendable {
    /// The kind, plural, in the reader's language.
    var name: String
    var count: Int
    /// Its name in the API's path.
    var plural: String
  }

  var verified: [(state: Verification, count: Int)]
  var sources: [Source]
  var disagreements: [Disagreement]
  var formats: [Format]

  func title(on page: Page) -> Said { Said(page.words["nav.aboutData"]) }

  func body(on page: Page) -> HTML {
    """
    \(page.lead(title(on: page), Said(page.words["about.stand"])))\(stateSection(page))\(sourceSection(page))\
    \(disagreementSection(page))\(formatSection(page))
    """
  }

  private func stateSection(_ page: Page) -> HTML {
    guard !verified.isEmpty else { return "" }
    let words = page.words
    let bars = verified.map {
      BarChart.Bar(
        name: words.term("verification", $0.state.rawValue), value: Double($0.count),
        text: words.number(Double($0.count)), isSolid: !$0.state.needsMark)
    }
    return page.section(
      words["about.states"], hint: words["about.states.hint"],
      """
      \(page.barChart(
        ChartFrame(
          id: "states", caption: words["about.states.caption"], reading: words["about.states.reading"],
          description: bars.map { "\($0.name): \($0.text)" }.joined(separator: "; ")),
        BarChart(bars: bars, nameHeading: words["column.state"], valueHeading: words["column.records"])))\
      \(page.facts(verified.map {
        Fact(
          words.term("verification", $0.state.rawValue),
          .text(Said(words.term("verification.means", $0.state.rawValue))))
      }))
      """)
  }

  private func sourceSection(_ page: Page) -> HTML {
    let words = page.words
    guard !sources.isEmpty else {
      return page.section(words["about.sources"], page.empty(words["about.sources.none"]))
    }
    let table = TableView(
      words["about.sources"], remark: words.count("count.source", sources.count),
      columns: [
        .init(words["column.title"]), .init(words["column.publisher"]), .init(words["column.read"]),
        .init(words["column.asOf"]), .init(words["column.state"]),
        .init(words["column.records"], isNumber: true),
      ],
      rows: sources.map { row in
        [
          """
          \(page.linked(row.title))\(row.address.map { "<br><span class=\"s\">\(page.elsewhere($0))</span>" as HTML })
          """,
          "\(row.publisher)", "\(row.read)", page.date(row.asOf),
          "\(words.term("verification", row.verification.rawValue))", page.number(row.cited),
        ]
      })
    return page.section(
      words["about.sources"], hint: words["about.sources.hint"], id: "sources", wide: true, page.table(table))
  }

  private func disagreementSection(_ page: Page) -> HTML {
    let words = page.words
    guard !disagreements.isEmpty else { return "" }
    let table = TableView(
      words["about.disagreements"], repeatsHeading: true,
      columns: [
        .init(words["column.subject"]), .init(words["column.values"]), .init(words["column.shown"]),
        .init(words["column.note"]),
      ],
      rows: disagreements.map { row in
        [
          page.linked(row.subject),
          """
          <ul class="bare">\(row.values, { value in
            "<li>\(page.said(value.text)) <span class=\"src\">\(page.sources(value.sources))</span></li>"
          })</ul>
          """,
          page.said(row.shown), row.text.map { page.said($0) } ?? "",
        ]
      })
    return page.section(
      words["about.disagreements"], hint: words["about.disagreements.hint"], id: "disagreements", wide: true,
      page.table(table))
  }

  private func formatSection(_ page: Page) -> HTML {
    let words = page.words
    let table = TableView(
      words["about.formats"], repeatsHeading: true,
      columns: [
        .init(words["column.kind"]), .init(words["column.records"], isNumber: true),
        .init(words["column.data"]),
      ],
      rows: formats.map { row in
        let data = Link(
          path: page.address.base + ["api", "v1", row.plural],
          query: page.address.asOf.map { [("as_of", $0.description)] } ?? [])
        return [
          "\(row.name)", page.number(row.count),
          "<a\(href: data)><bdi dir=\"ltr\">\(Link(path: page.address.base + ["api", "v1", row.plural]).address)</bdi></a>",
        ]
      })
    return page.section(
      words["about.formats"], hint: words["about.formats.hint"], id: "formats",
      """
      \(formats.isEmpty ? nil : page.table(table))<p>\(words["about.api"]) \
      <a\(href: Link(path: page.address.base + ["api", "openapi.json"]))>OpenAPI</a></p>
      """)
  }
}

extension Page {
  /// An address printed in a reference: a link where it is one of the web.
  func elsewhere(_ address: String) -> HTML {
    guard let link = Link(elsewhere: address) else { return "<bdi>\(address)</bdi>" }
    return "<a\(href: link) rel=\"external noreferrer\"><bdi dir=\"ltr\">\(address)</bdi></a>"
  }
}

/// One source and what rests on it.
struct SourcePage: PageView {
  var title: Said
  var facts: [Fact]
  /// As printed in references.
  var address: String?
  /// The records that cite it.
  var cited: [Linked]

  func title(on page: Page) -> Said { title }
  func trail(on page: Page) -> [Linked] { [Linked(Said(page.words["nav.aboutData"]), .aboutData)] }

  func body(on page: Page) -> HTML {
    let words = page.words
    return """
      \(page.lead(title, nil, address.map { page.elsewhere($0) }))\
      \(page.section(words["source.about"], page.facts(facts)))\
      \(page.section(
        words["source.cited"], hint: words.count("count.record", cited.count),
        cited.isEmpty
          ? page.empty(words["source.cited.none"])
          : "<ul class=\"lines bare\">\(cited, { "<li>\(page.linked($0))</li>" })</ul>"))
      """
  }
}
