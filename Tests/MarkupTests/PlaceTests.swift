import Markup
import Testing

/// Escaped text is safe between tags and in attributes that mean text, and is left out of every other place.
@Suite struct PlaceTests {
  private let text = "javascript:alert(1)"

  @Test func addressesTakeNoText() {
    let pages: [(HTML, String)] = [
      ("<a href=\"\(text)\">", "<a href=\"\">"),
      ("<a class=\"x\" href=\"\(text)\">", "<a class=\"x\" href=\"\">"),
      ("<a HREF=\"/x/\(text)\">", "<a HREF=\"/x/\">"),
      ("<img src=\"\(text)\">", "<img src=\"\">"),
      ("<form action=\"\(text)\">", "<form action=\"\">"),
      ("<a\(attribute: "href", text)>", "<a href=\"\">"),
      ("<p style=\"color:\(text)\">", "<p style=\"color:\">"),
      ("<p onclick=\"\(text)\">", "<p onclick=\"\">"),
      ("<use xlink:href=\"\(text)\"/>", "<use xlink:href=\"\"/>"),
    ]
    for (page, expected) in pages { #expect(page.text == expected) }
  }

  @Test func scriptsAndStylesTakeNoText() {
    let script: HTML = "<script>var a = '\(text)'</script><p>\(text)</p>"
    #expect(script.text == "<script>var a = ''</script><p>javascript:alert(1)</p>")
    let style: HTML = "<STYLE>p { color: \(text) }</STYLE>"
    #expect(style.text == "<STYLE>p { color:  }</STYLE>")
  }

  @Test func otherAttributesTakeText() {
    let html: HTML = "<p title=\"\(text)\" data-on=\"x\" class=\"a \(text)\">\(text)"
    #expect(
      html.text
        == "<p title=\"javascript:alert(1)\" data-on=\"x\" class=\"a javascript:alert(1)\">javascript:alert(1)"
    )
  }

  @Test func aPartIsNoWayRound() {
    let part: HTML = "\(text)"
    #expect(("<a href=\"\(part)\">" as HTML).text == "<a href=\"\">")
    #expect(("<script>\(part)</script>" as HTML).text == "<script></script>")
    let attribute: HTML = " class=\"x\""
    #expect(("<a\(attribute)>" as HTML).text == "<a class=\"x\">")
  }

  @Test func aTagNameTakesNoText() {
    let html: HTML = "<h\(text)>"
    #expect(html.text == "<h>")
  }

  @Test func textThatLooksLikeATagChangesNothing() {
    let html: HTML = "<p>\("<script>")\(text)</p>"
    #expect(html.text == "<p>&lt;script&gt;javascript:alert(1)</p>")
  }
}
