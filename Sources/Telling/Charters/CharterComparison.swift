public import Charters
public import Kernel

/// Charters side by side in one language: a row for each question, a cell for each charter, each with the place it was
/// derived from.
public struct CharterComparison: Sendable {
  public struct Told: Sendable, Hashable {
    public let text: String
    public let path: String
    public let ground: Ground
  }
  public struct Cell: Sendable, Hashable {
    /// Empty where the charter says nothing.
    public let facts: [Told]
    /// Where the answer would stand.
    public let path: String
    public let line: Int
  }
  public struct Row: Sendable, Hashable {
    public let id: ComparisonRow
    public let name: String
    /// In the order of the charters.
    public let cells: [Cell]

    public init(id: ComparisonRow, name: String, cells: [Cell]) {
      self.id = id
      self.name = name
      self.cells = cells
    }
  }
  public struct Column: Sendable, Hashable {
    public let id: String
    public let edition: String
    public let name: String
    public let file: String

    public init(id: String, edition: String, name: String, file: String) {
      self.id = id
      self.edition = edition
      self.name = name
      self.file = file
    }
    public var label: String { "\(id) \(edition)" }
  }

  public let language: Language
  public let columns: [Column]
  public let rows: [Row]
  /// Between the first and the second, where they are editions of one charter; nil where they are not.
  public let differences: [Difference]?

  /// A difference with its place and both sides in words.
  public struct Difference: Sendable, Hashable {
    public let found: CharterDifference
    public let place: String
    public let text: String
    public let before: String?
    public let after: String?
    /// Whether it is a text in another language than the reader's, which differs too.
    public let isTranslation: Bool
  }

  public init(_ charters: [ComparedCharter], in language: Language) {
    let words = Words.of(language)
    self.language = language
    columns = charters.map {
      Column(
        id: $0.charter.id, edition: $0.charter.edition, name: $0.charter.name.text(in: language).text,
        file: $0.file)
    }
    rows = ComparisonRow.allCases.map { row in
      Row(
        id: row, name: words.term("comparison-row", row.rawValue),
        cells: charters.map { charter in
          let cell = charter[row]
          return Cell(
            facts: cell.facts.map {
              Told(text: $0.told(in: words), path: $0.path, ground: $0.ground)
            }, path: cell.path, line: cell.line)
        })
    }
    let isOneCharter = charters.count == 2 && charters[0].charter.id == charters[1].charter.id
    differences = isOneCharter ? Self.differences(charters[0], charters[1], in: language) : nil
  }

  /// What changed from one edition to the other, in words.
  public static func differences(
    _ before: ComparedCharter, _ after: ComparedCharter, in language: Language
  ) -> [Difference] {
    let teller = DifferenceTeller(before.outline, after.outline, Words.of(language))
    let found = CharterDifference.between(before, after)
    let paths = Set(found.map(\.path))
    return found.map { difference in
      let steps = difference.path.split(separator: ".")
      let isText = steps.last.flatMap { Language(rawValue: String($0)) } != nil
      let said = (steps.dropLast() + [Substring(language.rawValue)]).joined(separator: ".")
      return Difference(
        found: difference, place: teller.place(difference), text: teller.told(difference),
        before: teller.before(difference), after: teller.after(difference),
        isTranslation: isText && said != difference.path && paths.contains(said))
    }
  }

  public var words: Words { Words.of(language) }
}

extension ComparedFact {
  /// In words: “parallel to: the Framework Convention”.
  public func told(in words: Words) -> String {
    let text = values.map { $0.told(in: words) }.joined(separator: words["list.comma"])
    guard let head else { return text }
    return words["explain.pair", ["name": head.told(in: words), "text": text]]
  }
}

extension ComparedFact.Value {
  fileprivate func told(in words: Words) -> String {
    switch self {
    case .name(let name): name.text(in: words.language).text
    case .word(let word, let family): words.term(family, word)
    case .code(let code): code
    case .date(let date): words.date(date)
    case .period(let period): words.dates(period)
    case .years(let number): words.count("count.year", number)
    case .months(let number): words.count("count.month", number)
    }
  }
}
