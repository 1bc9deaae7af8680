public import Kernel
internal import Resources

/// The files of words as they lie in the executable, for what is said before there is a page: a count, a refusal.
public enum Phrasebook {
  fileprivate enum Entry: Sendable {
    case text(String)
    case forms([PluralForm: String])
  }

  /// The text of a key with its places unfilled; nil where the language does not have it.
  public static func text(_ key: String, in language: Language) -> String? {
    guard case .text(let text)? = entries[language]?[key] else { return nil }
    return text
  }

  /// Nil where the language lacks the phrase, or one that stands in it.
  static func text(of phrase: Phrase, in language: Language) -> String? {
    let text: String
    switch entries[language]?[phrase.key] {
    case nil: return nil
    case .text(let found): text = found
    case .forms(let forms):
      let form = phrase.count.flatMap { forms[PluralForm(of: $0, in: language)] } ?? forms[.other]
      guard let form else { return nil }
      text = form
    }
    return fill(text) { name in
      switch phrase.values[name] {
      case .text(let said): said
      case .phrase(let inner): self.text(of: inner, in: language)
      case nil: name == "count" ? phrase.count.map(String.init) : nil
      }
    }
  }

  /// Fills each place once: what a value says is never read as a place. Nil where a place has nothing.
  private static func fill(_ text: String, _ value: (String) -> String?) -> String? {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let said = value(String(rest[rest.index(after: open)..<close])) else { return nil }
      filled += rest[..<open] + said
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static let entries: [Language: [String: Entry]] = {
    var entries: [Language: [String: Entry]] = [:]
    for language in Language.allCases {
      guard let bytes = Resources.bytes("Words/\(language.rawValue).json") else { continue }
      // What cannot be read leaves its keys to be seen, and fails the test of the words.
      entries[language] = try? JSONReader.read(bytes, read)
    }
    return entries
  }()

  private static func read(_ json: inout JSONReader) throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    try json.object { key, json in
      guard json.bytes[json.position...].first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
        entries[key] = .text(try json.string())
        return
      }
      var forms: [PluralForm: String] = [:]
      try json.object { name, json in
        let text = try json.string()
        if let form = PluralForm(rawValue: name) { forms[form] = text }
      }
      entries[key] = .forms(forms)
    }
    return entries
  }
}
