public import Kernel

/// Tables made anew from the journal, in one pass that writes each record once: as its last act left it.
extension Projection {
  /// In one transaction readers see the old tables until it ends.
  ///
  /// - Parameters:
  ///   - some: the kinds to make anew; all if nil.
  ///   - place: `.temporary` leaves the live tables alone and hides them from this connection.
  ///   - seq: the last act to count.
  ///   - progress: told the number of records written, now and then.
  /// - Returns: the number of records written.
  /// - Throws: a `Refusal` that names the act whose record breaks a rule of today's tables.
  @discardableResult
  public func rebuild(
    _ connection: any Connection, only some: [any Record.Type]? = nil, in place: Place = .live,
    through seq: Int = .max, progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    // Dropping a table takes the references to it along on PostgreSQL, so there all are made anew together.
    let rebuilt = connection.dialect == .postgres && place == .live ? types : some ?? types
    for type in rebuilt.reversed() { try drop(type, connection, in: place) }
    var writers: [String: any Replaying] = [:]
    for type in rebuilt {
      try create(type, connection, in: place)
      if place == .live { try noteShape(type, connection) }
      writers[type.kind] = try replayer(type, connection, in: place)
    }
    var count = 0
    try connection.forEach(
      """
      SELECT kind, seq, record, version, edition, part, body FROM act
      WHERE seq <= \(seq) AND kind IN \(anyOf: rebuilt.map { $0.kind }) AND verb <> \(Journal.takingBack) AND NOT EXISTS (
        SELECT 1 FROM act later WHERE later.kind = act.kind AND later.record = act.record
        AND later.version > act.version AND later.seq <= \(seq)
      ) ORDER BY seq
      """
    ) { row in
      guard let writer = try writers[row.text()] else { return }
      let (seq, record) = (try row.integer(), try row.text())
      let (version, edition) = (try row.integer(), try row.integer())
      do {
        let part = try row.blob { try SealedPart(Array($0)) }
        try row.withText { try writer.write($0, part, edition: edition, version: version) }
      } catch let refusal as Refusal {
        let phrase = Phrase(
          "refusal.left-by-act",
          ["act": "\(seq)", "record": .text(record), "refusal": .phrase(refusal.phrase)])
        throw Refusal(code: refusal.code, phrase, field: refusal.field)
      }
      count += 1
      if count % 10_000 == 0 { progress(count) }
    }
    for writer in writers.values { try writer.finish() }
    // PostgreSQL alters no table that still has references to check, so they are checked before an index is made.
    if place == .live, connection.dialect == .postgres {
      try connection.settle()
      try connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
    }
    // Last, as an index is made faster of what is there than row by row.
    if place == .live { try putIndexesRight(connection) }
    if place == .live, rebuilt.count == types.count { try emptyWhatFollowersMade(connection) }
    return count
  }

  /// The kinds whose tables do not hold what the journal says. Tables are made anew beside the live ones, compared
  /// and dropped again; nothing else changes. Call it inside a `write`.
  public func differences(
    _ connection: any Connection, progress: (Int) -> Void = { _ in }
  ) throws -> [String] {
    let live = try fingerprints(connection)
    try rebuild(connection, in: .temporary, progress: progress)
    let anew = try fingerprints(connection)
    for type in types.reversed() { try drop(type, connection, in: .temporary) }
    return types.map { $0.kind }.filter { live[$0] != anew[$0] }
  }

  private func drop<R: Record>(
    _ type: R.Type, _ connection: any Connection, in place: Place
  ) throws {
    // Postgres keeps references between tables that are dropped one by one; they come back with the new ones.
    let cascade = connection.dialect == .postgres ? " CASCADE" : ""
    let name = Table(R.self).sqlName(in: place, connection.dialect)
    try connection.execute("DROP TABLE IF EXISTS \(name)\(cascade)")
  }

  private func replayer<R: Record>(
    _ type: R.Type, _ connection: any Connection, in place: Place
  ) throws -> any Replaying {
    try Replayer<R>(connection, in: place)
  }
}

/// Writes the bodies of acts into a table, without making records where the shape is still today's.
private protocol Replaying {
  func write(_ body: UnsafeBufferPointer<UInt8>, _ part: SealedPart?, edition: Int, version: Int) throws
  func finish() throws
}

private struct Replayer<R: Record>: Replaying {
  private let loader: any RowLoader
  private let schema = R.schema
  private let edition = R.edition

  init(_ connection: any Connection, in place: Place) throws {
    let table = Table(R.self)
    loader = try connection.loader(
      into: table.sqlName(in: place, connection.dialect), columns: table.columnNames)
  }

  func write(
    _ body: UnsafeBufferPointer<UInt8>, _ part: SealedPart?, edition: Int, version: Int
  ) throws {
    guard let part else {
      if R.isSealedWhole && body.count == 2 { throw Refusal("act.part-gone") }
      return try write(body, edition: edition, version: version)
    }
    let whole = try Array(part.json).withUnsafeBufferPointer { try schema.joined(body, $0) }
    try whole.withUnsafeBufferPointer { try write($0, edition: edition, version: version) }
  }

  private func write(_ body: UnsafeBufferPointer<UInt8>, edition: Int, version: Int) throws {
    if edition != self.edition, let lifted = try R.lift(JSONReader(body), from: edition) {
      try lifted.withUnsafeBufferPointer { try write($0, version: version) }
    } else {
      try write(body, version: version)
    }
  }

  private func write(_ body: UnsafeBufferPointer<UInt8>, version: Int) throws {
    var json = JSONReader(body)
    if try !schema.transcode(&json, to: loader) {
      loader.discardRow()
      try JSONReader.read(body) { try R(json: &$0) }.bind(to: loader)
    }
    loader.bind(version)
    try loader.endRow()
  }

  func finish() throws { try loader.finish() }
}
