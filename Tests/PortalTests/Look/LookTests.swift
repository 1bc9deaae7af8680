import Foundation
import Kernel
import Markup
import Testing

@testable import Portal
@testable import Telling
@testable import Web

@Suite struct PortalLookTests {
  private let page = Samples.page(.partners)

  @Test func theFrameOfAPage() {
    let html = Samples.page(.area("gold"), in: .fr).html(Samples.area).text
    #expect(html.contains("<html lang=\"fr\">"))
    #expect(html.contains("<a class=\"skip\" href=\"#main\">Aller au contenu</a>"))
    #expect(
      html.contains("<a href=\"/areas?as_of=2010-09-22&amp;lang=fr\" aria-current=\"true\">Domaines</a>"))
    #expect(html.contains("Au <b><time datetime=\"2010-09-22\">22 septembre 2010</time></b>."))
    #expect(
      html.contains(
        "<link rel=\"alternate\" hreflang=\"en\" href=\"/areas/gold?as_of=2010-09-22&amp;lang=en\">"))
    #expect(html.contains("<link rel=\"canonical\" href=\"/areas/gold?as_of=2010-09-22&amp;lang=fr\">"))
    #expect(html.contains("acte 4\u{202F}812"))
    #expect(
      html.contains(
        "<title>Artisanal and small-scale gold mining \u{2013} Partenariat mondial sur le mercure</title>"))
  }

  @Test func arabicPagesRunFromTheRight() {
    #expect(Samples.page(.areas, in: .ar).html(Samples.areas).text.contains("<html lang=\"ar\" dir=\"rtl\">"))
  }

  @Test func theDateFormKeepsLanguageAndFilters() {
    let html = Samples.page(.partners, in: .fr, filters: [.init(name: "sector", value: "ngo")])
      .html(Samples.partnersPage).text
    #expect(
      html.contains(
        "<input type=\"hidden\" name=\"lang\" value=\"fr\"><input type=\"hidden\" name=\"sector\" value=\"ngo\">"
      ))
    #expect(html.contains("<form method=\"get\" action=\"/partners\">"))
    #expect(html.contains("name=\"as_of\" value=\"2010-09-22\""))
  }

  @Test func aTextInAnotherLanguageIsMarked() {
    #expect(
      page.said(Said("déchets", .fr)).text
        == "<span lang=\"fr\">déchets</span> <span class=\"q\">in French</span>")
    #expect(page.said(Said("waste", .en)).text == "waste")
    #expect(page.said(Said("P-3")).text == "P-3")
    #expect(
      Samples.page(.home, in: .fr).said(Said("زئبق", .ar)).text
        == "<span lang=\"ar\" dir=\"rtl\">زئبق</span> <span class=\"q\">en arabe</span>")
    let said = Translated(.fr, [.fr: "déchets"]).said(in: .en)
    #expect(said == Said("déchets", .fr))
  }

  @Test func aFigureCarriesQualifierSourceAndDate() {
    let html = page.figures([Samples.partners]).text
    #expect(html.contains("<dt>Partners</dt><dd><b>70</b> <span class=\"q\">exactly</span></dd>"))
    #expect(html.contains("As of 22 September 2010."))
    #expect(html.contains("<a href=\"/sources/A6d?as_of=2010-09-22\"><bdi dir=\"ltr\">A6(d)</bdi></a>"))
    #expect(html.contains("Sources differ; also given: more than 70 ("))
    #expect(html.contains("<a href=\"/records/partner-count/pc-2010?as_of=2010-09-22\">Record</a>"))
  }

  @Test func aMissingFigureIsAWord() {
    let unknown = FigureView(
      name: "Donors", Figure(value: nil, unit: "partners", source: "A36"))
    #expect(page.figures([unknown]).text.contains("<b>not stated</b> </dd>"))
    let fell = page.figures([Samples.figures[3]]).text
    #expect(fell.contains("<b>Fell</b> <span class=\"q\">amount not stated</span>"))
  }

  @Test func aFigureOfARecord() {
    let figure = Figure(
      value: nil, low: 6, high: 8.5, unit: "t", qualifier: .estimated, asOf: When(2010),
      source: "gma-2013; A12",
      verification: .unverified)
    let html = page.figures([FigureView(name: "Releases", figure)]).text
    #expect(
      html.contains("<b>6\u{2013}8.5</b> <span class=\"s\">t</span> <span class=\"q\">estimated</span>"))
    #expect(html.contains("As of 2010. unverified."))
    #expect(html.contains(">gma-2013</bdi></a>, <a href=\"/sources/A12?as_of=2010-09-22\">"))
  }

  @Test func doubtIsShownOnce() {
    #expect(page.basis(Samples.a6d).text.contains("class=\"q\"") == false)
    let inferred = Basis([SourceRef("N3")], qualifier: .inferred, verification: .inferred)
    #expect(page.basis(inferred).text.components(separatedBy: "inferred").count == 2)
    #expect(
      page.basis(Samples.doubt).text.contains(
        "<span class=\"q\">about</span> <span class=\"q\">unverified</span>"))
  }

  @Test func noNamesNoList() {
    let html = Samples.page(.partners).html(Samples.nameless).text
    #expect(html.contains("name none of them"))
    #expect(!html.contains("<select"))
  }

  @Test func onlyWebAddressesAreLinks() {
    #expect(page.elsewhere("javascript:alert(1)").text == "<bdi>javascript:alert(1)</bdi>")
    #expect(page.elsewhere("unep.org/x").text.hasPrefix("<a href=\"https://unep.org/x\" rel="))
  }

  @Test func anErrorSaysNothingOfTheInside() {
    let html = Samples.page(.home).html(Samples.failed).text
    #expect(html.contains("Something went wrong"))
    #expect(html.contains("req-12ab"))
  }

  @Test func theReportNamesItsAddresseeAndTheRule() {
    let html = Samples.page(.report("2009-2010")).html(Samples.report).text
    #expect(html.contains("<dt>Addressee</dt><dd><a href=\"/records/body/unep-ed?as_of=2010-09-22\">"))
    #expect(
      html.contains(
        "<dt>Rule it follows from</dt><dd><a href=\"/records/reporting-line/default?as_of=2010-09-22\">"))
    #expect(html.contains("No rule names an addressee."))
    #expect(html.contains("16</span> <span class=\"s\">months</span> <span class=\"q\">computed</span>"))
    #expect(html.contains("<h3>Variety of donors \u{2013} up</h3>"))
    #expect(html.contains("<h3>Total funding \u{2013} down</h3>"))
    #expect(
      html.contains("Stated by <a href=\"/records/body/advisory-group?as_of=2010-09-22\">Advisory group</a>"))
    #expect(html.contains("The source does not say who states it."))
  }

  @Test func aRequestLeadsFromQuestionToAnswer() {
    let html = Samples.page(.requests).html(Samples.requests).text
    #expect(html.contains("<a href=\"/records/document/doc-note-2010?as_of=2010-09-22\"><span lang=\"fr\">"))
    #expect(html.contains("<td class=\"n\">103</td>"))
  }

  @Test func aRecordTellsWhoChangedWhatUnderWhichRule() {
    let html = Samples.page(.record(kind: "area", id: "gold")).html(Samples.record).text
    #expect(html.contains("By A. Example, as secretariat. Under: <span lang=\"fr\">Décision 25/5</span>"))
    #expect(html.contains("<td><bdi>Gold</bdi></td><td><bdi>Artisanal &lt;gold&gt;</bdi></td>"))
    #expect(html.contains("act 1,812"))
  }

  @Test func theMapSaysWhenNobodyIsNamed() {
    var home = Samples.home
    home.map = .nothing
    #expect(
      Samples.page(.home).html(home).text.contains(
        "not their names or countries. Nothing is filled in for them."))
    home.map = .others(["KG": 1], caption: Said("Parties", .en), heading: Said("Since", .en), basis: nil)
    let html = Samples.page(.home).html(home).text
    #expect(html.contains("not their names or countries") && html.contains("<svg class=\"map\""))
  }
}
