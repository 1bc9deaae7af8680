internal import Kernel

extension Option {
  /// The option as lines of a charter, to stand under `options`. Read there it has the same consequences.
  public var charterLines: String {
    let isWhole = Self.languages.allSatisfy { name[$0] != nil }
    let remark = isWhole ? "" : "  # one text for both languages: translate it"
    var lines = ["  \(id):", "    number: \(number)", "    name: {\(texts)}\(remark)", "    default:"]
    lines += Self.lines(of: terms).map { "      \($0)" }
    if !parts.isEmpty {
      lines.append("    parts:")
      for (part, terms) in parts.sorted(by: { $0.key < $1.key }) {
        lines.append("      \(part):")
        lines += Self.lines(of: terms).map { "        \($0)" }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A charter names everything in these.
  private static let languages: [Language] = [.fr, .en]

  private var texts: String {
    Self.languages.map { "\($0.rawValue): \(Self.quoted(name.text(in: $0).text))" }.joined(separator: ", ")
  }

  private static func lines(of terms: LinkageTerms) -> [String] {
    let heeds = terms.said[.heeds].map { "heeds: \(value($0))" }
    var lines: [String] = []
    for question in Question.allCases {
      guard let key = question.key, let said = terms.said[question] else { continue }
      switch question {
      case .linkedTo:
        let list = "\(said.needsAll ? "all-of" : "any-of"): \(listed(said.words))"
        lines.append("\(key): {\(([list] + about(said.ground)).joined(separator: ", "))}")
      case .priorities where heeds != nil:
        let inner = ["set-by: \(listed(said.words))"] + [heeds].compactMap { $0 } + about(said.ground)
        lines.append("\(key): {\(inner.joined(separator: ", "))}")
      default: lines.append("\(key): \(value(said))")
      }
    }
    return lines
  }

  private static func value(_ said: Saying) -> String {
    let value =
      said.words.isEmpty
      ? (said.isNone ? "none" : "not-stated") : said.words.count == 1 ? said.words[0] : listed(said.words)
    return "{\((["value: \(value)"] + about(said.ground)).joined(separator: ", "))}"
  }

  private static func about(_ ground: Ground) -> [String] {
    (ground.basis == .stated ? [] : ["basis: \(ground.basis.rawValue)"])
      + (ground.qualifier == .exact ? [] : ["qualifier: \(ground.qualifier.rawValue)"])
      + (ground.source.isEmpty ? [] : ["source: \(quoted(ground.source.joined(separator: "; ")))"])
  }

  private static func listed(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// What JSON writes as a text, YAML reads as the same text.
  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.write(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
