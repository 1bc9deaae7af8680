import Foundation
import Kernel
import Markup
import Testing

@testable import Portal
@testable import Telling
@testable import Web

@Suite struct PortalLookChartsTests {
  private let page = Samples.page(.home)
  private let frame = ChartFrame(id: "c", caption: "Caption", reading: "Reading", description: "Description")

  @Test(arguments: [
    (0.0, "0%"), (1, "100%"), (0.414, "41.4%"), (0.2453, "24.53%"), (0.0005, "0.05%"), (1.0 / 3, "33.33%"),
  ])
  func percent(part: Double, expected: String) {
    #expect(Page.percent(part) == expected)
  }

  @Test func theMapHasEveryState() {
    #expect(TileGrid.shared.tiles.count == 197)
    #expect(Set(TileGrid.shared.tiles.map { [$0.column, $0.row] }).count == 197)
    #expect(TileGrid.shared.tiles.allSatisfy { (try? Country(code: $0.country)) != nil })
    #expect(CountryNames.shared.name(of: "KG", in: .fr) == "Kirghizistan")
    #expect(CountryNames.shared.name(of: "KP", in: .en) == "Democratic People's Republic of Korea")
    #expect(CountryNames.shared.name(of: "XX", in: .en) == "XX")
    #expect(Country.codes.allSatisfy { CountryNames.shared.name(of: $0, in: .zh) != $0 })
  }

  @Test func theMapSaysItsCounts() {
    let html = page.tileMap(frame, TileMap(counts: ["CH": 3, "KG": 1, "AW": 2], heading: "Partners")).text
    #expect(html.contains(">KG<tspan"))
    #expect(html.contains("dy=\"9\">3</tspan>"))
    // Aruba has no square; it is in the table all the same.
    #expect(html.contains("<th scope=\"row\">Aruba</th><td class=\"n\">2</td>"))
    #expect(html.contains("<tfoot><tr><th scope=\"row\">All</th><td class=\"n\">6</td></tr></tfoot>"))
    #expect(html.components(separatedBy: "h21v21h-21z").count == 198)
  }

  @Test func barsAreInProportion() {
    let html = page.barChart(
      frame,
      BarChart(
        bars: [
          .init(name: "a", value: 10, text: "10", isSolid: true, target: 20),
          .init(name: "b", value: 5, text: "about 5", isSolid: false),
          .init(name: "c", value: 0, text: "none", isSolid: true),
        ], nameHeading: "Name", valueHeading: "Value")
    ).text
    #expect(html.contains("width=\"38%\" height=\"13\" class=\"f2\""))
    #expect(html.contains("width=\"19%\" height=\"13\" class=\"o s2\""))
    #expect(html.contains("<line x1=\"76%\" x2=\"76%\" y1=\"17\" y2=\"38\" class=\"x\" stroke-width=\"3\"/>"))
    #expect(html.contains("<tr><th scope=\"row\">b</th><td class=\"n\">about 5</td></tr>"))
    #expect(html.contains("role=\"img\" aria-labelledby=\"c-t c-d\""))
  }

  @Test func barsStartAtTheRightInArabic() {
    let html = Samples.page(.home, in: .ar).bar(from: 0, length: 0.25, y: 1, height: 2, solid: true).text
    #expect(html == "<rect x=\"75%\" y=\"1\" width=\"25%\" height=\"2\" class=\"f2\"/>")
  }

  @Test func countsAreHollowWhereTheSourceHesitates() {
    let html = page.countsOverTime(frame, CountsOverTime(points: Samples.counts, heading: "Partners")).text
    #expect(html.components(separatedBy: "<circle").count == 5)
    #expect(html.components(separatedBy: "class=\"o s2\"").count == 3)
    #expect(html.contains("<td>more than</td>"))
    #expect(html.contains("<span lang=\"fr\">Par écrit.</span>"))
  }

  @Test func spansShowTheDayAndStayInside() {
    let spans = [
      SpanChart.Span(
        name: Samples.gold, period: Period(since: When(2009), until: When(2010)), isSolid: true, state: "a"),
      SpanChart.Span(name: Samples.waste, period: Period(since: When(2011)), isSolid: false, state: "b"),
      SpanChart.Span(name: Samples.group, period: Period(), isSolid: false, state: "c"),
    ]
    let html = page.spanChart(frame, SpanChart(spans: spans, heading: "Activity")).text
    #expect(html.components(separatedBy: "<rect").count == 3)
    #expect(html.contains("22 September 2010"))
    #expect(html.contains("date not stated"))
    #expect(!html.contains("=\"-"))
  }

  @Test func referenceTables() {
    #expect(Reference.rows("a,b\n1,\"x, y\"\n").first == ["a": "1", "b": "x, y"])
    #expect(Reference.rows("").isEmpty)
  }
}
