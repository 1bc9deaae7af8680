internal import Kernel
public import Markup
public import Telling

extension Page {
  /// The sources of a statement as links, and how sure it is where that needs saying.
  public func basis(_ basis: Basis) -> HTML {
    guard !basis.sources.isEmpty || basis.needsMark else { return "" }
    return "<span class=\"src\">\(sources(basis.sources))</span>\(marks(basis))"
  }

  public func sources(_ list: [SourceRef]) -> HTML {
    var html = HTML()
    for (index, source) in list.enumerated() {
      if index > 0 { html.append(literal: ", ") }
      if let route = source.route {
        html.append("<a\(href: link(route))><bdi dir=\"ltr\">\(source.label)</bdi></a>")
      } else {
        html.append("<bdi dir=\"ltr\">\(source.label)</bdi>")
      }
    }
    return html
  }

  private func marks(_ basis: Basis) -> HTML {
    var html = HTML()
    if basis.qualifier != .exact {
      html.append(" \(mark(words.term("qualifier", basis.qualifier.rawValue)))")
    }
    let isSaid = basis.qualifier.rawValue == basis.verification.rawValue
    if basis.verification.needsMark, !isSaid {
      html.append(" \(mark(words.term("verification", basis.verification.rawValue)))")
    }
    return html
  }

  /// A small framed word: how sure, of what kind.
  public func mark(_ word: String) -> HTML { "<span class=\"q\">\(word)</span>" }

  public func statement(_ statement: Statement) -> HTML {
    "\(linked(Linked(statement.text, statement.route))) \(basis(statement.basis))"
  }
}
