internal import CLibPQ
internal import Kernel

/// The rows of one run as they come: a page of the server's, or rows kept in memory.
///
/// Two ways to read, chosen when the read begins (docs/reference/postgres.md):
/// - *as a stream*: row by row off the wire. Where another statement wants the wire, the rest is kept in memory.
/// - *by a cursor*: pages of some megabytes; the wire is free between them. The next page is asked for ahead.
final class PostgresRows: Occupant {
  private enum Way { case stream, cursor(String) }
  private let link: PostgresLink
  private let way: Way
  private var page: OpaquePointer?
  private var pageCount = 0
  private var kept: KeptRows?
  /// The rest of a stream that had to leave the wire. The row at hand stays where it is: somebody may be reading it.
  private var rest: KeptRows?
  private var line = -1
  /// A page that came before the one at hand was read to its end.
  private var ahead: OpaquePointer?
  private var pageSize = 256
  private var isWaiting = false
  private var isEnded = false
  private var isUnwanted = false

  /// The statement was sent on `link`, and `link` was claimed for its rows.
  init(streamOn link: PostgresLink) {
    self.link = link
    way = .stream
    isWaiting = true
  }

  /// The cursor stands open.
  init(cursor: String, on link: PostgresLink) {
    self.link = link
    way = .cursor(cursor)
  }

  deinit {
    PQclear(page)
    PQclear(ahead)
  }

  // MARK: Going on

  func next() throws -> Bool {
    line += 1
    while line >= (kept?.count ?? pageCount) {
      PQclear(page)
      (page, pageCount, kept, line) = (nil, 0, rest, 0)
      if rest != nil {
        rest = nil
        continue
      }
      if isEnded && ahead == nil { return false }
      switch way {
      case .stream: try nextOfStream()
      case .cursor(let name): try nextPage(name)
      }
    }
    return true
  }

  private func nextOfStream() throws {
    guard let result = try link.result() else {
      isEnded = true
      return link.release(self)
    }
    if let error = link.error(in: result) {
      PQclear(result)
      throw failed(error)
    }
    (page, pageCount) = (result, Int(PQntuples(result)))
  }

  /// The server has nothing more to say after an error, so the wire is free.
  private func failed(_ error: any Error) -> any Error {
    isEnded = true
    if !link.isBroken { while let rest = try? link.result() { PQclear(rest) } }
    link.release(self)
    return error
  }

  private func nextPage(_ name: String) throws {
    if isWaiting {
      link.release(self)
      try leave()
    } else if ahead == nil {
      try ask(name)
      link.release(self)
      try leave()
    }
    page = ahead
    ahead = nil
    pageCount = Int(PQntuples(page))
    if pageCount < pageSize {
      isEnded = true
      return try link.run("CLOSE \(name)")
    }
    // Two megabytes a page, however wide the rows.
    pageSize = min(max(2_000_000 * pageCount / max(PQresultMemorySize(page), 1), 16), 10_000)
    try ask(name)
  }

  private func ask(_ name: String) throws {
    try link.claim(for: self)
    guard PQsendQuery(link.handle, "FETCH \(pageSize) FROM \(name)") == 1 else { throw link.refused() }
    isWaiting = true
    _ = PQflush(link.handle)
  }

  // MARK: Giving up the wire

  func leave() throws {
    defer { isWaiting = false }
    switch way {
    case .cursor:
      ahead = try link.collect()
    case .stream:
      var rest = KeptRows()
      while let result = try link.result() {
        defer { PQclear(result) }
        if let error = link.error(in: result) { throw failed(error) }
        if !isUnwanted, PQntuples(result) > 0 { rest.add(result) }
      }
      isEnded = true
      self.rest = rest
    }
  }

  /// Nobody reads on. A cursor is closed; a stream is emptied when the wire is wanted next.
  func discard() {
    isUnwanted = true
    guard case .cursor(let name) = way, !isEnded, link.failure == nil else { return }
    isEnded = true
    try? link.run("CLOSE \(name)")
  }

  // MARK: Values

  func withCell<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) throws -> T) rethrows -> T {
    if let kept { return try kept.withCell(line, column, body) }
    let (line, column) = (Int32(line), Int32(column))
    guard PQgetisnull(page, line, column) == 0, let start = PQgetvalue(page, line, column) else {
      return try body(nil)
    }
    let count = Int(PQgetlength(page, line, column))
    return try start.withMemoryRebound(to: UInt8.self, capacity: count) {
      try body(UnsafeBufferPointer(start: $0, count: count))
    }
  }
}
