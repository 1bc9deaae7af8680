internal import Kernel
internal import Resources

/// Where each State's square stands on the map. Neighbours stay near, continents keep their outline.
struct TileGrid: Sendable {
  struct Tile: Sendable, Hashable {
    let country: String
    let column: Int
    let row: Int
  }
  let tiles: [Tile]
  let columns: Int
  let rows: Int

  /// Read once from `Data/reference/tilegrid.csv`; the optional squares of territories are left out.
  static let shared = TileGrid(Resources.text("Data/reference/tilegrid.csv") ?? "")

  init(_ csv: String) {
    tiles = Reference.rows(csv).compactMap { row in
      guard row["set"] == "core", let country = row["iso2"], let column = row["column"].flatMap({ Int($0) }),
        let line = row["row"].flatMap({ Int($0) })
      else { return nil }
      return Tile(country: country, column: column, row: line)
    }
    columns = (tiles.map(\.column).max() ?? 0) + 1
    rows = (tiles.map(\.row).max() ?? 0) + 1
  }
}

/// The names of countries and areas in six languages.
struct CountryNames: Sendable {
  private let names: [String: [Language: String]]

  /// Read once from `Data/reference/countries.csv`.
  static let shared = CountryNames(Resources.text("Data/reference/countries.csv") ?? "")

  init(_ csv: String) {
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
  func name(of code: String, in language: Language) -> String { names[code]?[language] ?? code }
}

/// Reads our own reference tables, whose cells hold no line break.
enum Reference {
  static func rows(_ csv: String) -> [[String: String]] {
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
