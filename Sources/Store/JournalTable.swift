internal import Kernel

/// How acts stand in the store.
extension Journal {
  static let columns = [
    "seq", "id", "at", "actor", "capacity", "verb", "kind", "record", "version", "edition", "body",
    "basis", "prev", "hash",
  ]

  static func insertSQL(_ dialect: Dialect) -> String {
    "INSERT INTO act VALUES (" + (1...columns.count).map(dialect.placeholder).joined(separator: ", ")
      + ")"
  }

  /// The journal, and the shapes that the tables were made by.
  static func definition(_ dialect: Dialect) -> String {
    let (whole, text, blob) = (dialect.type(.integer), dialect.type(.text), dialect.blob)
    let key = dialect == .sqlite ? "INTEGER PRIMARY KEY" : "BIGINT PRIMARY KEY"
    return """
      CREATE TABLE act (
        seq \(key), id \(text) NOT NULL, at \(whole) NOT NULL, actor \(text) NOT NULL,
        capacity \(text) NOT NULL, verb \(text) NOT NULL, kind \(text) NOT NULL, record \(text) NOT NULL,
        version \(whole) NOT NULL, edition \(whole) NOT NULL, body \(text) NOT NULL, basis \(text) NOT NULL,
        prev \(blob) NOT NULL, hash \(blob) NOT NULL
      )\(dialect.tableEnd);
      CREATE UNIQUE INDEX act_record ON act (kind, record, version);
      CREATE TABLE shape (kind \(text) NOT NULL PRIMARY KEY, fingerprint \(text) NOT NULL)\(dialect.tableEnd);
      """
  }
}

extension Act {
  func bind(to row: any Binder) {
    row.bind(seq)
    row.bind(id)
    row.bind(at)
    row.bind(actor)
    row.bind(capacity)
    row.bind(verb)
    row.bind(kind)
    row.bind(record)
    row.bind(version)
    row.bind(edition)
    body.withUnsafeBufferPointer { row.bind(utf8: $0) }
    row.bind(basis)
    prev.withBytes { row.bind(blob: $0) }
    hash.withBytes { row.bind(blob: $0) }
  }

  init(row: any TableRow) throws {
    self.init(
      seq: try row.integer(), id: try row.text(), at: try row.integer(), actor: try row.text(),
      capacity: try row.text(), verb: try row.text(), kind: try row.text(), record: try row.text(),
      version: try row.integer(), edition: try row.integer(), body: try row.withText { Array($0) },
      basis: try row.text(), prev: try row.withBlob { try Fingerprint($0) })
    hash = try row.withBlob { try Fingerprint($0) }
  }
}
