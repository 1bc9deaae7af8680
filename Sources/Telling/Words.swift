public import Kernel
public import Wording

/// Every word the public sees, in one language: key → text, from `Words/xx/`.
///
/// A page names its words by literal keys, so that a test can compare keys used, keys there are and languages.
public struct Words: Sendable {
  public typealias Entry = Phrasebook.Entry

  public let language: Language
  public let entries: [String: Entry]

  public init(language: Language, entries: [String: Entry]) {
    self.language = language
    self.entries = entries
  }

  /// The languages whose words are complete, in the order they are offered.
  public static let languages: [Language] = [.en, .fr]

  /// Families of keys: what follows them is a value of a type or of the data, so that no literal names the key.
  public static let families = [
    "month", "language", "qualifier", "verification", "unit", "direction", "error", "kind", "kinds", "field",
    "state", "mode", "nature", "phase", "form", "role", "category", "sector", "stream", "function", "read",
    "outcome", "relation", "strength", "event", "modality", "filter", "verb", "capacity", "subject", "value",
    "state-in-letter", "basis", "share", "governance-form", "planned-end", "statement", "section", "measure",
    "decision-rule", "decision-subject", "indicator", "medium", "choice", "check", "light",
    "question", "linkage", "no-answer", "narrative", "warning", "rule", "move",
    "comparison-row", "compared", "time-relation", "actor", "chamber", "entry-document", "excluded", "object",
    "cycle", "right", "rights", "sight",
    "difference", "scope", "society_level", "problem_level", "work_level", "output", "group", "income-group",
    "populations", "solution_type", "donors", "earmarks", "verdict",
    "standing", "party-act", "partner-act", "heed", "reported", "rhythm", "owed_by",
    "answer", "answer-ground", "came", "wording", "chosen-by", "through", "exempt-use", "effort",
    "lack", "formation-step", "voting", "vote-base", "side", "voter", "absence", "left-out", "method",
    "thing", "refusal", "finding", "phrase", "holder", "health",
    "tally", "addressee", "contribution", "charter-key", "charter-shape", "charter-reader", "charter-table",
    "charter-referent", "charter-label", "charter-word", "explain.heading", "log.capacity",
  ]

  /// The words of a language; of English where a language is not there yet.
  public static func of(_ language: Language) -> Words {
    let spoken = languages.contains(language) ? language : .en
    return Words(language: spoken, entries: Phrasebook.entries(in: spoken))
  }

  // MARK: Looking up

  /// The text of a key. A key that is not there shows itself: better an odd word than a page that fails.
  public subscript(_ key: String) -> String {
    switch entries[key] {
    case .text(let text): text
    case .forms(let forms): forms[.other] ?? key
    case nil: key
    }
  }

  /// The text of a key with its placeholders `{name}` filled.
  public subscript(_ key: String, _ values: [String: String]) -> String { Self.fill(self[key], values) }

  /// The form of a counted noun that goes with a number; `{count}` is the number as this language writes it.
  public func count(_ key: String, _ number: Int, _ values: [String: String] = [:]) -> String {
    var values = values
    values["count"] = self.number(Double(number))
    guard case .forms(let forms) = entries[key] else { return Self.fill(self[key], values) }
    return Self.fill(forms[PluralForm(of: number, in: language)] ?? forms[.other] ?? key, values)
  }

  /// The word for a value of a closed or growing list: `family` is the first part of the key. A value without a word
  /// is shown as it stands, dashes as spaces.
  public func term(_ family: String, _ value: String) -> String {
    if case .text(let text)? = entries["\(family).\(value)"] { return text }
    return value.replacing("-", with: " ").replacing("_", with: " ")
  }

  /// The word of a unit that goes with a value: 1 partner, 1.5 partners, in French 1,5 partenaire.
  public func unit(_ unit: String, for value: Double) -> String {
    guard case .forms(let forms)? = entries["unit.\(unit)"] else { return term("unit", unit) }
    return forms[PluralForm(of: value, digits: 2, in: language)] ?? forms[.other] ?? unit
  }

  /// In what role someone acted. `name` tells what the capacity is of: the partner, the area, the body by its id.
  public func capacity(_ capacity: Capacity, name: (String) -> String = { $0 }) -> String {
    switch capacity {
    case .secretariat, .system, .applicant: term("capacity", capacity.description)
    case .focalPoint(let of): Self.fill(term("capacity", "focal-point"), ["of": name(of)])
    case .lead(let of): Self.fill(term("capacity", "lead"), ["of": name(of)])
    case .member(let of): Self.fill(term("capacity", "member"), ["of": name(of)])
    }
  }

  public static func fill(_ text: String, _ values: [String: String]) -> String {
    Phrasebook.fill(text) { name in
      // While we build and test: a sentence with a hole is a fault of ours, wherever it is told.
      assert(values[name] != nil, "nothing is given for {\(name)} in \(text)")
      return values[name]
    }
  }

  /// “a, b and c”.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: self["list.comma"]) + self["list.and"] + last
  }
}
