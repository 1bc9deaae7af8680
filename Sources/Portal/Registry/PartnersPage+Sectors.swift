internal import Markup
internal import Telling
internal import Web

/// Who takes part, in each main sector, and who is reached through them.
extension PartnersPage {
  func sectorSection(_ page: Page) -> HTML {
    let words = page.words
    let total = sectors.reduce(0) { $0 + $1.partners }
    guard total > 0 else {
      return page.section(words["partners.sectors"], page.empty(words["partners.sectors.none"]))
    }
    let bars = sectors.map {
      BarChart.Bar(
        name: $0.name, value: Double($0.partners), text: words.number(Double($0.partners)))
    }
    let chart = page.barChart(
      ChartFrame(
        id: "sectors",
        caption: words.count("partners.sectors.caption", total),
        reading: words["partners.sectors.reading"],
        description: bars.map { "\($0.name): \($0.text)" }.joined(separator: "; ")),
      BarChart(bars: bars, nameHeading: words["column.sector"], valueHeading: words["column.partners"]),
      table: TableView(
        words["partners.sectors"],
        columns: [
          .init(words["column.sector"]), .init(words["column.partners"], isNumber: true),
          .init(words["column.ofThese"]),
        ],
        rows: sectors.map { sector in
          [
            "\(sector.name)", page.number(sector.partners),
            "\(sector.apart.map { "\($0.name): \(words.number(Double($0.partners)))" }.joined(separator: "; "))",
          ]
        }, foot: ["\(words["column.all"])", page.number(total), ""]))
    return page.section(words["partners.sectors"], hint: words["partners.sectors.hint"], chart)
  }

  func reachSection(_ page: Page) -> HTML {
    let words = page.words
    let facts: HTML =
      reach.isEmpty
      ? page.empty(words["partners.reach.none"]) : page.facts(reach.map { Fact($0.name, .figure($0)) })
    return page.section(
      words["partners.reach"], hint: words["partners.reach.hint"],
      "\(facts)\(spokenFor.isEmpty ? nil : page.statements(spokenFor))")
  }
}
