@preconcurrency import Foundation
import Kernel
internal import Wording

/// What is said to a person (standard error) and what is the result (standard output).
enum Terminal {
  static let isInteractive = isatty(2) == 1
  /// Whether results are read by a person as they come, not taken into a file.
  static let isWatched = isatty(1) == 1

  static func complain(_ text: String) { write(text.shownPlainly + "\n") }

  /// A remark on what goes on.
  static func note(_ text: String) { write(text.shownPlainly + "\n") }

  private static func write(_ text: String) { fputs(text, stderr) }

  /// A result as it is.
  static func answer(_ bytes: [UInt8]) { fwrite(bytes, 1, bytes.count, stdout) }

  /// Where standard output was closed before we began: what was opened since would take its number, and be written into.
  private static let wasClosed = fcntl(1, F_GETFD) == -1

  /// Before anything is opened.
  static func begin() {
    guard wasClosed else { return }
    _ = open("/dev/null", O_WRONLY)
  }

  /// Whether the whole result went out; a full disk and a closed output are told only when it is asked for.
  static func hasAnswered() -> Bool {
    let isFlushed = fflush(stdout) == 0 && ferror(stdout) == 0
    let reason = String(cString: strerror(wasClosed ? EBADF : errno))
    guard wasClosed || !isFlushed else { return true }
    complain(Refusal("output", ["reason": .text(reason)]).sentence)
    return false
  }

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
      let line = text.replacing("\n", with: " ").shownPlainly
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
