public import Kernel

/// Reads a spreadsheet saved as CSV (RFC 4180), as people send it: with or without a byte order mark, with commas,
/// semicolons or tabs, with quotes and line ends inside cells.
public struct CSVFile: Sendable {
  /// As it is named in refusals.
  public let name: String
  public let headings: [String]
  /// Cells of each row, with the line of the file where the row begins (counted from 1).
  public let rows: [(line: Int, cells: [String])]

  /// The largest file that is read, in bytes, and the most rows.
  public static let (largest, longest) = (64 << 20, 200_000)

  /// - Throws: a `Refusal` with the line, for a file that cannot be read as a table at all. A row of the wrong length
  ///   is kept as it is: whoever makes records of rows refuses it by itself.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws {
    self.name = name
    func refused(_ code: String, _ sentence: String, _ line: Int? = nil) -> Refusal {
      Refusal(code, sentence, file: name, line: line)
    }
    guard bytes.count <= Self.largest else {
      throw refused("too-large", "the file is larger than 64 MB; send it in parts")
    }
    var bytes = bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw refused("encoding", "the file is UTF-16; save it as \u{201C}CSV UTF-8\u{201D}")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = .init(rebasing: bytes.dropFirst(3)) }
    if let nul = bytes.firstIndex(of: 0) {
      throw refused("binary", "the file is no text: it holds a zero byte at byte \(nul)")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw refused("encoding", "the file is not UTF-8; save it as \u{201C}CSV UTF-8\u{201D}")
    }
    var reader = RowReader(bytes: bytes, separator: Self.separator(bytes))
    guard let first = try reader.next(refused) else { throw refused("empty", "the file is empty") }
    var headings = first.cells.map { $0.trimmingSpaces }
    while headings.last?.isEmpty == true { headings.removeLast() }
    if let twice = headings.first(where: { name in headings.filter { $0 == name }.count > 1 }) {
      throw refused("twice", "two columns are called \u{201C}\(twice)\u{201D}", first.line)
    }
    if headings.contains("") {
      throw refused("no-heading", "a column has no heading", first.line)
    }
    self.headings = headings
    var rows: [(line: Int, cells: [String])] = []
    while let row = try reader.next(refused) {
      if row.cells.allSatisfy(\.isEmpty) { continue }
      guard rows.count < Self.longest else {
        throw refused("too-long", "the file has more than 200,000 rows; send it in parts", row.line)
      }
      rows.append(row)
    }
    self.rows = rows
  }

  public init(_ bytes: [UInt8], name: String) throws {
    self = try bytes.withUnsafeBufferPointer { try CSVFile($0, name: name) }
  }

  /// The row's cells by heading.
  public func cells(_ row: (line: Int, cells: [String])) throws -> Cells {
    let spare = row.cells.dropFirst(headings.count)
    guard row.cells.count >= headings.count, spare.allSatisfy(\.isEmpty) else {
      throw Refusal(
        "row-length",
        "the row has \(row.cells.count) cells where \(headings.count) columns are named; "
          + "is a comma or a line end missing its quotes?", line: row.line)
    }
    return Cells(headings: headings, cells: row.cells.map(CSV.unguarded))
  }

  /// Whichever of the three stands most often in the first line.
  private static func separator(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != 10 }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9]
    return candidates.max { a, b in
      line.count { $0 == a } < line.count { $0 == b }
    } ?? candidates[0]
  }
}

/// Walks over the rows of a file.
private struct RowReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  var position = 0
  var line = 1

  mutating func next(
    _ refused: (String, String, Int?) -> Refusal
  ) throws -> (line: Int, cells: [String])? {
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    var cell: [UInt8] = []
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\""), cell.isEmpty {
        try quoted(into: &cell, refused)
      }
      let plain = position
      while position < bytes.count, bytes[position] != separator, bytes[position] != 10 {
        position += 1
      }
      cell.append(contentsOf: bytes[plain..<position])
      let isEnd = position >= bytes.count || bytes[position] == 10
      if isEnd, cell.last == 13 { cell.removeLast() }
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      position += 1
      if isEnd {
        line += 1
        return (start, cells)
      }
    }
  }

  private mutating func quoted(
    into cell: inout [UInt8], _ refused: (String, String, Int?) -> Refusal
  ) throws {
    let start = line
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < bytes.count, bytes[position] == byte else { return }
        position += 1
      } else if byte == 10 {
        line += 1
      }
      cell.append(byte)
    }
    throw refused("open-quote", "a quote is opened here and never closed", start)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
