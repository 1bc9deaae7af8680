public import Kernel

/// What was sealed, taken out for good. The chain goes on holding its hash, so that it can be checked, and with the salt gone
/// nobody can tell by the hash what it was.
extension Connection {
  /// Erases the sealed parts of the acts on a record up to a version, and the bytes they stood in. `RecordStore.forgetErased`
  /// does the rest once this has committed.
  ///
  /// - Returns: how many acts had one.
  @discardableResult
  public func eraseParts<R: Record>(of id: R.ID, through version: Int) throws -> Int {
    try settle()
    // SQLite leaves what a row held before on the page unless it is told to write zeros over it.
    if dialect == .sqlite { try execute("PRAGMA secure_delete = ON") }
    let erased = try run(
      """
      UPDATE act SET part = NULL WHERE kind = \(R.kind) AND record = \(id) AND version <= \(version) \
      AND part IS NOT NULL
      """)
    // PostgreSQL keeps rows as they were in the table's file until a vacuum; a column that is worked out anew gives the
    // table a new file.
    if erased > 0, dialect == .postgres {
      try execute("ALTER TABLE act ALTER COLUMN seq TYPE bigint USING seq + 0")
    }
    return erased
  }
}
