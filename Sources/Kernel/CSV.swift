/// Lines of a table as RFC 4180 has them.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does a cell that already
/// looks so guarded; reading takes that one apostrophe away again. What went out comes back the same.
public enum CSV {
  public static func row(_ cells: [String]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line.append(",") }
      line.append(quoted(guarded(cell)))
    }
    return line + "\r\n"
  }

  private static let runs: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]  // = + - @ tab return
  private static let apostrophe = UInt8(ascii: "'")

  static func guarded(_ cell: String) -> String {
    let utf8 = cell.utf8
    guard let first = utf8.first else { return cell }
    if first == apostrophe { return isGuarded(utf8) ? "'" + cell : cell }
    // A negative number is a number, not a formula.
    return runs.contains(first) && Double(cell) == nil ? "'" + cell : cell
  }

  /// The cell without the apostrophe that `row` put before it.
  public static func unguarded(_ cell: String) -> String {
    isGuarded(cell.utf8) ? String(cell.dropFirst()) : cell
  }

  private static func isGuarded(_ utf8: String.UTF8View) -> Bool {
    guard utf8.first == apostrophe, let second = utf8.dropFirst().first else { return false }
    return second == apostrophe || runs.contains(second)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
