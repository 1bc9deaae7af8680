internal import CLibPQ
internal import Kernel
internal import Store

/// Fills a table by `COPY`, a piece of about a megabyte at a time, so that between two pieces the connection is free
/// for another loader or the next page of a read. The server works on a piece while the next one is written.
final class PostgresLoader: RowLoader, Occupant {
  private static let piece = 1 << 20
  private let link: PostgresLink
  private let command: String
  /// Rows in pieces that are on their way or in.
  private var sent = 0
  private let rows = CopyText(capacity: PostgresLoader.piece + PostgresLoader.piece / 8)

  init(_ link: PostgresLink, into table: String, columns: [String]) {
    self.link = link
    let names = columns.map { $0.hasPrefix("\"") ? $0 : "\"\($0)\"" }
    command = "COPY \(table) (\(names.joined(separator: ", "))) FROM STDIN"
  }

  func bindNull() { rows.addNull() }
  func bind(_ number: Int) { withDecimal(number) { rows.add(plain: $0) } }
  func bind(_ number: Double) {
    var text = number.description
    text.withUTF8 { rows.add(plain: UnsafeRawBufferPointer($0)) }
  }
  func bind(_ text: String) {
    var text = text
    text.withUTF8 { rows.add(text: $0) }
  }
  func bind(utf8: UnsafeBufferPointer<UInt8>) { rows.add(text: utf8) }
  func bind(blob: UnsafeRawBufferPointer) { rows.add(blob: blob) }

  func endRow() throws {
    guard rows.endRow() else { throw PostgresRefusal.nulByte }
    if rows.count >= Self.piece { try send() }
  }

  func discardRow() { rows.discardRow() }

  func finish() throws {
    try send()
    try link.claim()
  }

  private func send() throws {
    guard rows.count > 0 else { return }
    try link.claim(for: self)
    link.rowsBefore = sent
    sent += rows.rowCount
    guard PQsendQuery(link.handle, command) == 1 else { throw link.refused() }
    let answer = try link.result()
    defer { PQclear(answer) }
    guard PQresultStatus(answer) == PGRES_COPY_IN else {
      if let error = link.error(in: answer) { throw error }
      throw link.broken(Refusal("store.copy-not-begun"))
    }
    try withExtendedLifetime(rows) {
      var rest = UnsafeRawBufferPointer(rows.bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 16))
        rest = rest.dropFirst(part.count)
        let bytes = part.bindMemory(to: CChar.self)
        guard PQputCopyData(link.handle, bytes.baseAddress, Int32(bytes.count)) == 1 else {
          throw link.refused()
        }
        try link.flush()
      }
    }
    guard PQputCopyEnd(link.handle, nil) == 1 else { throw link.refused() }
    try link.flush()
    rows.removeAll()
  }

  /// Waits for the server's word on the last piece.
  func leave() throws { PQclear(try link.collect()) }
}
