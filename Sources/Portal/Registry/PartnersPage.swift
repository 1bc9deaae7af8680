internal import Kernel
internal import Markup
internal import Telling
internal import Web

/// Who takes part: counts over time, and the partners there are names for.
struct PartnersPage: PageView {
  struct Row: Sendable {
    var name: Linked
    var category: String
    var sector: String
    /// A country, region or “international”, in the reader's language.
    var place: String?
    var areas: [Linked]
    var since: When?
    /// How many others it stands for; counted apart.
    var represents: FigureView?
    var basis: Basis
  }
  /// Partners by one attribute at one date.
  struct Breakdown: Sendable {
    struct Part: Sendable {
      var name: String
      var figure: FigureView
    }
    var caption: Said
    var asOf: When?
    var parts: [Part]
    var basis: Basis
  }

  /// Partners of one main sector.
  struct Sector: Sendable {
    var name: String
    var partners: Int
    /// Of these, by a sector that the charter shows apart.
    var apart: [(name: String, partners: Int)]
  }

  var figures: [FigureView]
  /// Named partners, each in exactly one main sector.
  var sectors: [Sector] = []
  /// Partners, and those represented in addition; empty where no partner is named.
  var reach: [FigureView] = []
  /// What sources say of representation without naming who represents whom.
  var spokenFor: [Statement] = []
  var counts: [CountsOverTime.Point]
  var breakdowns: [Breakdown]
  var filters: [Filter]
  var rows: [Row]
  /// How many there are in all, before the filters.
  var named: Int
  /// The next page of a long list.
  var next: Address?

  func title(on page: Page) -> Said { Said(page.words["nav.partners"]) }

  func body(on page: Page) -> HTML {
    """
    \(page.lead(title(on: page), Said(page.words["partners.stand"])))\(page.figures(figures))\
    \(list(page))\(sectorSection(page))\(reachSection(page))\(overTime(page))\(parts(page))
    """
  }

  private func list(_ page: Page) -> HTML {
    let words = page.words
    guard named > 0 else {
      return page.section(words["partners.list"], page.empty(words["partners.none"]))
    }
    let matter: HTML =
      rows.isEmpty
      ? page.empty(words["list.noMatch"])
      : page.table(
        TableView(
          words["partners.list"],
          remark: words[
            "list.shown", ["shown": words.number(Double(rows.count)), "all": words.number(Double(named))]],
          columns: [
            .init(words["column.partner"]), .init(words["column.category"]), .init(words["column.sector"]),
            .init(words["column.place"]), .init(words["column.areas"]), .init(words["column.since"]),
            .init(words["column.represents"]), .init(words["column.source"]),
          ],
          rows: rows.map { row($0, page) }))
    return page.section(
      words["partners.list"], hint: words["partners.list.hint"], wide: true,
      "\(page.filters(filters))\(matter)\(page.next(next))")
  }

  private func row(_ row: Row, _ page: Page) -> [HTML] {
    [
      page.linked(row.name), "\(row.category)", "\(row.sector)", row.place.map { "\($0)" } ?? page.notStated,
      page.linked(row.areas), page.date(row.since), row.represents.map { page.figure($0) } ?? "",
      page.basis(row.basis),
    ]
  }

  private func overTime(_ page: Page) -> HTML {
    guard counts.count > 1 else { return "" }
    let words = page.words
    let chart = CountsOverTime(points: counts, heading: words["column.partners"])
    let ordered = chart.ordered
    func said(_ point: CountsOverTime.Point) -> String {
      let number = words.number(point.value)
      return point.qualifier == .exact
        ? number : "\(words.term("qualifier", point.qualifier.rawValue)) \(number)"
    }
    var caption = words["partners.counts"]
    if let last = ordered.last, let first = ordered.last(where: { $0.when == ordered.first?.when }) {
      caption =
        words[
          "partners.counts.caption",
          [
            "first": said(first), "since": String(first.when.first.civil.year), "last": said(last),
            "until": String(last.when.first.civil.year),
          ]]
    }
    return page.section(
      words["partners.counts"], hint: words["partners.counts.hint"],
      page.countsOverTime(
        ChartFrame(
          id: "counts", caption: caption, reading: words["chart.reading.dots"],
          description: ordered.map { "\(words.date($0.when)): \(said($0))" }.joined(separator: "; "),
          data: page.link(as: .csv)),
        chart))
  }

  private func parts(_ page: Page) -> HTML {
    guard !breakdowns.isEmpty else { return "" }
    let words = page.words
    let charts = breakdowns.enumerated().map { index, item in
      let bars = item.parts.map { part -> BarChart.Bar in
        var (value, text) = (0.0, words["figure.notStated"])
        if case .number(let number) = part.figure.amount { (value, text) = (number, words.number(number)) }
        let isExact = part.figure.mark == .qualifier(.exact)
        if case .qualifier(let qualifier) = part.figure.mark, !isExact {
          text = "\(words.term("qualifier", qualifier.rawValue)) \(text)"
        }
        return BarChart.Bar(name: part.name, value: value, text: text, isSolid: isExact)
      }
      return page.barChart(
        ChartFrame(
          id: "parts-\(index + 1)", caption: item.caption.text,
          reading: item.asOf.map { words["figure.asOf", ["date": words.date($0)]] }
            ?? words["date.notStated"],
          description: bars.map { "\($0.name): \($0.text)" }.joined(separator: "; "), basis: item.basis),
        BarChart(bars: bars, nameHeading: words["column.part"], valueHeading: words["column.partners"]))
    }
    return page.section(words["partners.parts"], hint: words["partners.parts.hint"], "\(charts)")
  }
}

extension Page {
  /// The way to the rest of a long list.
  func next(_ address: Address?) -> HTML {
    guard let address else { return "" }
    return "<p><a rel=\"next\"\(href: address.link)>\(words["list.next"])</a></p>"
  }
}
