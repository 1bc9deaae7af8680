public import Kernel

/// Reads a spreadsheet saved as CSV (RFC 4180), as people send it: with or without a byte order mark, with commas,
/// semicolons or tabs, with quotes and line ends inside cells, and with the line `sep=;` that tells some spreadsheets what
/// parts the cells.
public struct CSVFile: Sendable {
  /// As it is named in refusals.
  public let name: String
  /// The line of the headings.
  public let firstLine: Int
  public let headings: [String]
  /// Cells of each row, with the line of the file where the row begins (counted from 1).
  public let rows: [(line: Int, cells: [String])]

  let habits: SpreadsheetHabits

  /// The largest file that is read, in bytes, the most rows and the most columns.
  public static let (largest, longest, widest) = (64 << 20, 200_000, 1_000)

  /// - Throws: a `Refusal` with the line, for a file that cannot be read as a table at all. A row of the wrong length
  ///   is kept as it is: whoever makes records of rows refuses it by itself.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws {
    self.name = name
    guard bytes.count <= Self.largest else {
      throw Refusal("too-large.table", file: name)
    }
    var bytes = bytes
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw Refusal("encoding.utf-16", file: name)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = .init(rebasing: bytes.dropFirst(3)) }
    if let nul = bytes.firstIndex(of: 0) {
      throw Refusal("binary", ["byte": "\(nul)"], file: name)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Refusal("encoding", file: name)
    }
    let told = Self.toldSeparator(&bytes)
    let separator = told ?? Self.separator(bytes)
    var reader = RowReader(name: name, bytes: bytes, separator: separator, line: told == nil ? 1 : 2)
    guard let first = try reader.next() else { throw Refusal("empty.table", file: name) }
    firstLine = first.line
    var headings = first.cells.map { $0.trimmingSpaces }
    while headings.last?.isEmpty == true { headings.removeLast() }
    guard headings.count <= Self.widest else {
      throw Refusal(
        "too-large.columns", ["columns": "\(headings.count)", "most": "\(Self.widest)"], file: name,
        line: first.line)
    }
    var met: Set<String> = []
    if let twice = headings.first(where: { !met.insert($0).inserted && !$0.isEmpty }) {
      throw Refusal("twice.column", ["column": "\(twice.prefix(80))"], file: name, line: first.line)
    }
    if headings.contains("") {
      throw Refusal("no-heading", file: name, line: first.line)
    }
    self.headings = headings
    var rows: [(line: Int, cells: [String])] = []
    var habits = SpreadsheetHabits()
    habits.hasDecimalComma = separator == UInt8(ascii: ";")
    while let row = try reader.next() {
      if row.cells.allSatisfy(\.isEmpty) { continue }
      guard rows.count < Self.longest else {
        throw Refusal("too-long.table", file: name, line: row.line)
      }
      for cell in row.cells { habits.notice(cell) }
      rows.append(row)
    }
    self.rows = rows
    self.habits = habits
  }

  public init(_ bytes: [UInt8], name: String) throws {
    self = try bytes.withUnsafeBufferPointer { try CSVFile($0, name: name) }
  }

  /// The row's cells by heading.
  public func cells(_ row: (line: Int, cells: [String])) throws -> Cells {
    let spare = row.cells.dropFirst(headings.count)
    guard row.cells.count >= headings.count, spare.allSatisfy(\.isEmpty) else {
      throw Refusal(
        "row-length", ["cells": "\(row.cells.count)", "columns": "\(headings.count)"], line: row.line)
    }
    return Cells(headings: headings, cells: row.cells.map(CSV.unguarded), habits: habits)
  }

  /// What the line `sep=;` names, where a file begins with one; the line is taken away.
  private static func toldSeparator(_ bytes: inout UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard bytes.count > 5, bytes.prefix(4).map({ $0 | 32 }).elementsEqual("sep=".utf8.map { $0 | 32 }) else {
      return nil
    }
    let line = bytes.prefix { $0 != 10 }
    let rest = line.dropFirst(4).filter { $0 != 13 }
    guard rest.count == 1, let separator = rest.first, separator != UInt8(ascii: "\"") else { return nil }
    bytes = .init(rebasing: bytes.dropFirst(min(line.count + 1, bytes.count)))
    return separator
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
  /// The file's.
  let name: String
  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  var position = 0
  var line = 1

  mutating func next() throws -> (line: Int, cells: [String])? {
    guard position < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    var cell: [UInt8] = []
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\""), cell.isEmpty {
        try quoted(into: &cell)
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

  private mutating func quoted(into cell: inout [UInt8]) throws {
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
    throw Refusal("open-quote", file: name, line: start)
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
