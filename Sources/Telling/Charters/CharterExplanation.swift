public import Charters
public import Kernel

/// A charter in plain sentences, for a person who will not read YAML. Each sentence says which line it comes from and
/// what it rests on. Nothing that the charter says is left out: what has no sentence of its own is told from the
/// declaration of its key.
public struct CharterExplanation: Sendable {
  public struct Sentence: Sendable, Hashable {
    public let text: String
    /// Paragraphs and sources; empty where the charter names none.
    public let source: [String]
    public let basis: Ground.Basis
    /// The line of the file, 0 where it follows from several.
    public let line: Int
    /// Whether nothing follows from it yet.
    public var isWaiting = false
    /// What else the charter says of the same thing.
    public var details: [Sentence] = []
    /// Whether it only names what its details are about.
    var isHeading = false
    /// Places of the charter that it tells.
    var tells: [String] = []
    /// The place of the thing that it is about.
    var about: String?

    /// It and its details, and theirs.
    public var all: [Sentence] { [self] + details.flatMap(\.all) }
  }
  public struct Section: Sendable, Hashable {
    public let heading: String
    public let sentences: [Sentence]

    /// Every sentence, also those under others.
    public var all: [Sentence] { sentences.flatMap(\.all) }
  }
  public let title: String
  public let sections: [Section]

  public init(_ charter: Charter, _ outline: CharterOutline, in language: Language) {
    let teller = Teller(charter: charter, outline: outline, language: language)
    title = teller.title
    let begun = Dictionary(
      uniqueKeysWithValues: CharterKey.Section.allCases.map { ($0, teller.section($0)) })
    let rest = OutlineTeller(outline, besides: begun, Words.of(language))
    sections = CharterKey.Section.allCases.compactMap { section in
      begun[section].map { rest.completed(section, $0) }
    }.filter { !$0.sentences.isEmpty }
  }

  public init(_ compared: ComparedCharter, in language: Language) {
    self.init(compared.charter, compared.outline, in: language)
  }

  /// As text: headings, and a line for each sentence.
  public func text(in language: Language) -> String {
    let words = Words.of(language)
    var text = title + "\n"
    for section in sections {
      text += "\n\(section.heading)\n"
      for sentence in section.sentences { tell(sentence, "  ", words, &text) }
    }
    return text
  }

  private func tell(_ sentence: Sentence, _ indent: String, _ words: Words, _ text: inout String) {
    var remarks = sentence.source
    if sentence.basis != .stated { remarks.append(words.term("basis", sentence.basis.rawValue)) }
    if sentence.line > 0 { remarks.append(words["explain.atLine", ["line": String(sentence.line)]]) }
    if sentence.isWaiting { remarks.append(words["explain.waiting"]) }
    text += "\(indent)\(sentence.text)\(remarks.isEmpty ? "" : " [\(remarks.joined(separator: "; "))]")\n"
    for detail in sentence.details { tell(detail, indent + "  ", words, &text) }
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
      Self.write(section.sentences, &json)
      json.raw("]}")
    }
    json.raw("]}")
    return json.text
  }

  private static func write(_ sentences: [Sentence], _ json: inout JSONWriter) {
    for (index, sentence) in sentences.enumerated() {
      json.raw(index > 0 ? #",{"text":"# : #"{"text":"#)
      json.write(sentence.text)
      json.raw(#","source":"#)
      sentence.source.write(to: &json)
      json.raw(#","basis":"#)
      json.write(sentence.basis.rawValue)
      json.raw(#","line":"#)
      json.write(sentence.line)
      json.raw(sentence.isWaiting ? #","waiting":true,"details":["# : #","waiting":false,"details":["#)
      write(sentence.details, &json)
      json.raw("]}")
    }
  }
}
