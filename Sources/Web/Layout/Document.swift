internal import Kernel
public import Markup
internal import Resources
internal import Telling

extension Page {
  /// The page as one file that is sent, kept and printed: with its style in it, without what only a visitor uses.
  ///
  /// - Parameter site: where its links lead to; nil leaves them as they stand on the site.
  public func document(_ view: some PageView, site: Link?) -> HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)"\(attribute: "dir", language == .ar ? "rtl" : nil)>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(view.title(on: self).text) \u{2013} \(partnership.text)</title>
    \(site.map { "<base\(href: $0)>\n" as HTML })<style>
    \(Self.style)</style>
    </head>
    <body>
    <header class="wrap">
    <p class="name">\(plain(partnership))</p>
    <p>\(sentence) \(inForce)</p>
    </header>
    <div class="wrap">
    <main id="main">
    \(view.body(on: self))
    </main>
    </div>
    <footer class="foot"><div class="wrap"><p>\(words["foot.runs"]) \(headLine)</p></div></footer>
    </body>
    </html>

    """
  }

  /// The style sheet as it lies in the executable, so that it is literal text.
  private static var style: HTML {
    var html = HTML()
    if let text = Resources.literal("Public/entente.css") { html.append(literal: text) }
    return html
  }
}
