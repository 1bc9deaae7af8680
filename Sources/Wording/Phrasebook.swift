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
    var isWhole = true
    let said = fill(text) { name in
      let value: String? =
        switch phrase.values[name] {
        case .text(let said): said
        case .phrase(let inner): self.text(of: inner, in: language)
        case .said(let translated): translated.text(in: language).text
        case nil: name == "count" ? phrase.count.map(String.init) : nil
        }
      if value == nil { isWhole = false }
      return value
    }
    return isWhole ? said : nil
  }

  /// Fills each place `{name}` of a text once: what a value says is never read as a place. A place without a value stays as
  /// it is.
  public static func fill(_ text: String, _ value: (String) -> String?) -> String {
    // Bytes: both brackets are ASCII, and looking for characters takes several times as long on every page.
    let (opening, closing) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard var open = text.utf8.firstIndex(of: opening) else { return text }
    var filled = ""
    var start = text.startIndex
    while let close = text.utf8[open...].firstIndex(of: closing) {
      let end = text.utf8.index(after: close)
      filled += text[start..<open]
      if let said = value(String(text[text.utf8.index(after: open)..<close])) {
        filled += said
      } else {
        filled += text[open..<end]
      }
      start = end
      guard let next = text.utf8[end...].firstIndex(of: opening) else { break }
      open = next
    }
    return filled + text[start...]
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
