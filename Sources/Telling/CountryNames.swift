public import Kernel
internal import Resources

/// The names of countries and areas in six languages.
public struct CountryNames: Sendable {
  private let names: [String: [Language: String]]

  /// Read once from `Data/reference/countries.csv`.
  public static let shared = CountryNames(Resources.text("Data/reference/countries.csv") ?? "")

  public init(_ csv: String) {
    var names: [String: [Language: String]] = [:]
    for row in Reference.rows(csv) {
      guard let code = row["iso2"] else { continue }
      for language in Language.allCases {
        names[code, default: [:]][language] = row["name_\(language.rawValue)"]
      }
    }
    self.names = names
  }

  /// The name or, of a code nobody named, the code.
  public func name(of code: String, in language: Language) -> String { names[code]?[language] ?? code }
}

/// Reads our own reference tables, whose cells hold no line break.
public enum Reference {
  public static func rows(_ csv: String) -> [[String: String]] {
    var lines = csv.split(whereSeparator: \.isNewline).map { cells(of: $0) }
    guard !lines.isEmpty else { return [] }
    let head = lines.removeFirst()
    return lines.map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }
}
