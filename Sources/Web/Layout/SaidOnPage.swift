internal import Kernel
public import Markup
public import Telling

extension Page {
  /// A text, with its language told to the browser where it is not the page's.
  public func said(_ said: Said) -> HTML {
    guard let other = said.language, other != language else { return "\(said.text)" }
    return """
      <span\(attribute: "lang", other.rawValue)\(attribute: "dir", direction(of: other))>\(said.text)</span> \
      \(mark(ofLanguage: other))
      """
  }

  /// As `said`, for where a mark would be too much (a crumb, a cell that links): only the browser is told.
  public func plain(_ said: Said) -> HTML {
    guard let other = said.language, other != language else { return "\(said.text)" }
    return
      "<span\(attribute: "lang", other.rawValue)\(attribute: "dir", direction(of: other))>\(said.text)</span>"
  }

  public func linked(_ linked: Linked) -> HTML {
    guard let route = linked.route else { return said(linked.text) }
    let mark = linked.text.language.flatMap { $0 == language ? nil : self.mark(ofLanguage: $0) }
    return "<a\(href: link(route))>\(plain(linked.text))</a>\(mark.map { " \($0)" as HTML })"
  }

  public func linked(_ list: [Linked]) -> HTML {
    var html = HTML()
    for (index, item) in list.enumerated() {
      if index > 0 {
        html.append(escaping: index == list.count - 1 ? words["list.and"] : words["list.comma"])
      }
      html.append(linked(item))
    }
    return html
  }

  private func mark(ofLanguage other: Language) -> HTML {
    "<span class=\"q\">\(words["language.in", ["language": words.term("language", other.rawValue)]])</span>"
  }

  /// Only where it differs from the page's own.
  private func direction(of other: Language) -> String? {
    (other == .ar) == (language == .ar) ? nil : other == .ar ? "rtl" : "ltr"
  }
}
