public import Charters
internal import Exchange
public import Kernel
public import Registry
internal import Resources

/// One model: what its charter says in sentences, the numbers that come with it, and the sources of both. All of it
/// lies in the executable; no store is asked.
public struct ModelSummary: Sendable {
  public let compared: ComparedCharter
  public let explanation: CharterExplanation
  /// As their sources print them.
  public let numbers: [StatedNumber]
  /// What is known of a source, by its id. Paragraphs of the founding note have no entry.
  public let sources: [String: Source]
  public let language: Language

  /// - Returns: nil where no such model is built in.
  public init?(_ id: String, on day: Day, in language: Language) throws {
    guard id.isWord, let compared = Models.compared(id, on: day) else { return nil }
    self.compared = compared
    self.language = language
    explanation = CharterExplanation(compared, in: language)
    numbers = try Self.rows(of: id)
    sources = Dictionary(try Self.rows(of: id).map { ($0.id.text, $0) }) { first, _ in first }
  }

  private static func rows<R: Record>(of id: String) throws -> [R] {
    let path = "Data/\(id)/\(R.plural).csv"
    guard let bytes = Resources.bytes(path) else { return [] }
    let file = try CSVFile(bytes, name: path)
    return try file.rows.map { try R.schema.whole(from: file.cells($0)) }
  }

  /// Everything that a sentence or a number cites, paragraphs of the note first, in their order.
  public var cited: [String] {
    let all =
      explanation.sections.flatMap(\.all).flatMap(\.source) + numbers.flatMap(\.provenance.source)
      + compared.cells.flatMap(\.facts).flatMap(\.ground.source)
    let unique = all.uniqued
    return unique.filter(\.isParagraph).sorted { $0.paragraphOrder < $1.paragraphOrder }
      + unique.filter { !$0.isParagraph }.sorted()
  }

  /// For a program: one object.
  public var json: String {
    var json = JSONWriter(capacity: 32_768)
    json.raw(#"{"charter":"#)
    json.write(compared.charter.id)
    json.raw(#","edition":"#)
    json.write(compared.charter.edition)
    json.raw(#","explanation":"#)
    json.raw(Array(explanation.json.utf8))
    json.raw(#","numbers":["#)
    for (index, number) in numbers.enumerated() {
      if index > 0 { json.raw(",") }
      StatedNumber.schema.write(number, to: &json, for: .anyone)
    }
    json.raw("]}")
    return json.text
  }

  /// The numbers as a table.
  public var csv: String {
    var text = CSV.row(StatedNumber.schema.headings(for: .anyone))
    for number in numbers { text += CSV.row(StatedNumber.schema.cells(number, for: .anyone)) }
    return text
  }
}

extension String {
  /// N before A before P before F, and 2 before 10.
  fileprivate var paragraphOrder: (Int, Int, String) {
    let series = ["N", "A", "P", "F"].firstIndex(of: String(prefix(1))) ?? 4
    return (series, Int(dropFirst().prefix { $0.isNumber }) ?? 0, self)
  }
}
