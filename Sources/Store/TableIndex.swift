internal import Kernel

/// An index of a table by the columns of one field, and then by id: lists are read in the order of their ids, page by
/// page. Its name says all of it, so that a store can be asked by name alone which it has; it is no part of a table's
/// shape, so a new one is added to a table that stands and nothing is made anew.
public struct TableIndex: Sendable, Hashable {
  public let table: String
  public let columns: [String]

  /// `partner.sector`: no table and no index that the engine names itself holds a full stop.
  public var name: String { ([table] + columns).joined(separator: ".") }

  var definition: String {
    let list = (columns + ["id"]).map { "\"\($0)\"" }.joined(separator: ", ")
    return "CREATE INDEX IF NOT EXISTS \"\(name)\" ON \"\(table)\" (\(list))"
  }
}

extension Projection {
  /// The indexes that the declarations choose.
  public var indexes: [TableIndex] { types.flatMap { $0.indexes } }

  /// What the store's indexes lack of those chosen, and which of ours nobody chooses any more.
  public func indexesToChange(
    _ connection: any Connection
  ) throws -> (missing: [TableIndex], superfluous: [String]) {
    let there = try connection.indexNames()
    let chosen = Set(indexes.map(\.name))
    let kinds = Set(types.map { $0.kind })
    return (
      indexes.filter { !there.contains($0.name) },
      there.filter { name in
        guard let kind = name.split(separator: ".").first.map(String.init) else { return false }
        return name.contains(".") && kinds.contains(kind) && !chosen.contains(name)
      }.sorted()
    )
  }

  /// Makes the indexes that are missing and drops those that nobody chooses. The tables stay as they are.
  /// - Returns: how many were made or dropped.
  @discardableResult
  public func putIndexesRight(_ connection: any Connection) throws -> Int {
    let (missing, superfluous) = try indexesToChange(connection)
    for index in missing { try connection.execute(index.definition) }
    for name in superfluous { try connection.execute("DROP INDEX \"\(name)\"") }
    return missing.count + superfluous.count
  }
}

extension Record {
  static var indexes: [TableIndex] { Table(Self.self).indexes }
}

extension Connection {
  fileprivate func indexNames() throws -> Set<String> {
    switch dialect {
    case .sqlite: Set(try rows("SELECT name FROM sqlite_master WHERE type = 'index'") { try $0.text() })
    case .postgres:
      Set(
        try rows("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()") { try $0.text() })
    }
  }
}
