internal import Kernel
internal import Resources

/// Every word the public sees, in one language: key → text, from `Words/xx.json`.
///
/// A page names its words by literal keys, so that a test can compare keys used, keys there are and languages.
struct Words: Sendable {
  /// A counted noun needs as many forms as its language has; the others have one.
  enum Entry: Sendable, Hashable {
    case text(String)
    case forms([PluralForm: String])
  }

  let language: Language
  let entries: [String: Entry]

  /// The languages whose words are complete, in the order they are offered.
  static let languages: [Language] = [.en, .fr]

  /// Families of keys: what follows them is a value of a type or of the data, so that no literal names the key.
  static let families = [
    "month", "language", "qualifier", "verification", "unit", "direction", "error", "kind", "kinds", "field",
    "state", "mode", "nature", "phase", "form", "role", "category", "sector", "stream", "function", "read",
    "outcome", "relation", "strength", "event", "modality", "filter", "verb", "capacity", "subject", "value",
    "state-in-letter", "basis", "share", "governance-form", "planned-end", "statement", "section", "measure",
    "decision-rule", "decision-subject", "indicator", "medium", "choice", "check", "light",
    "question", "linkage", "no-answer", "narrative", "warning", "rule", "move",
    "comparison-row", "compared", "time-relation", "actor", "chamber", "entry-document", "excluded", "object",
    "cycle",
    "difference", "scope", "society_level", "problem_level", "solution_type", "donors", "earmarks", "verdict",
    "standing", "party-act", "heed", "reported", "rhythm", "owed_by",
    "answer", "answer-ground", "came", "wording", "chosen-by", "through", "exempt-use", "effort",
    "lack", "formation-step", "contribution",
  ]

  /// The words of a language; of English where a language is not there yet.
  static func of(_ language: Language) -> Words {
    all[language] ?? all[.en] ?? Words(language: .en, entries: [:])
  }

  private static let all: [Language: Words] = Dictionary(
    uniqueKeysWithValues: languages.map { ($0, Words(language: $0, entries: load($0))) })

  private static func load(_ language: Language) -> [String: Entry] {
    guard let bytes = Resources.bytes("Words/\(language.rawValue).json") else { return [:] }
    // What cannot be read leaves its keys to be seen, and fails the test of the words.
    return (try? JSONReader.read(bytes, read)) ?? [:]
  }

  /// One flat object of texts and objects of plural forms.
  static func read(_ json: inout JSONReader) throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    try json.object { key, json in
      guard entries[key] == nil else { throw Refusal("words", "the key \(key) stands twice") }
      if isObject(json) {
        var forms: [PluralForm: String] = [:]
        try json.object { name, json in
          guard let form = PluralForm(rawValue: name) else {
            throw Refusal(
              "words", "\(name) is no plural form; expected one of zero, one, two, few, many, other")
          }
          forms[form] = try json.string()
        }
        entries[key] = .forms(forms)
      } else {
        entries[key] = .text(try json.string())
      }
    }
    return entries
  }

  /// Whether an object comes next.
  private static func isObject(_ json: JSONReader) -> Bool {
    json.bytes[json.position...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  // MARK: Looking up

  /// The text of a key. A key that is not there shows itself: better an odd word than a page that fails.
  subscript(_ key: String) -> String {
    switch entries[key] {
    case .text(let text): text
    case .forms(let forms): forms[.other] ?? key
    case nil: key
    }
  }

  /// The text of a key with its placeholders `{name}` filled.
  subscript(_ key: String, _ values: [String: String]) -> String { Self.fill(self[key], values) }

  /// The form of a counted noun that goes with a number; `{count}` is the number as this language writes it.
  func count(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
    var values = values
    values["count"] = self.number(Double(number))
    guard case .forms(let forms) = entries[key] else { return Self.fill(self[key], values) }
    return Self.fill(forms[PluralForm(of: number, in: language)] ?? forms[.other] ?? key, values)
  }

  /// The word for a value of a closed or growing list: `family` is the first part of the key. A value without a word
  /// is shown as it stands, dashes as spaces.
  func term(_ family: String, _ value: String) -> String {
    if case .text(let text)? = entries["\(family).\(value)"] { return text }
    return value.replacing("-", with: " ").replacing("_", with: " ")
  }

  /// The word of a unit that goes with a value: 1 partner, 1.5 partners, in French 1,5 partenaire.
  func unit(_ unit: String, for value: Double) -> String {
    guard case .forms(let forms)? = entries["unit.\(unit)"] else { return term("unit", unit) }
    let isWhole = value.rounded() == value || language == .fr
    let form = isWhole ? PluralForm(of: Int(value.magnitude.rounded(.down)), in: language) : .other
    return forms[form] ?? forms[.other] ?? unit
  }

  /// In what role someone acted. `name` tells what the capacity is of: the partner, the area, the body by its id.
  func capacity(_ capacity: Capacity, name: (String) -> String = { $0 }) -> String {
    switch capacity {
    case .secretariat, .system, .applicant: term("capacity", capacity.description)
    case .focalPoint(let of): Self.fill(term("capacity", "focal-point"), ["of": name(of)])
    case .lead(let of): Self.fill(term("capacity", "lead"), ["of": name(of)])
    case .member(let of): Self.fill(term("capacity", "member"), ["of": name(of)])
    }
  }

  static func fill(_ text: String, _ values: [String: String]) -> String {
    values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// “a, b and c”.
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self["list.comma"]) + self["list.and"] + last
  }
}
