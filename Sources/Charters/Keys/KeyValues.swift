internal import Kernel

/// Judges each value of a charter by what its key allows. A word that nobody knows would be read as silence, or told as
/// if the charter had said it.
struct KeyValues {
  let findings: Findings
  let known: KnownWords

  func check(_ entry: Entry, _ key: CharterKey, members: Set<String>) {
    switch key.shape {
    case .words(let words): check(entry, words, members)
    case .flag:
      scalars(entry, members, many: "finding.one-word.flag", wrong: "finding.value.flag") { text in
        Entry.flags[text] != nil
      }
    case .number:
      scalars(entry, members, many: "finding.one-word.number", wrong: "finding.value.number") { text in
        Double(text).map(\.isFinite) ?? false
      }
    case .span:
      scalars(entry, members, many: "finding.one-word.span", wrong: "finding.value.span") { text in
        Rhythm.months(text) != nil
      }
    case .date:
      // In the same words as for the dates that may stand beside any fact.
      for (text, at) in values(entry, members) where !isSilent(text) && (try? When(text: text)) == nil {
        findings.fault(code: "date", CharterFacts.noDate(key.name, text), line: at.line)
      }
    case .block, .named, .list:
      guard let text = entry.node.word, !isSilent(text), !text.isEmpty, text != "null", text != "~" else {
        return
      }
      findings.fault("shape", ["place": .text(entry.path), "text": "\(text.prefix(40))"], line: entry.line)
    case .text, .own: break
    }
  }

  // MARK: Words

  private func check(_ entry: Entry, _ words: CharterKey.Words, _ members: Set<String>) {
    if words.isOne, isList(entry, members) {
      findings.fault("one-word", ["place": .text(entry.path)], line: entry.line)
      return
    }
    guard let allowed = known.allowed(words) else { return }
    for (word, at) in values(entry, members) where !allowed.contains(word) && !isSilent(word) {
      let near = DidYouMean.nearest(word, allowed.sorted())
      if let referent = words.referents.first {
        findings.undeclared(
          String(word.prefix(60)), referent.word, at: entry.path, near: near, line: at.line)
        continue
      }
      let place: [String: Phrase.Value] = [
        "place": .text(entry.path), "word": "\(word.prefix(40))", "known": .list(words.fixed),
      ]
      if let near {
        findings.fault("word.near", place.merging(["near": .text(near)]) { $1 }, line: at.line)
      } else {
        findings.fault("word", place, line: at.line)
      }
    }
  }

  private func scalars(
    _ entry: Entry, _ members: Set<String>, many: String, wrong: String, _ holds: (String) -> Bool
  ) {
    if isList(entry, members) {
      findings.fault(code: "one-word", Phrase(many, ["place": .text(entry.path)]), line: entry.line)
      return
    }
    for (text, at) in values(entry, members) where !isSilent(text) && !holds(text) {
      findings.fault(
        code: "value", Phrase(wrong, ["place": .text(entry.path), "text": "\(text.prefix(40))"]),
        line: at.line)
    }
  }

  private func isSilent(_ text: String) -> Bool { ReservedWords.silences.contains(text) }

  private func isList(_ entry: Entry, _ members: Set<String>) -> Bool {
    if entry.isList { return true }
    return entry.node.block != nil && !members.contains("value") && entry.node["value"]?.list != nil
  }

  /// The words of a value, those of sources that disagree among them, each with its place.
  ///
  /// - Parameter members: keys of the block that are declared for themselves and judged there.
  private func values(_ entry: Entry, _ members: Set<String>) -> [(String, Entry)] {
    if let word = entry.node.word { return [(word, entry)] }
    if let list = entry.node.list {
      return list.compactMap { element in (element.word ?? element["value"]?.word).map { ($0, entry) } }
    }
    let inner = Entry.wrappers.first { !members.contains($0) && entry.node[$0] != nil }
    let own = inner.flatMap { entry[$0] }.map { values($0, []) } ?? []
    let others = entry["also"].map { values($0, []) } ?? []
    return own + others
  }
}
