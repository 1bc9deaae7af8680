/// One row of a spreadsheet: its cells by the heading they stand under.
public struct Cells: Sendable {
  /// Headings, from left to right.
  public let headings: [String]
  private let cells: [String: String]
  let habits: SpreadsheetHabits

  public init(headings: [String], cells: [String], habits: SpreadsheetHabits = SpreadsheetHabits()) {
    self.headings = headings
    self.habits = habits
    self.cells = Dictionary(
      zip(headings, cells), uniquingKeysWith: { first, _ in first })
  }

  /// Nil where there is no such column; empty text where the cell is empty.
  public subscript(_ heading: String) -> String? { cells[heading] }

  public func areEmpty(_ names: [String]) -> Bool {
    names.allSatisfy { cells[$0]?.isEmpty ?? true }
  }

  /// Without a column.
  public func without(_ heading: String) -> Cells {
    let kept = headings.filter { $0 != heading }
    return Cells(headings: kept, cells: kept.map { self[$0] ?? "" }, habits: habits)
  }

  /// With the cells of a record as it stands, under the headings that the row does not have: a column that is not in a
  /// file says nothing of its field, and an empty cell empties it.
  public func over(_ record: Cells) -> Cells {
    let more = record.headings.filter { cells[$0] == nil }
    return Cells(
      headings: headings + more, cells: (headings.map { self[$0] ?? "" }) + more.map { record[$0] ?? "" },
      habits: habits)
  }
}

extension FieldValue {
  /// The headings of its columns in a spreadsheet.
  public static func cellNames(_ name: String) -> [String] { [name] }
  public func addCells(to row: inout [String]) { row.append(cell) }

  /// From one row. A missing or empty column means the absent value, if there is one.
  public init(cells: Cells, name: String) throws {
    guard let cell = cells[name], !cell.isEmpty else {
      if let absent = Self.absent {
        self = absent
        return
      }
      if cells[name] != nil, let empty = try? Self(cell: "") {
        self = empty
        return
      }
      throw Refusal("missing", field: name)
    }
    do { self = try Self.read(cell, cells.habits) } catch let refusal as Refusal {
      throw refusal.within(name)
    }
  }
}

extension Optional where Wrapped: FieldValue {
  public static func cellNames(_ name: String) -> [String] { Wrapped.cellNames(name) }
  public func addCells(to row: inout [String]) {
    if let self { return self.addCells(to: &row) }
    for _ in Wrapped.cellNames("") { row.append("") }
  }
  public init(cells: Cells, name: String) throws {
    self = cells.areEmpty(Wrapped.cellNames(name)) ? nil : try Wrapped(cells: cells, name: name)
  }
}

extension Composed {
  /// A period called `period` and a provenance need no prefix: there is one to a row.
  private static func prefix(_ name: String) -> String {
    Self.self == Provenance.self || name == "period" || name.isEmpty ? "" : "\(name)_"
  }
  public static func cellNames(_ name: String) -> [String] {
    schema.cellNames(prefix: prefix(name))
  }
  public func addCells(to row: inout [String]) { Self.schema.addCells(self, to: &row) }
  public init(cells: Cells, name: String) throws {
    self = try Self.schema.fromCells(cells, Self.prefix(name))
  }
}

extension Translated {
  /// One column a language, and one that names the original: `name_fr`, `name_original`.
  public static func cellNames(_ name: String) -> [String] {
    Language.allCases.map { "\(name)_\($0.rawValue)" } + ["\(name)_original"]
  }
  public func addCells(to row: inout [String]) {
    for language in Language.allCases { row.append(self[language] ?? "") }
    row.append(original.rawValue)
  }
  /// Where no original is named it is the leftmost language that has a text.
  public init(cells: Cells, name: String) throws {
    var texts: [Language: String] = [:]
    var leftmost: Language?
    let prefix = name + "_"
    for heading in cells.headings where heading.hasPrefix(prefix) {
      guard let language = Language(rawValue: String(heading.dropFirst(prefix.count))),
        let text = cells[heading], !text.isEmpty
      else { continue }
      texts[language] = text
      leftmost = leftmost ?? language
    }
    let named = try cells[prefix + "original"].flatMap {
      $0.isEmpty ? nil : try Language(word: $0)
    }
    guard let original = named ?? leftmost, texts[original] != nil else {
      throw Refusal("no-original", field: name)
    }
    self.init(original, texts)
  }
}

extension Schema {
  func cellNames(prefix: String) -> [String] {
    fields.flatMap { $0.cellNames(prefix + $0.name) }
  }
  func addCells(_ whole: Whole, to row: inout [String]) {
    for field in fields { field.addCells(whole, &row) }
  }
}
