public import Kernel
internal import Wording

/// A text from a record, and the language it is in. On a page in another language it is shown as it stands, marked.
public struct Said: Sendable, Hashable {
  public var text: String
  /// Nil for names and codes that belong to no language.
  public var language: Language?

  public init(_ text: String, _ language: Language? = nil) {
    self.text = text
    self.language = language
  }
}

extension Translated {
  /// The text in the reader's language or, where there is none, in its original.
  public func said(in language: Language) -> Said {
    let text = text(in: language)
    return Said(text.text, text.language)
  }
}

/// A text that may lead to the record it names.
public struct Linked: Sendable, Hashable {
  public var text: Said
  public var route: Route?

  public init(_ text: Said, _ route: Route? = nil) {
    self.text = text
    self.route = route
  }
}

extension Refusal {
  /// The sentence as it stands on a page, by itself: with a capital, but where it begins with the name of a parameter, and
  /// a full stop.
  public func onPage(in language: Language) -> Said {
    let sentence = sentence(in: language)
    let isName = sentence.prefix { $0 != " " }.contains("_")
    let text = isName ? sentence : sentence.prefix(1).uppercased() + sentence.dropFirst()
    return Said(text.hasSuffix(".") || text.hasSuffix("?") ? text : text + ".", language)
  }
}
