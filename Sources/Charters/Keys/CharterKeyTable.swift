public import Kernel
internal import Wording

extension CharterKey {
  /// What it means, in a sentence; English where a language lacks it.
  public func meaning(in language: Language) -> String {
    Self.said("charter-key.\(path)", in: language) ?? Self.said("charter-key.\(name)", in: language) ?? ""
  }

  /// What its value may be, as people are told it.
  public func value(in language: Language) -> String { shape.told(in: language) }

  /// What reads it, as people are told it.
  public func readBy(in language: Language) -> String {
    Self.said("charter-reader.\(reader.rawValue)", in: language) ?? reader.rawValue
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

/// The reference of the charter's keys, made from their declarations.
public enum CharterKeyTable {
  /// As `docs/reference/charter-keys.md` holds it.
  public static func markdown(in language: Language) -> String {
    func said(_ key: String) -> String { CharterKey.said("charter-table.\(key)", in: language) ?? key }
    var text = "# \(said("title"))\n\n\(said("about"))\n"
    for block in CharterKey.all.map(\.block).uniqued {
      text += "\n## \(block.isEmpty ? said("top") : "`\(block)`")\n\n"
      text += "| \(said("key")) | \(said("says")) | \(said("value")) | \(said("read")) |\n|---|---|---|---|\n"
      for key in CharterKey.all where key.block == block {
        text +=
          "| `\(key.name)` | \(key.meaning(in: language)) | \(key.value(in: language)) | \(key.readBy(in: language)) |\n"
      }
    }
    return text
  }
}
