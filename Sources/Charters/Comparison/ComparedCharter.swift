internal import Kernel

/// A charter read for comparison: its cells along the rows, and every single fact by its path.
public struct ComparedCharter: Sendable {
  public let charter: Charter
  /// The file as it is named beside a line.
  public let file: String
  /// One for each row, in their order.
  public let cells: [ComparedCell]
  let leaves: [CharterLeaf]

  /// Reads and checks a charter as `Charter.read` does.
  ///
  /// - Returns: the findings, and nil where the charter has faults.
  public static func read(
    _ bytes: [UInt8], name: String, sources: Set<String>? = nil
  ) -> (reading: CharterReading, compared: ComparedCharter?) {
    let reading = Charter.read(bytes, name: name, sources: sources)
    guard let charter = reading.charter,
      let tree = bytes.withUnsafeBufferPointer({ CharterText.tree($0, Findings(file: name)) })
    else { return (reading, nil) }
    let root = Entry(root: tree)
    let cells = ComparedCells(charter: charter, root: root)
    return (
      reading,
      ComparedCharter(
        charter: charter, file: name, cells: ComparisonRow.allCases.map(cells.cell),
        leaves: CharterLeaf.leaves(of: root))
    )
  }

  public subscript(_ row: ComparisonRow) -> ComparedCell {
    cells.first { $0.row == row } ?? ComparedCell(row: row, facts: [], path: "", line: 0)
  }
}
