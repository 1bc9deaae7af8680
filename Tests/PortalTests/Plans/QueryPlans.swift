import Kernel
import Store

/// What an engine says it would do for a statement: the tables of which it would read every row.
struct QueryPlan {
  let lines: [String]
  /// Names of tables of which it reads every row, as they stand in the plan.
  let readWhole: [String]

  /// A walk in the order of ids that stops when a page is full reads no more than it shows, unless it also sorts.
  private static func isPagedWalk(_ sql: String) -> Bool {
    sql.firstMatch(of: /ORDER BY (id|seq DESC|seq) LIMIT [?$0-9]+\s*$/) != nil
  }

  static func sqlite(_ sql: String, _ connection: any Connection) throws -> QueryPlan {
    let statement = try connection.statement("EXPLAIN QUERY PLAN " + sql)
    defer { statement.reset() }
    var lines: [String] = []
    while try statement.next() {
      statement.skip(3)
      lines.append(try statement.text())
    }
    let sorts = lines.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }
    let scans = lines.compactMap { $0.firstMatch(of: /^SCAN ([^ ]+)/).map { String($0.1) } }
    return QueryPlan(
      lines: lines, readWhole: isPagedWalk(sql) && !sorts ? [] : scans.map { table($0, in: sql) })
  }

  /// Plans for any value, and with whole reading made dear: what is still read whole has no index to be found by.
  static func postgres(_ sql: String, _ connection: any Connection) throws -> QueryPlan {
    try connection.execute("PREPARE asked AS \(sql)")
    let count = sql.matches(of: /\$[0-9]+/).count
    let nulls = count == 0 ? "" : "(" + Array(repeating: "NULL", count: count).joined(separator: ", ") + ")"
    let statement = try connection.statement("EXPLAIN (COSTS OFF) EXECUTE asked\(nulls)")
    var lines: [String] = []
    while try statement.next() { lines.append(try statement.text()) }
    statement.reset()
    try connection.execute("DEALLOCATE asked")
    var whole: [String] = []
    for (index, line) in lines.enumerated() {
      if let scan = line.firstMatch(of: /Seq Scan on ("?)([^ "]+)\1/) {
        whole.append(String(scan.2))
      } else if let scan = line.firstMatch(
        of: /Index (Only )?Scan (Backward )?using [^ ]+ on ("?)([^ "]+)\3/),
        !(index + 1 < lines.count && lines[index + 1].contains("Index Cond:"))
      {
        whole.append(String(scan.4))
      }
    }
    let sorts = lines.contains { $0.contains("Sort Key:") }
    return QueryPlan(lines: lines, readWhole: isPagedWalk(sql) && !sorts ? [] : whole)
  }

  /// The table that an alias stands for: `act later`.
  private static func table(_ name: String, in sql: String) -> String {
    for match in sql.matches(of: /(?:FROM|JOIN)\s+"?([a-z\-]+)"?(?:\s+(?:AS\s+)?([a-z]+))?/)
    where match.2.map(String.init) == name { return String(match.1) }
    return name
  }

  /// The statement as the other engine reads it.
  static func forPostgres(_ sql: String) -> String {
    let text = sql.replacing("?", with: "$")
    return text.replacing(/([a-z_]+) LIKE \$/) { "CAST(\($0.1) AS text) LIKE $" }
  }
}
