public import Charters
public import Kernel

/// A charter in plain sentences, for a person who will not read YAML. Each sentence says which line it comes from and
/// what it rests on.
public struct CharterExplanation: Sendable {
  public struct Sentence: Sendable, Hashable {
    public let text: String
    /// Paragraphs and sources; empty where the charter names none.
    public let source: [String]
    public let basis: Ground.Basis
    /// The line of the file, 0 where it follows from several.
    public let line: Int
  }
  public struct Section: Sendable, Hashable {
    public let heading: String
    public let sentences: [Sentence]
  }
  public let title: String
  public let sections: [Section]

  public init(_ charter: Charter, in language: Language) {
    let teller = Teller(charter: charter, language: language)
    title = teller.title
    sections = [
      teller.whatItIs, teller.shares, teller.whoTakesPart, teller.bodies, teller.work, teller.linkage,
      teller.reporting, teller.decisions, teller.money, teller.options,
    ].filter { !$0.sentences.isEmpty }
  }

  /// As text: headings, and a line for each sentence.
  public func text(in language: Language) -> String {
    let words = Words.of(language)
    var text = title + "\n"
    for section in sections {
      text += "\n\(section.heading)\n"
      for sentence in section.sentences {
        var remarks = sentence.source
        if sentence.basis != .stated { remarks.append(words.term("basis", sentence.basis.rawValue)) }
        if sentence.line > 0 { remarks.append(words["explain.atLine", ["line": String(sentence.line)]]) }
        text += "  \(sentence.text)\(remarks.isEmpty ? "" : " [\(remarks.joined(separator: "; "))]")\n"
      }
    }
    return text
  }

  /// For a program: one object.
  public var json: String {
    var json = JSONWriter(capacity: 8192)
    json.raw(#"{"title":"#)
    json.write(title)
    json.raw(#","sections":["#)
    for (index, section) in sections.enumerated() {
      json.raw(index > 0 ? #",{"heading":"# : #"{"heading":"#)
      json.write(section.heading)
      json.raw(#","sentences":["#)
      for (index, sentence) in section.sentences.enumerated() {
        json.raw(index > 0 ? #",{"text":"# : #"{"text":"#)
        json.write(sentence.text)
        json.raw(#","source":"#)
        sentence.source.write(to: &json)
        json.raw(#","basis":"#)
        json.write(sentence.basis.rawValue)
        json.raw(#","line":"#)
        json.write(sentence.line)
        json.raw("}")
      }
      json.raw("]}")
    }
    json.raw("]}")
    return json.text
  }
}
