import Kernel
import Markup
import Testing

@testable import Portal
@testable import Telling
@testable import Web

@Suite struct PortalLookRouteTests {
  static let routes: [(Route, String)] = [
    (.home, "/"), (.partners, "/partners"), (.partner("a-b"), "/partners/a-b"), (.areas, "/areas"),
    (.area("gold"), "/areas/gold"), (.activities, "/activities"), (.activity("x"), "/activities/x"),
    (.governance, "/governance"), (.options, "/options"), (.addOption, "/options/add"),
    (.switchOption, "/options/switch"), (.requests, "/requests"), (.treaties, "/treaties"),
    (.formations, "/formations"), (.formation("lake"), "/formations/lake"), (.motions, "/motions"),
    (.motion("m-1"), "/motions/m-1"),
    (.models, "/models"),
    (.model("fsc"), "/models/fsc"), (.reports, "/report"),
    (.report("2009-2010"), "/report/2009-2010"), (.aboutData, "/about/data"), (.aboutRights, "/about/rights"),
    (.source("note-2010"), "/sources/note-2010"),
    (.record(kind: "governing-document", id: "x.1"), "/records/governing-document/x.1"),
    (.asset("entente.css"), "/assets/entente.css"),
  ]

  @Test(arguments: routes)
  func linksAndMatches(route: Route, path: String) {
    #expect(Address(route).link.address == path)
    let parts = path.split(separator: "/").map(String.init)
    #expect(Address(parts: parts) == Address(route))
    #expect(Route(parts: parts) == route)
    if parts.first != "assets" { #expect(PortalPages.book.page(at: route)?.kind.path.count == parts.count) }
  }

  @Test(arguments: routes.map(\.0), Address.Form.allCases)
  func everyFormComesBack(route: Route, form: Address.Form) {
    // The root and files have one form only.
    if route == .home { return }
    if route.parts.first == "assets" { return }
    let address = Address(route, form: form)
    #expect(Address(parts: address.parts) == address)
  }

  @Test(arguments: ["a.json", "a.csv", "a.html", "a.html.json", ".json", "a.", "a b", "x.jsonx"])
  func anIdThatLooksLikeASuffixComesBack(id: String) {
    for form in Address.Form.allCases {
      let address = Address(.partner(id), form: form)
      #expect(Address(parts: address.parts) == address, "\(address.parts)")
    }
  }

  @Test(arguments: [
    ["nowhere"], ["partners", "a", "b"], ["about"], ["about", "us"], ["records", "area"],
    ["records", "a", "b", "c"],
    ["sources"], ["home"], ["partners", ""],
  ])
  func otherPathsAreNoPages(parts: [String]) {
    #expect(Route(parts: parts).flatMap(PortalPages.book.page) == nil)
  }

  @Test func dataHaveASuffix() {
    #expect(Address(.areas, form: .json).link.address == "/areas.json")
    #expect(Address(.area("gold"), form: .csv).link.address == "/areas/gold.csv")
    #expect(Address(.partner("x.json")).link.address == "/partners/x.json.html")
  }

  @Test func whatTheReaderChoseIsKept() {
    let page = Samples.page(.partners, in: .fr, filters: [.init(name: "sector", value: "a&b")])
    #expect(page.link(.area("gold")).address == "/areas/gold?as_of=2010-09-22&lang=fr")
    #expect(page.link(as: .csv).address == "/partners.csv?sector=a%26b&as_of=2010-09-22&lang=fr")
    #expect(page.link(in: .en).address == "/partners?sector=a%26b&as_of=2010-09-22&lang=en")
    #expect(Samples.page(.partners, asOf: nil).link(.home).address == "/")
  }
}
