internal import Kernel
internal import Markup
internal import Wording

/// A text from a record, and the language it is in. On a page in another language it is shown as it stands, marked.
struct Said: Sendable, Hashable {
  var text: String
  /// Nil for names and codes that belong to no language.
  var language: Language?

  init(_ text: String, _ language: Language? = nil) {
    self.text = text
    self.language = language
  }
}

extension Translated {
  /// The text in the reader's language or, where there is none, in its original.
  func said(in language: Language) -> Said {
    let text = text(in: language)
    return Said(text.text, text.language)
  }
}

/// A text that may lead to the record it names.
struct Linked: Sendable, Hashable {
  var text: Said
  var route: Route?

  init(_ text: Said, _ route: Route? = nil) {
    self.text = text
    self.route = route
  }
}

extension Refusal {
  /// The sentence as it stands on a page, by itself: with a capital and a full stop.
  var onPage: Said {
    let text = sentence.prefix(1).uppercased() + sentence.dropFirst()
    return Said(text.hasSuffix(".") || text.hasSuffix("?") ? text : text + ".", .en)
  }
}

extension Page {
  /// A text, with its language told to the browser where it is not the page's.
  func said(_ said: Said) -> HTML {
    guard let other = said.language, other != language else { return "\(said.text)" }
    return """
      <span\(attribute: "lang", other.rawValue)\(attribute: "dir", direction(of: other))>\(said.text)</span> \
      \(mark(ofLanguage: other))
      """
  }

  /// As `said`, for where a mark would be too much (a crumb, a cell that links): only the browser is told.
  func plain(_ said: Said) -> HTML {
    guard let other = said.language, other != language else { return "\(said.text)" }
    return
      "<span\(attribute: "lang", other.rawValue)\(attribute: "dir", direction(of: other))>\(said.text)</span>"
  }

  func linked(_ linked: Linked) -> HTML {
    guard let route = linked.route else { return said(linked.text) }
    let mark = linked.text.language.flatMap { $0 == language ? nil : self.mark(ofLanguage: $0) }
    return "<a\(href: link(route))>\(plain(linked.text))</a>\(mark.map { " \($0)" as HTML })"
  }

  func linked(_ list: [Linked]) -> HTML {
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
