internal import Kernel
public import Markup
internal import Resources
public import Telling

extension Page {
  /// A whole page: what every page shares, around the body of this one.
  public func html(_ view: some PageView) -> HTML {
    let title = view.title(on: self)
    let isHome = address.route == .home
    let tab = isHome ? partnership.text : "\(title.text) \u{2013} \(partnership.text)"
    return """
      <!doctype html>
      <html lang="\(language.rawValue)"\(attribute: "dir", language == .ar ? "rtl" : nil)>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(tab)</title>
      <link rel="stylesheet"\(href: asset("entente.css"))>
      <link rel="icon" type="image/svg+xml"\(href: asset("icon.svg"))>
      <link rel="canonical"\(href: link(in: language))>
      \(Words.languages.filter { $0 != language }, alternate)\
      \(dataLinks)</head>
      <body>
      <a class="skip"\(href: Link(id: "main"))>\(words["page.skip"])</a>
      <header>
      <div class="wrap top"><div class="row">
      <a class="name"\(href: link(.home))>\(Self.mark)<span>\(plain(partnership))</span></a>
      \(languages)
      </div></div>
      \(navigation)
      <div class="wrap">\(asOfLine)</div>
      </header>
      <div class="wrap">
      <main id="main">
      \(isHome ? nil : crumbs(view.trail(on: self), title))\
      \(view.body(on: self))
      </main>
      </div>
      \(foot)
      </body>
      </html>

      """
  }

  /// A file that every page may use, under an address that changes with its content, so that it may be kept for ever.
  public func asset(_ name: String) -> Link {
    let version = Resources.fingerprint("Public/\(name)")
    return Link(path: address.base + Route.asset(name).parts, query: version.map { [("v", $0)] } ?? [])
  }

  private static let mark: HTML = """
    <svg width="34" height="22" viewBox="0 0 34 22" aria-hidden="true"><circle cx="11" cy="11" r="10" class="f1"/>\
    <circle cx="23" cy="11" r="9" fill="none" class="si" stroke-width="2"/></svg>
    """

  private func alternate(_ other: Language) -> HTML {
    "<link rel=\"alternate\" hreflang=\"\(other.rawValue)\"\(href: link(in: other))>\n"
  }

  private var dataLinks: HTML {
    guard hasTwins else { return "" }
    return """
      <link rel="alternate" type="application/json"\(href: link(as: .json))>
      <link rel="alternate" type="text/csv"\(href: link(as: .csv))>

      """
  }

  /// Each language in its own script; only those whose words are complete.
  private var languages: HTML {
    """
    <nav class="langs" aria-label="\(words["page.language"])"><ul>\(Words.languages, { other in
      """
      <li><a\(href: link(in: other))\(attribute: "lang", other == language ? nil : other.rawValue) \
      hreflang="\(other.rawValue)"\(attribute: "aria-current", other == language ? "true" : nil)>\
      \(Words.of(other)["language.own"])</a></li>
      """
    })</ul></nav>
    """
  }

  private var navigation: HTML {
    return """
      <nav class="main" aria-label="\(words["page.sections"])"><ul class="wrap">\(sections, { section in
        let route = section.route
        let current = address.route == route ? "page" : address.route.isWithin(route) ? "true" : nil
        return "<li><a\(href: link(route))\(attribute: "aria-current", current)>\(section.name(words))</a></li>"
      })</ul></nav>
      """
  }

  private func crumbs(_ trail: [Linked], _ title: Said) -> HTML {
    """
    <nav class="crumb" aria-label="\(words["page.here"])"><a\(href: link(.home))>\(words["nav.home"])</a>\
    \(trail, { " / <a\(href: $0.route.map { link($0) })>\(plain($0.text))</a>" }) / \
    <span aria-current="page">\(plain(title))</span></nav>
    """
  }

  private var foot: HTML {
    """
    <footer class="foot"><div class="wrap stack">
    <nav aria-label="\(words["page.foot"])"><ul class="row">\
    <li><a\(href: link(.aboutData))>\(words["nav.aboutData"])</a></li>\
    <li><a\(href: link(.aboutData, fragment: "formats"))>\(words["foot.formats"])</a></li>\
    <li><a\(href: link(.aboutRights))>\(words["nav.aboutRights"])</a></li>\
    <li><a\(href: link(.log))>\(words["log.title"])</a></li>\
    \(twins)<li><a\(href: Link(path: address.base + ["api", "openapi.json"]))>\(words["foot.api"])</a></li></ul></nav>
    <p>\(words["foot.runs"]) \(headLine)</p>
    </div></footer>
    """
  }

  private var twins: HTML {
    guard hasTwins else { return "" }
    return """
      <li><a\(href: link(as: .json))>\(words["foot.json"])</a></li>\
      <li><a\(href: link(as: .csv))>\(words["foot.csv"])</a></li>
      """
  }

  var headLine: HTML {
    guard let head else { return "" }
    return """
      \(words["foot.head"]) <bdi class="num" dir="ltr">\(head.hash)</bdi>, \
      \(words["foot.act", ["number": words.number(Double(head.number))]]).
      """
  }
}

/// What every page leads to.
extension Route {
  public static let aboutData = Route("about", "data")
  /// The journal, as people read it.
  public static let log = Route("log")
  /// Who may do what.
  public static let aboutRights = Route("about", "rights")
  /// A file that every page may use: the style sheet, the icon.
  public static func asset(_ name: String) -> Route { Route("assets", name) }
}
