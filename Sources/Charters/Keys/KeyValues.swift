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
      scalars(entry, members, "a word") { text in
        Entry.flags[text] == nil ? "is neither true nor false" : nil
      }
    case .number:
      scalars(entry, members, "a number") { text in
        Double(text).map(\.isFinite) ?? false ? nil : "is no number; write digits, such as 12"
      }
    case .span:
      scalars(entry, members, "a length of time") { text in
        Rhythm.months(text) == nil ? "is no length of time; write it as 12 months or 3 years" : nil
      }
    case .date:
      // In the same words as for the dates that may stand beside any fact.
      for (text, at) in values(entry, members) where !isSilent(text) && (try? When(text: text)) == nil {
        findings.fault("date", CharterFacts.noDate(key.name, text), line: at.line)
      }
    case .block, .named, .list:
      guard let text = entry.node.word, !isSilent(text), !text.isEmpty, text != "null", text != "~" else {
        return
      }
      findings.fault(
        "shape", "\(entry.path): \u{201C}\(text.prefix(40))\u{201D} stands where keys are expected",
        line: entry.line)
    case .text, .own: break
    }
  }

  // MARK: Words

  private func check(_ entry: Entry, _ words: CharterKey.Words, _ members: Set<String>) {
    if words.isOne, isList(entry, members) {
      findings.fault(
        "one-word", "\(entry.path) is a list, and one word is meant; write one", line: entry.line)
      return
    }
    guard let allowed = known.allowed(words) else { return }
    for (word, at) in values(entry, members) where !allowed.contains(word) && !isSilent(word) {
      let near = DidYouMean.asked(word, allowed.sorted())
      if let referent = words.referents.first {
        findings.fault(
          "dangling-reference",
          "\(entry.path) names the \(referent.noun) \u{201C}\(word.prefix(60))\u{201D}, which this charter does not declare"
            + (near ?? "; declare it or name another"), line: at.line)
      } else {
        findings.fault(
          "word",
          "\(entry.path): \u{201C}\(word.prefix(40))\u{201D} is not one of \(words.fixed.joined(separator: ", "))"
            + (near ?? ""), line: at.line)
      }
    }
  }

  private func scalars(
    _ entry: Entry, _ members: Set<String>, _ what: String, _ wrong: (String) -> String?
  ) {
    if isList(entry, members) {
      findings.fault(
        "one-word", "\(entry.path) is a list, and \(what) is meant; write one", line: entry.line)
      return
    }
    for (text, at) in values(entry, members) where !isSilent(text) {
      guard let wrong = wrong(text) else { continue }
      findings.fault(
        "value", "\(entry.path): \u{201C}\(text.prefix(40))\u{201D} \(wrong)", line: at.line)
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
