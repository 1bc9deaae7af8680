internal import Kernel

/// The rows of side tables on their way into a backup, out of it, and out of the store.
public struct SideRows: Sendable {
  enum Value: Sendable { case null, text(String), integer(Int), real(Double), blob([UInt8]) }
  /// How many migrations of each table the store they come from has had.
  let levels: [String: Int]
  let rows: [String: [[Value]]]
}

extension Projection {
  /// What a backup takes of the side tables. They are small beside the journal and are held in memory.
  public func sideRows(_ connection: any Connection) throws -> SideRows {
    let levels = try migrationsDone(connection)
    if let ahead = try standing(connection).unknownMigrations.first {
      throw Refusal("newer-program.migration", ["migration": "\(ahead)"])
    }
    var rows: [String: [[SideRows.Value]]] = [:]
    for table in sideTables where table.inBackup == .copied {
      guard let level = levels[table.name] else { continue }
      let columns = table.columns(after: level)
      let list = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
      let statement = try connection.statement("SELECT \(list) FROM \"\(table.name)\"")
      defer { statement.reset() }
      var found: [[SideRows.Value]] = []
      while try statement.next() { found.append(try columns.map { try SideRows.Value($0, statement) }) }
      rows[table.name] = found
    }
    return SideRows(levels: levels, rows: rows)
  }

  /// Makes a new store that holds these rows: tables as they were where the rows come from, and migrated from there.
  public func create(_ connection: any Connection, with contents: SideRows) throws {
    try create(connection, sideTablesUpTo: contents.levels)
    for table in sideTables where contents.rows[table.name]?.isEmpty == false {
      let columns = table.columns(after: contents.levels[table.name] ?? 0)
      let list = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
      let places = (1...columns.count).map(connection.dialect.placeholder).joined(separator: ", ")
      // What a migration of a new store put there is no part of the copy.
      try connection.execute("DELETE FROM \"\(table.name)\"")
      let insert = try connection.statement("INSERT INTO \"\(table.name)\" (\(list)) VALUES (\(places))")
      for row in contents.rows[table.name] ?? [] {
        for value in row { value.bind(to: insert) }
        try insert.run()
      }
    }
    try migrate(connection)
  }

  /// Takes out of a copy of the whole store what no backup holds.
  public func leaveOut(_ connection: any Connection) throws {
    for table in sideTables where table.inBackup == .leftOut {
      if try connection.hasTable(table.name) { try connection.eraseRows(of: table.name) }
    }
  }

  /// Erases a person from every side table that names persons. `RecordStore.forgetErased` does the rest once this has
  /// committed.
  ///
  /// - Returns: whether there was anything to erase.
  @discardableResult
  public func erase(person: String, _ connection: any Connection) throws -> Bool {
    var wasThere = false
    for table in sideTables {
      guard case .rowsGo(let column) = table.onErasure else { continue }
      if try connection.eraseRows(of: table.name, naming: (column, person)) { wasThere = true }
    }
    return wasThere
  }

  /// Empties what followers made of the acts, so that they make it anew.
  func emptyWhatFollowersMade(_ connection: any Connection) throws {
    for table in sideTables {
      guard case .madeAnew(let follower) = table.onRebuild else { continue }
      try connection.execute("DELETE FROM \"\(table.name)\"")
      try connection.run("DELETE FROM follower WHERE name = \(follower)")
    }
  }
}

extension Connection {
  /// Deletes rows, all or those that name someone, and the bytes they stood in.
  @discardableResult
  func eraseRows(of table: String, naming who: (column: String, value: String)? = nil) throws -> Bool {
    // SQLite leaves deleted bytes on the page unless it is told to write zeros over them.
    if dialect == .sqlite { try execute("PRAGMA secure_delete = ON") }
    let delete = try statement(
      "DELETE FROM \"\(table)\"" + (who.map { " WHERE \"\($0.column)\" = \(dialect.placeholder(1))" } ?? ""))
    if let who { delete.bind(who.value) }
    let gone = try delete.run()
    let wasThere = gone > 0
    try noteSideRows(of: table, -gone)
    if wasThere, dialect == .postgres {
      // PostgreSQL keeps deleted rows in the table's file until a vacuum; TRUNCATE gives the table a new file.
      try execute(
        """
        CREATE TEMPORARY TABLE remaining AS SELECT * FROM "\(table)";
        TRUNCATE "\(table)";
        INSERT INTO "\(table)" SELECT * FROM remaining;
        DROP TABLE remaining
        """)
    }
    return wasThere
  }
}

extension SideRows.Value {
  init(_ column: SideColumn, _ row: any TableRow) throws {
    if row.areNull(next: 1) {
      row.skip(1)
      self = .null
      return
    }
    switch column.storage {
    case .text, .json: self = .text(try row.text())
    case .integer: self = .integer(try row.integer())
    case .real: self = .real(try row.real())
    case .blob: self = .blob(try row.withBlob { Array($0) })
    }
  }

  func bind(to row: any Binder) {
    switch self {
    case .null: row.bindNull()
    case .text(let text): row.bind(text)
    case .integer(let number): row.bind(number)
    case .real(let number): row.bind(number)
    case .blob(let bytes): bytes.withUnsafeBytes { row.bind(blob: $0) }
    }
  }
}
