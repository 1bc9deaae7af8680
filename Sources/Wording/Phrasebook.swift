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
    switch entries(in: language)[phrase.key] {
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

  /// Every key of a language, and nothing for one without files. Read when it is first asked for: who reads English does
  /// not wait for French.
  public static func entries(in language: Language) -> [String: Entry] {
    switch language {
    case .en: Kept.en
    case .fr: Kept.fr
    case .es: Kept.es
    case .ru: Kept.ru
    case .ar: Kept.ar
    case .zh: Kept.zh
    }
  }

  private enum Kept {
    static let en = load(.en)
    static let fr = load(.fr)
    static let es = load(.es)
    static let ru = load(.ru)
    static let ar = load(.ar)
    static let zh = load(.zh)
  }

  private static func load(_ language: Language) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    // A file for each capability, and one for what all of them speak of.
    for bytes in Resources.list(under: "Words/\(language.rawValue)").compactMap(Resources.bytes) {
      // What cannot be read leaves its keys to be seen, and fails the test of the words.
      guard let read = try? JSONReader.read(bytes, read) else { continue }
      entries.merge(read) { first, _ in first }
    }
    return entries
  }

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
