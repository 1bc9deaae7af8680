@testable import App
import Kernel
import Store

/// Kinds of which there are few, whatever happens: reading all of them is no matter. Every other kind is taken to grow.
enum FewKinds {
  static let reasons: [(kinds: [String], reason: String)] = [
    (
      [
        "area", "topic", "body", "window", "budget-line", "reporting-line", "charter-edition",
        "governing-document", "linkage-switch", "area-event", "plan-budget", "business-plan", "formation",
        "principle", "partnership", "post", "report-sent", "cycle", "session", "steering", "news", "briefing",
        "motion", "priority-action", "target",
      ], "the charter, its bodies and the years say how many"
    ),
    (
      [
        "treaty", "treaty-phase", "treaty-measure", "treaty-duty", "legal-basis", "legal-basis-use",
        "mandate",
        "recognition", "interaction", "exemption", "annex-listing", "agreement", "document",
        "document-relation", "country-group", "country-status", "discretionary-measure", "request",
        "national-initiative",
      ], "texts of treaties, and what their bodies and Parties do, say how many"
    ),
    (
      [
        "source", "disagreement", "uncertainty", "cause", "stated-number", "milestone", "partner-count",
        "finance-statement", "finance-examination", "inventory",
      ], "somebody wrote each of them in a source"
    ),
    (["journal-lift"], "a journal is lifted once"),
  ]
  static let names = Set(reasons.flatMap(\.kinds))
}

/// A store with many rows of each kind that grows. The rows are made by SQL and mean nothing; only how many there are,
/// and that they differ where records differ, matters to a plan.
enum ManyRows {
  static func fill(_ database: any RecordStore, _ count: Int) async throws {
    try await database.write { try Capabilities.projection.create($0) }
    try await database.rebuild { connection in
      for type in Capabilities.records { try fill(type, of: count, connection) }
    }
    try await database.write { connection in
      try connection.execute(
        """
        INSERT INTO act SELECT n, 'act-' || n, n, NULL, 'x', 'system', 'add', 'partner', 'bulk-' || n, 1, 1, '{}', NULL, NULL, '',
        \(connection.dialect == .sqlite ? "x'00', x'00'" : "'', ''") FROM (\(numbers(count, connection.dialect))) numbers
        """)
    }
  }

  /// The kinds that grow most have all the rows, so that making them does not take minutes.
  static func size(_ kind: String, of count: Int) -> Int {
    if ["partner", "activity", "contribution", "ballot"].contains(kind) { return count }
    return FewKinds.names.contains(kind) ? 20 : count / 50
  }

  private static func fill<R: Record>(_ type: R.Type, of count: Int, _ connection: any Connection) throws {
    let values = Table(R.self).columns.map { column -> String in
      if column.name == "id" { return "'bulk-' || n" }
      if let kind = column.references { return "'bulk-' || (1 + n % \(size(kind, of: count)))" }
      if let words = column.allowed {
        let quoted = words.map { column.storage == .text ? "'\($0)'" : $0 }
        return "CASE n % \(quoted.count) "
          + quoted.enumerated().map { "WHEN \($0.offset) THEN \($0.element) " }.joined() + "END"
      }
      switch column.storage {
      case .text: return "'w' || (n % 5000)"
      case .integer: return "1"
      case .real: return "0.5"
      case .json: return "'[]'"
      }
    }
    try connection.execute(
      """
      INSERT INTO "\(R.kind)" SELECT \(values.joined(separator: ", ")), 1
      FROM (\(numbers(size(R.kind, of: count), connection.dialect))) numbers
      """)
  }

  private static func numbers(_ count: Int, _ dialect: Dialect) -> String {
    dialect == .postgres
      ? "SELECT generate_series(1, \(count)) AS n"
      : "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < \(count)) SELECT n FROM up"
  }
}
