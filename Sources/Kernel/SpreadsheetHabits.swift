/// How a spreadsheet wrote the numbers and dates of a file. It writes them as its country does, and the file does not say
/// which: what can be told is told by the file as a whole, and what stays open is refused rather than guessed.
public struct SpreadsheetHabits: Sendable, Hashable {
  /// Where `1,5` is one and a half: spreadsheets of such countries part cells by semicolons.
  public var hasDecimalComma = false
  /// Whether `9/22/2010` or `22/9/2010` stands anywhere in the file: each shows the order of all others.
  public private(set) var showsDayFirst = false
  public private(set) var showsMonthFirst = false

  public init() {}

  /// Looks at one cell for what it shows of the file.
  public mutating func notice(_ cell: String) {
    // Most cells are no dates: told by two looks.
    guard let first = cell.utf8.first, 48...57 ~= first, (8...19).contains(cell.utf8.count),
      let date = WrittenDate(cell), !date.isYearFirst, !date.isDotted
    else { return }
    if date.first > 12, date.second <= 12 { showsDayFirst = true }
    if date.second > 12, date.first <= 12 { showsMonthFirst = true }
  }

  /// The date as we write it, or the cell as it is where it is none of a spreadsheet's.
  ///
  /// - Throws: a `Refusal` where day and month cannot be told apart.
  func date(_ cell: String) throws -> String {
    guard let date = WrittenDate(cell) else { return cell }
    if date.isYearFirst { return Self.text(date.first, date.second, date.third) }
    if date.isDotted || date.first == date.second { return Self.text(date.third, date.second, date.first) }
    switch (showsDayFirst, showsMonthFirst) {
    case (true, false): return Self.text(date.third, date.second, date.first)
    case (false, true): return Self.text(date.third, date.first, date.second)
    default: throw Refusal("day.order", ["text": .text(cell)])
    }
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The number as JSON has it, or the cell as it is where it is none of a spreadsheet's.
  func number(_ cell: String) -> String {
    var text = ""
    var isNegative = false
    for (index, character) in cell.enumerated() {
      switch character {
      // The thousands of French, Swiss and ISO 31-0.
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": continue
      case "-", "\u{2212}": if index == 0 { isNegative = true } else { text.append("-") }
      case "+": if index > 0 { text.append("+") }
      case "E": text.append("e")
      default: text.append(character)
      }
    }
    let mark: Character = hasDecimalComma ? "," : "."
    let thousands: Character = hasDecimalComma ? "." : ","
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return cell }
    let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
    if groups.count > 1 {
      // `1.5` where a comma is the mark stays what it is in every program.
      guard groups[0].count <= 3, !groups[0].isEmpty, groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
        !hasDecimalComma || groups.count > 2 || parts.count > 1
      else { return cell }
    }
    let digits = groups.joined()
    let fraction = parts.count > 1 && parts[1] != "0" && parts[1] != "00" ? ".\(parts[1])" : ""
    return (isNegative ? "-" : "") + digits + fraction
  }
}

/// Three numbers of a date as a spreadsheet writes them, with a time of midnight behind them or none.
private struct WrittenDate {
  let first: Int
  let second: Int
  let third: Int
  let isDotted: Bool

  var isYearFirst: Bool { first > 31 }

  init?(_ cell: String) {
    var text = cell[...]
    if let space = text.firstIndex(where: { $0 == " " || $0 == "T" }) {
      guard text[space...].dropFirst().allSatisfy({ $0 == "0" || $0 == ":" || $0 == "." }) else { return nil }
      text = text[..<space]
    }
    guard let mark = text.first(where: { $0 == "/" || $0 == "." || $0 == "-" }) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }),
      [parts[0].count, parts[1].count, parts[2].count].filter({ $0 == 4 }).count == 1, parts[1].count <= 2,
      let first = Int(parts[0]), let second = Int(parts[1]), let third = Int(parts[2])
    else { return nil }
    (self.first, self.second, self.third, isDotted) = (first, second, third, mark == ".")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0" <= self && self <= "9" }
}

extension Bool {
  /// What spreadsheets write in our languages, in whatever case.
  private static let words: [String: Bool] = [
    "true": true, "false": false, "vrai": true, "faux": false, "verdadero": true, "falso": false,
    "истина": true, "ложь": false, "1": true, "0": false,
  ]
  public init(cell: String) throws {
    guard let flag = Self.words[cell.lowercased()] else {
      throw Refusal("flag", ["text": "\(cell.prefix(40))"])
    }
    self = flag
  }
}

extension FieldValue {
  /// A cell without what a spreadsheet or a hand put around it; a text keeps all it has.
  static func bare(_ cell: String) -> String {
    guard Self.self != String.self, let first = cell.first, let last = cell.last,
      first.isWhitespace || last.isWhitespace
    else { return cell }
    var text = cell[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A cell read as its file's spreadsheet wrote it.
  static func read(_ cell: String, _ habits: SpreadsheetHabits) throws -> Self {
    let cell = bare(cell)
    if Self.self == Day.self || Self.self == When.self { return try Self(cell: habits.date(cell)) }
    if Self.self == Int.self || Self.self == Double.self { return try Self(cell: habits.number(cell)) }
    return try Self(cell: cell)
  }
}
