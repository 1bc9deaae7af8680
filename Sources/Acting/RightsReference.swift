public import Kernel
internal import Wording

/// The table of all rights as a page of the reference: made from the verbs, so that it cannot say anything else.
public enum RightsReference {
  /// Markdown, kind by kind.
  public static func text(_ book: VerbBook, in language: Language) -> String {
    func said(_ phrase: Phrase) -> String { phrase.sentence(in: language) }
    var lines = ["# \(said(Phrase("rights.title")))", "", said(Phrase("rights.lead")), ""]
    let head = ["verb", "from", "to", "asks", "basis", "may"].map { said(Phrase("rights.\($0)")) }
    for type in book.records {
      let verbs = book.verbs(of: type.kind)
      let isPlain = verbs.count == 3 && verbs.allSatisfy { $0.may == .secretariat }
      guard !isPlain else { continue }
      lines += ["## `\(type.kind)`", "", row(head), row(head.map { _ in "---" })]
      lines += verbs.map { verb in
        row([
          "`\(verb.name)`: \(said(verb.phrase))", words(verb.from), words(verb.to.map { [$0] } ?? []),
          asked(verb), said(Phrase("rights.basis.\(verb.basis.rawValue)")),
          said(verb.may.phrase(for: verb.kind)),
        ])
      }
      lines.append("")
    }
    let plain = book.records.filter { type in
      let verbs = book.verbs(of: type.kind)
      return verbs.count == 3 && verbs.allSatisfy { $0.may == .secretariat }
    }
    lines += ["## \(said(Phrase("rights.others")))", "", words(plain.map { $0.kind }), ""]
    lines += ["## \(said(Phrase("rights.sights")))", "", said(Phrase("rights.sights.lead")), ""]
    let seen = ["kind", "field", "sees"].map { said(Phrase("rights.sights.\($0)")) }
    lines += [row(seen), row(seen.map { _ in "---" })]
    lines += book.hidden.map { hidden in
      row(["`\(hidden.kind)`", words(hidden.field.map { [$0] } ?? []), said(hidden.sight.phrase)])
    }
    lines.append("")
    return lines.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
  private static func words(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

  /// What is not needed stands in brackets.
  private static func asked(_ verb: any DeclaredVerb) -> String {
    guard ![Keeps.add, Keeps.correct].contains(verb.name) else { return "*" }
    return verb.inputs.map { $0.isRequired ? "`\($0.name)`" : "[`\($0.name)`]" }.joined(separator: " ")
  }
}
