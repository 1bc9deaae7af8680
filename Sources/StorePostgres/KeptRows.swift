internal import CLibPQ

/// Rows that had to leave the wire before they were wanted, close together in memory.
struct KeptRows {
  private var bytes: [UInt8] = []
  /// Where each cell begins, and its length; -1 for null.
  private var cells: [(start: Int, length: Int32)] = []
  private var columns = 0
  private(set) var count = 0

  mutating func add(_ result: OpaquePointer) {
    columns = Int(PQnfields(result))
    for column in 0..<Int32(columns) {
      let isNull = PQgetisnull(result, 0, column) == 1
      let length = PQgetlength(result, 0, column)
      cells.append((bytes.count, isNull ? -1 : length))
      bytes.append(
        contentsOf: UnsafeRawBufferPointer(start: PQgetvalue(result, 0, column), count: Int(length)))
    }
    count += 1
  }

  func withCell<T>(
    _ line: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T
  ) rethrows -> T {
    let (start, length) = cells[line * columns + column]
    guard length >= 0 else { return try body(nil) }
    return try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(length)]))
    }
  }
}
