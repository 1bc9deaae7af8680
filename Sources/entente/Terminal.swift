import Foundation

/// What is said to a person (standard error) and what is the result (standard output).
enum Terminal {
  static let isInteractive = isatty(2) == 1
  /// Whether results are read by a person as they come, not taken into a file.
  static let isWatched = isatty(1) == 1

  static func complain(_ text: String) { write(text + "\n") }

  /// A remark on what goes on.
  static func note(_ text: String) { write(text + "\n") }

  private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// How far long work has come; only where someone watches.
  static func progress(_ what: String, _ count: Int, of total: Int? = nil) {
    guard isInteractive else { return }
    let share = total.map { $0 > 0 ? " of \($0) (\(100 * count / $0) %)" : "" } ?? ""
    write("\r\u{1B}[K\(what): \(count)\(share)")
  }

  static func endProgress() {
    if isInteractive { write("\r\u{1B}[K") }
  }

  /// Columns as wide as they need to be, none wider than 60.
  ///
  /// - Parameter isLastWhole: the last column holds sentences and is not cut.
  static func table(_ rows: [[String]], isLastWhole: Bool = false) {
    guard let first = rows.first else { return }
    func clipped(_ text: String) -> String {
      let line = text.replacing("\n", with: " ")
      return line.count > 60 ? line.prefix(59) + "…" : line
    }
    let cells = rows.map { row in
      row.enumerated().map { isLastWhole && $0 + 1 == row.count ? $1 : clipped($1) }
    }
    let widths = first.indices.map { column in
      cells.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column + 1 < row.count { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      while line.last == " " { line.removeLast() }
      print(line)
    }
  }
}
