@testable import Charters

/// A charter in which every declared key stands, with a value that its declaration allows.
enum WholeCharter {
  /// A name that every block of names has, so that whatever is referred to is there.
  static let name = "x"

  /// - Parameter other: the value that stands in place of the right one; nil leaves it right.
  static func text(_ other: (CharterKey) -> String? = { _ in nil }) -> String { block("", depth: 0, other) }

  private static func block(_ pattern: String, depth: Int, _ other: (CharterKey) -> String?) -> String {
    let indent = String(repeating: " ", count: 2 * depth)
    return CharterKey.all.filter { $0.block == pattern && $0.name != "*" }.map { key in
      "\(indent)\(key.name):" + value(key, depth: depth + 1, other)
    }.joined()
  }

  private static func value(_ key: CharterKey, depth: Int, _ other: (CharterKey) -> String?) -> String {
    let indent = String(repeating: " ", count: 2 * depth)
    let inner = block(key.path, depth: depth, other)
    let ofNames = block("\(key.path).*", depth: depth + 1, other)
    let ofElements = block("\(key.path).[]", depth: depth + 2, other)
    if !ofElements.isEmpty, key.shape == .list { return "\n\(indent)-\n\(ofElements)" }
    // A name that is a value itself stands beside one that is a block.
    let named = CharterKey.byPath["\(key.path).*"].map { "\(indent)\(name): \(other($0) ?? right($0))\n" }
    if key.shape == .named || named != nil || !ofNames.isEmpty {
      let blocks = ofNames.isEmpty ? "" : "\(indent)\(named == nil ? name : "y"):\n\(ofNames)"
      let all = (named ?? "") + blocks + inner
      return all.isEmpty ? " {\(name): {fr: Nom, en: Name}}\n" : "\n\(all)"
    }
    let scalar = other(key) ?? right(key)
    if inner.isEmpty { return " \(scalar)\n" }
    if key.shape == .text { return "\n\(indent)fr: Nom\n\(indent)en: Name\n\(inner)" }
    return key.shape == .block || key.shape == .own ? "\n\(inner)" : "\n\(indent)value: \(scalar)\n\(inner)"
  }

  /// A value that is right for the key.
  private static func right(_ key: CharterKey) -> String {
    switch key.shape {
    case .text: "{fr: Nom, en: Name}"
    case .date: "2010"
    case .number: "1"
    case .flag: "true"
    case .span: "12 months"
    case .words(let words): words.fixed.first ?? name
    case .block, .named: "{}"
    case .list: "[]"
    case .own: name
    }
  }
}
