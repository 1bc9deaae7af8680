internal import Kernel
internal import Markup

/// One place where a statement stands: a paragraph of the founding note or a source.
struct SourceRef: Sendable, Hashable {
  var label: String
  var route: Route?

  init(label: String, route: Route?) {
    self.label = label
    self.route = route
  }

  /// - Parameter id: of a source (`unep-pag-1-7`) or a paragraph (`A6d`), which is shown as it is cited: A6(d).
  init(_ id: String) {
    let letters = Array(id)
    let isParagraph =
      letters.count >= 2 && letters[0].isUppercase && letters[0].isASCII && letters[1].isNumber
    if isParagraph, let last = letters.last, last.isLowercase {
      label = "\(id.dropLast())(\(last))"
    } else {
      label = id
    }
    route = .source(id)
  }
}

/// What a statement rests on.
struct Basis: Sendable, Hashable {
  var sources: [SourceRef]
  var qualifier: Qualifier
  var verification: Verification

  init(_ sources: [SourceRef], qualifier: Qualifier = .exact, verification: Verification = .stated) {
    self.sources = sources
    self.qualifier = qualifier
    self.verification = verification
  }

  init(_ provenance: Provenance) {
    self.init(
      provenance.source.map { SourceRef($0) }, qualifier: provenance.qualifier,
      verification: provenance.verification)
  }
}

/// A sentence from a record, with what it rests on.
struct Statement: Sendable, Hashable {
  var text: Said
  var basis: Basis
  /// The record that says it.
  var route: Route?

  init(_ text: Said, _ basis: Basis, route: Route? = nil) {
    self.text = text
    self.basis = basis
    self.route = route
  }
}

extension Page {
  /// The sources of a statement as links, and how sure it is where that needs saying.
  func basis(_ basis: Basis) -> HTML {
    guard !basis.sources.isEmpty || basis.needsMark else { return "" }
    return "<span class=\"src\">\(sources(basis.sources))</span>\(marks(basis))"
  }

  func sources(_ list: [SourceRef]) -> HTML {
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
  func mark(_ word: String) -> HTML { "<span class=\"q\">\(word)</span>" }

  func statement(_ statement: Statement) -> HTML {
    "\(linked(Linked(statement.text, statement.route))) \(basis(statement.basis))"
  }
}

extension Basis {
  fileprivate var needsMark: Bool { qualifier != .exact || verification.needsMark }
}

extension Verification {
  /// What is stated or read needs no word; every doubt does.
  var needsMark: Bool { self != .stated && self != .verified }
}
