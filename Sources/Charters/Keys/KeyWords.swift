public import Kernel
internal import Wording

/// The words in which a key and its values are told.
extension CharterKey {
  /// What it means, in a sentence; English where a language lacks it.
  public func meaning(in language: Language) -> String {
    Self.said("charter-key", path, in: language) ?? ""
  }

  /// What it is called, in a few words.
  public func label(in language: Language) -> String { Self.label(of: path, in: language) ?? name }

  /// - Parameter pattern: of a key, or of what may stand beside any: `bodies.*.since`. Nil where it has no words.
  public static func label(of pattern: String, in language: Language) -> String? {
    said("charter-label", pattern, in: language)
  }

  /// What its value may be, as people are told it.
  public func value(in language: Language) -> String { shape.told(in: language) }

  /// What reads it, as people are told it.
  public func readBy(in language: Language) -> String {
    Self.said("charter-reader.\(reader.rawValue)", in: language) ?? reader.rawValue
  }

  /// The words for a place: those of its whole path, or else of the longest end of it that has some. So one name has one
  /// word, and another where it means something else.
  static func said(_ family: String, _ pattern: String, in language: Language) -> String? {
    ends(of: pattern).lazy.compactMap { said("\(family).\($0)", in: language) }.first
  }

  /// `a.b.c`, `b.c`, `c`.
  public static func ends(of pattern: String) -> [String] {
    let steps = pattern.split(separator: ".")
    return steps.indices.map { steps[$0...].joined(separator: ".") }
  }

  /// - Parameter values: what stands in the text's places.
  static func said(_ key: String, _ values: [String: String] = [:], in language: Language) -> String? {
    let entry = Phrasebook.entries(in: language)[key] ?? Phrasebook.entries(in: .en)[key]
    guard case .text(let text)? = entry else { return nil }
    return values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}

extension CharterKey.Shape {
  fileprivate func told(in language: Language) -> String {
    func said(_ key: String, _ values: [String: String] = [:]) -> String {
      CharterKey.said("charter-shape.\(key)", values, in: language) ?? key
    }
    switch self {
    case .text: return said("text")
    case .date: return said("date")
    case .number: return said("number")
    case .flag: return said("flag")
    case .span: return said("span")
    case .own: return said("own")
    case .block: return said("block")
    case .named: return said("named")
    case .list: return said("list")
    case .words(let words):
      let fixed = words.fixed.map { "`\($0)`" }.joined(separator: ", ")
      let names = words.referents.map {
        CharterKey.said("charter-referent.\($0.rawValue)", in: language) ?? $0.rawValue
      }.joined(separator: ", ")
      if names.isEmpty { return said(words.isOne ? "one" : "several", ["words": fixed]) }
      let reference = said("reference", ["names": names])
      return fixed.isEmpty ? reference : said("either", ["names": reference, "words": fixed])
    }
  }
}
