public import Kernel
internal import Resources

/// The files of words as they lie in the executable, for what is said before there is a page: a count, a refusal.
public enum Phrasebook {
  /// A counted noun needs as many forms as its language has; the others have one.
  public enum Entry: Sendable, Hashable {
    case text(String)
    case forms([PluralForm: String])
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
      case .said(let translated): translated.text(in: language).text
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

  /// Every key of each language that has a file.
  public static let entries: [Language: [String: Entry]] = {
    var entries: [Language: [String: Entry]] = [:]
    for language in Language.allCases {
      // One file of the language, and others beside it by subject.
      let files = ["Words/\(language.rawValue).json"] + Resources.list(under: "Words/\(language.rawValue)")
      for bytes in files.compactMap(Resources.bytes) {
        // What cannot be read leaves its keys to be seen, and fails the test of the words.
        guard let read = try? JSONReader.read(bytes, read) else { continue }
        entries[language, default: [:]].merge(read) { first, _ in first }
      }
    }
    return entries
  }()

  /// One flat object of texts and objects of plural forms.
  public static func read(_ json: inout JSONReader) throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    try json.object { key, json in
      guard entries[key] == nil else { throw Refusal("words.twice", ["key": .text(key)]) }
      guard isObject(json) else {
        entries[key] = .text(try json.string())
        return
      }
      var forms: [PluralForm: String] = [:]
      try json.object { name, json in
        guard let form = PluralForm(rawValue: name) else {
          throw Refusal("words", ["name": .text(name)])
        }
        forms[form] = try json.string()
      }
      entries[key] = .forms(forms)
    }
    return entries
  }

  /// Whether an object comes next.
  private static func isObject(_ json: JSONReader) -> Bool {
    json.bytes[json.position...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }
}
