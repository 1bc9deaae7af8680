import Markup
import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    (["partners"], "/partners"), ([], "/"), (["records", "area", "a b/c"], "/records/area/a%20b%2Fc"),
    (["é"], "/%C3%A9"), ([".."], "/%2E%2E"), (["", "evil.example"], "/evil.example"),
    (["javascript:alert(1)"], "/javascript%3Aalert%281%29"),
  ])
  func aPathStaysOnThisSite(path: [String], expected: String) {
    #expect(Link(path: path).address == expected)
  }

  @Test func aQueryIsEncoded() {
    let link = Link(path: ["partners"], query: [("q", "a&b=c"), ("lang", "fr")], fragment: "x y")
    #expect(link.address == "/partners?q=a%26b%3Dc&lang=fr#x%20y")
    let html: HTML = "<a\(href: link)>x</a>"
    #expect(html.text == "<a href=\"/partners?q=a%26b%3Dc&amp;lang=fr#x%20y\">x</a>")
  }

  @Test(arguments: [
    "https://www.unep.org/a?b=c#d", "http://example.org", "https://example.org:8443/x",
    "https://a-b.example.org/%20",
  ])
  func webAddresses(text: String) {
    #expect(Link(elsewhere: text)?.address == text)
  }

  @Test func aSchemeIsAdded() {
    #expect(
      Link(elsewhere: "unep.org/globalmercurypartnership")?.address
        == "https://unep.org/globalmercurypartnership")
    #expect(Link(elsewhere: "HTTPS://example.org/A")?.address == "https://example.org/A")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt://example.org/%0aalert(1)", "data:text/html,x", "//example.org",
    "/partners",
    "https://", "https://localhost", "https://user:word@example.org/", "https://exa mple.org",
    "https://example.org/\"",
    "https://example.org/\n", "https://-a.org", "https://a..org", "https://example.org:99999999",
    "mailto:a@b.org",
    "", "vbscript:x", "https:\\\\example.org",
  ])
  func othersAreNoLinks(text: String) {
    #expect(Link(elsewhere: text) == nil)
  }

  @Test func noAddressNoAttribute() {
    let html: HTML = "<a\(href: Link(elsewhere: "javascript:alert(1)"))>x</a>"
    #expect(html.text == "<a>x</a>")
  }
}
