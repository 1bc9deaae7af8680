internal import Kernel

/// What every fact of a charter must be, wherever it stands: dated right, sourced, said in both languages.
enum CharterFacts {
  private static let dates: Set<String> = ["since", "until", "not-after", "seen-on", "as-of", "date"]
  /// Blocks whose dates are words about an occasion.
  private static let occasions = [
    "reporting", "advice", "deliverables", "certification", "tracking", "campaigns", "trade",
  ]

  static func check(_ entry: Entry, _ sources: Set<String>?, _ findings: Findings) {
    own(entry, sources, findings)
    for member in entry.members { check(member.entry, sources, findings) }
    if entry.isList { for element in entry.elements { check(element, sources, findings) } }
  }

  private static func own(_ entry: Entry, _ sources: Set<String>?, _ findings: Findings) {
    guard let members = entry.node.block else { return }
    for member in members where member.key == nil || member.name.isTruthValue {
      findings.fault("key.word", line: member.name.line)
    }
    for member in members {
      guard let word = member.key, !word.isKey else { continue }
      findings.fault(
        "key", ["place": Self.place(entry), "word": "\(word.prefix(60))"], line: member.name.line)
    }
    text(entry, findings)
    word("qualifier", Qualifier.allCases.map(\.rawValue), entry, findings)
    word("basis", Ground.Basis.allCases.map(\.rawValue), entry, findings)
    if let sources { cited(entry, sources, findings) }
    guard !occasions.contains(where: { entry.path == $0 || entry.path.hasPrefix($0 + ".") }) else { return }
    for key in dates {
      guard let date = entry[key], let text = date.text, !date.isSilent else { continue }
      if (try? When(text: text)) == nil {
        findings.fault(code: "date", noDate(key, text), line: date.line)
      }
    }
  }

  /// Where an entry stands, for a sentence that begins with it.
  static func place(_ entry: Entry) -> Phrase.Value {
    entry.path.isEmpty ? .phrase(Phrase("finding.the-charter")) : .text(entry.path)
  }

  static func noDate(_ key: String, _ text: String) -> Phrase {
    Phrase("finding.date", ["key": .text(key), "text": "\(text.prefix(40))"])
  }

  /// A text has French and English, and neither is empty.
  private static func text(_ entry: Entry, _ findings: Findings) {
    let (french, english) = (entry.node["fr"], entry.node["en"])
    guard french != nil || english != nil else { return }
    for (language, value) in [
      (Phrase("finding.language.fr"), french), (Phrase("finding.language.en"), english),
    ] {
      if value == nil {
        findings.fault(
          "language", ["place": .text(entry.path), "language": .phrase(language)], line: entry.line)
      } else if value?.word?.trimmed.isEmpty ?? true {
        findings.fault(
          "language.empty", ["place": .text(entry.path), "language": .phrase(language)], line: entry.line)
      }
    }
  }

  private static func word(
    _ key: String, _ words: [String], _ entry: Entry, _ findings: Findings
  ) {
    guard let value = entry.node[key], let text = value.word, !words.contains(text) else { return }
    findings.fault(
      code: key,
      Phrase(
        "finding.word-of-key", ["key": .text(key), "word": "\(text.prefix(40))", "known": .list(words)]),
      line: value.line)
  }

  private static func cited(_ entry: Entry, _ sources: Set<String>, _ findings: Findings) {
    guard entry.node["source"] != nil else { return }
    for source in entry.ground.source where !source.isParagraph && !sources.contains(source) {
      findings.fault("source", ["source": "\(source.prefix(60))"], line: entry.line)
    }
  }
}

extension String {
  /// A word of small letters, digits, dashes and dots.
  fileprivate var isKey: Bool {
    !isEmpty && utf8.allSatisfy { 97...122 ~= $0 || 48...57 ~= $0 || $0 == 45 || $0 == 46 }
  }
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
