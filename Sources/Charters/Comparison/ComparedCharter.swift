/// A charter read for comparison: its cells along the rows, and every single fact by its path.
public struct ComparedCharter: Sendable {
  public let charter: Charter
  /// The file as it is named beside a line.
  public let file: String
  /// One for each row, in their order.
  public let cells: [ComparedCell]
  let leaves: [CharterLeaf]
  public let outline: CharterOutline

  /// Reads and checks a charter as `Charter.read` does.
  ///
  /// - Returns: the findings, and nil where the charter has faults.
  public static func read(
    _ bytes: [UInt8], name: String, sources: Set<String>? = nil
  ) -> (reading: CharterReading, compared: ComparedCharter?) {
    let reading = Charter.read(bytes, name: name, sources: sources)
    return (reading, reading.charter.flatMap { _ in ComparedCharter(reading, name: name) })
  }

  /// What was read, though it may have faults: an edition in force stays so under stricter checks.
  ///
  /// - Returns: nil where there is no charter at all.
  public init?(_ reading: CharterReading, name: String) {
    guard let charter = reading.readable, let tree = reading.tree else { return nil }
    let root = Entry(root: tree)
    let cells = ComparedCells(charter: charter, root: root)
    self.charter = charter
    file = name
    self.cells = ComparisonRow.allCases.map(cells.cell)
    leaves = CharterLeaf.leaves(of: root)
    outline = CharterOutline(root)
  }

  public subscript(_ row: ComparisonRow) -> ComparedCell {
    cells.first { $0.row == row } ?? ComparedCell(row: row, facts: [], path: "", line: 0)
  }
}
