public import Kernel

/// One numbered change of a side table: its place in the table's list is its number.
public struct Migration: Sendable {
  public enum Step: Sendable {
    case create([SideColumn], key: [String])
    /// A column more, empty in the rows there are: it cannot be required.
    case add(SideColumn)
    case index([String], isUnique: Bool = false)
    /// SQL that both engines read alike, such as an UPDATE that fills a new column.
    case run(StaticString)
  }
  let steps: [Step]

  public init(_ steps: Step...) { self.steps = steps }

  func script(for table: String, _ dialect: Dialect) -> String {
    func list(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ", ") }
    return steps.map { step in
      switch step {
      case .create(let columns, let key):
        "CREATE TABLE \"\(table)\" (\n  "
          + (columns.map { $0.definition(dialect) } + ["PRIMARY KEY (\(list(key)))"])
          .joined(separator: ",\n  ") + "\n)" + dialect.tableEnd
      case .add(let column): "ALTER TABLE \"\(table)\" ADD COLUMN \(column.definition(dialect))"
      case .index(let names, let isUnique):
        "CREATE \(isUnique ? "UNIQUE " : "")INDEX \"\(([table] + names).joined(separator: "."))\" "
          + "ON \"\(table)\" (\(list(names)))"
      case .run(let sql): "\(sql)"
      }
    }.joined(separator: ";\n")
  }

  /// Names what it does on both engines, so that a store knows whether it is still the one it was made by.
  public func fingerprint(for table: String) -> Fingerprint {
    let text = script(for: table, .sqlite) + "\n--\n" + script(for: table, .postgres)
    return Fingerprint(of: Array(text.utf8))
  }
}

extension Projection {
  /// How many migrations of each side table a store has had.
  ///
  /// - Throws: a `Refusal` where one is not the migration of that number that this program knows.
  public func migrationsDone(_ connection: any Connection) throws -> [String: Int] {
    let noted =
      try connection.hasTable("migration")
      ? try connection.rows("SELECT name, number, fingerprint FROM migration ORDER BY name, number") {
        (name: try $0.text(), number: try $0.integer(), fingerprint: try $0.text())
      } : []
    var done: [String: Int] = [:]
    for (name, number, fingerprint) in noted {
      done[name] = number
      guard let table = sideTables.first(where: { $0.name == name }), number <= table.migrations.count,
        table.migrations[number - 1].fingerprint(for: name).hexadecimal != fingerprint
      else { continue }
      throw Refusal("migration-changed", ["number": "\(number)", "table": .text(name)])
    }
    for table in sideTables where table.isOlderThanMigrations && done[table.name] == nil {
      if try connection.hasTable(table.name) { done[table.name] = 1 }
    }
    return done
  }

  /// Brings every side table to where this program wants it.
  ///
  /// - Parameter levels: how many migrations of each table to make at most; nil makes all.
  public func migrate(_ connection: any Connection, upTo levels: [String: Int]? = nil) throws {
    try connection.layGround()
    let done = try migrationsDone(connection)
    for table in sideTables {
      let wanted = min(levels.map { $0[table.name] ?? 0 } ?? .max, table.migrations.count)
      for (index, migration) in table.migrations.prefix(wanted).enumerated() {
        if index >= done[table.name] ?? 0 {
          try connection.execute(migration.script(for: table.name, connection.dialect))
        }
        try connection.run(
          """
          INSERT INTO migration (name, number, fingerprint)
          VALUES (\(table.name), \(index + 1), \(migration.fingerprint(for: table.name).hexadecimal))
          ON CONFLICT (name, number) DO NOTHING
          """)
      }
    }
  }
}

extension Connection {
  /// Whether there is a table of that name among the store's own.
  public func hasTable(_ name: String) throws -> Bool {
    switch dialect {
    case .sqlite:
      try value("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = \(name)", as: Int.self)
        == 1
    case .postgres:
      try value(
        "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = \(name)",
        as: Int.self) == 1
    }
  }

  /// The tables in which a store keeps which migrations it has had and who last worked on its tables. A store of an
  /// earlier form gets them here.
  func layGround() throws {
    let (whole, text) = (dialect.type(.integer), dialect.type(.text))
    try execute(
      """
      CREATE TABLE IF NOT EXISTS migration (
        name \(text) NOT NULL, number \(whole) NOT NULL, fingerprint \(text) NOT NULL, PRIMARY KEY (name, number)
      )\(dialect.tableEnd);
      CREATE TABLE IF NOT EXISTS upkeep (
        one \(whole) NOT NULL PRIMARY KEY CHECK (one = 1), generation \(whole) NOT NULL, program \(text) NOT NULL,
        doing \(text), since \(whole)
      )\(dialect.tableEnd);
      INSERT INTO upkeep VALUES (1, 0, '', NULL, NULL) ON CONFLICT (one) DO NOTHING
      """)
  }
}
