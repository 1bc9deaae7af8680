internal import Kernel

/// How acts stand in the store.
extension Journal {
  static let columns = [
    "seq", "id", "at", "holds_from", "actor", "capacity", "verb", "kind", "record", "version", "edition",
    "body", "seal",
    "part", "basis", "prev", "hash",
  ]

  static func insertSQL(_ dialect: Dialect) -> String {
    "INSERT INTO act VALUES (" + (1...columns.count).map(dialect.placeholder).joined(separator: ", ")
      + ")"
  }

  /// The journal, and the shapes that the tables were made by.
  static func definition(_ dialect: Dialect) -> String {
    let text = dialect.type(.text)
    return """
      \(tableOfActs(dialect))
      CREATE TABLE shape (kind \(text) NOT NULL PRIMARY KEY, fingerprint \(text) NOT NULL)\(dialect.tableEnd);
      """
  }

  /// What is sealed stands in a column of its own, beside the hash that holds it: an act stays one row, and an update erases as
  /// well as a delete.
  static func tableOfActs(_ dialect: Dialect) -> String {
    let (whole, text, blob) = (dialect.type(.integer), dialect.type(.text), dialect.blob)
    let key = dialect == .sqlite ? "INTEGER PRIMARY KEY" : "BIGINT PRIMARY KEY"
    return """
      CREATE TABLE act (
        seq \(key), id \(text) NOT NULL, at \(whole) NOT NULL, holds_from \(text), actor \(text) NOT NULL,
        capacity \(text) NOT NULL, verb \(text) NOT NULL, kind \(text) NOT NULL, record \(text) NOT NULL,
        version \(whole) NOT NULL, edition \(whole) NOT NULL, body \(text) NOT NULL, seal \(blob), part \(blob),
        basis \(text) NOT NULL, prev \(blob) NOT NULL, hash \(blob) NOT NULL
      )\(dialect.tableEnd);
      CREATE UNIQUE INDEX act_record ON act (kind, record, version);
      """
  }
}

extension Act {
  func bind(to row: any Binder) {
    row.bind(seq)
    row.bind(id)
    row.bind(at)
    holdsFrom.bind(to: row)
    row.bind(actor)
    row.bind(capacity)
    row.bind(verb)
    row.bind(kind)
    row.bind(record)
    row.bind(version)
    row.bind(edition)
    body.withUnsafeBufferPointer { row.bind(utf8: $0) }
    if let seal { seal.withBytes { row.bind(blob: $0) } } else { row.bindNull() }
    if let part { part.bytes.withUnsafeBytes { row.bind(blob: $0) } } else { row.bindNull() }
    row.bind(basis)
    prev.withBytes { row.bind(blob: $0) }
    hash.withBytes { row.bind(blob: $0) }
  }

  init(row: any TableRow) throws {
    self.init(
      seq: try row.integer(), id: try row.text(), at: try row.integer(), holdsFrom: try Day?(row: row),
      actor: try row.text(),
      capacity: try row.text(), verb: try row.text(), kind: try row.text(), record: try row.text(),
      version: try row.integer(), edition: try row.integer(), body: try row.withText { Array($0) },
      seal: try row.blob { try Fingerprint($0) }, part: try row.blob { try SealedPart(Array($0)) },
      basis: try row.text(), prev: try row.withBlob { try Fingerprint($0) })
    hash = try row.withBlob { try Fingerprint($0) }
  }
}

extension TableRow {
  /// A blob that may not be there.
  func blob<T>(_ read: (UnsafeRawBufferPointer) throws -> T) throws -> T? {
    guard areNull(next: 1) else { return try withBlob(read) }
    skip(1)
    return nil
  }
}
