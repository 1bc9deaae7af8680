internal import Kernel
internal import Markup
internal import Telling

/// The partnerships that one host serves. It belongs to none of them, so it has no frame of theirs.
struct InstallationPage: Sendable {
  public struct Row: Sendable {
    public var id: String
    /// Nil where its store does not answer.
    public var name: Said?

    public init(id: String, name: Said? = nil) {
      self.id = id
      self.name = name
    }
  }
  public var rows: [Row]

  public func html(in language: Language) -> HTML {
    let page = Page(
      address: Address(.home, language: language), language: language, asOf: Day(1970, 1, 1),
      partnership: Said("Entente"))
    let words = page.words
    return """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Entente</title>
      <link rel="stylesheet"\(href: page.asset("entente.css"))>
      <link rel="icon" type="image/svg+xml"\(href: page.asset("icon.svg"))>
      </head>
      <body>
      <div class="wrap"><main id="main">
      <div class="lead"><h1>\(words["installation.title"])</h1></div>
      <ul class="lines bare">\(rows, { row in
        """
        <li>\(row.name.map { "<a\(href: Link(path: [row.id]))>\(page.said($0))</a>" as HTML }
          ?? "<bdi>\(row.id)</bdi> <span class=\"m\">\(words["installation.closed"])</span>")</li>
        """
      })</ul>
      </main></div>
      </body>
      </html>

      """
  }
}
