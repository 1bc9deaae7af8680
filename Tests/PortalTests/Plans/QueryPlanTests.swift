@testable import App
import Foundation
import Kernel
@testable import Portal
@testable import Telling
@testable import Web
import Store
import StorePostgres
import StoreSQLite
import Testing
import Wording

/// No page, list, filter or verb reads every row of a kind that grows, but for those that count all of it.
@Suite struct QueryPlanTests {
  private static let many = 100_000

  /// What reads all of a kind that grows, by what stands in its SQL, and why it may.
  static let exceptions: [(words: String, reason: String)] = [
    (
      "SELECT provenance_verification, provenance_source FROM",
      "how well things are known is a count over all of them; the page is kept until the next act"
    ),
    ("SELECT country, count(*) FROM \"partner\"", "a count over all partners, kept until the next act"),
    (
      "SELECT sector, count(*) FROM \"partner\"",
      "a count over all partners; the page is kept until the next act"
    ),
    (
      "SELECT count(*) FROM \"partner\" WHERE state",
      "a count over all partners; the page is kept until the next act"
    ),
    (
      "SELECT * FROM \"representation\" WHERE partner IN (SELECT id FROM \"partner\"",
      "whom partners speak for is a sum over all of them"
    ),
    (
      "SELECT * FROM \"partner\" WHERE (state IN ('admitted', 'suspended') OR",
      "the register of a vote names every partner"
    ),
    (
      "SELECT * FROM \"earlier-membership\" WHERE ((\"period_since\"",
      "the register of a vote names every partner, with the membership that held on its day"
    ),
    (
      "SELECT count(*) FROM \"partner\" WHERE (state IN ('admitted', 'suspended') OR",
      "a count over all partners; the page is kept until the next act"
    ),
    (
      "SELECT id FROM \"partner\" WHERE (state IN ('admitted', 'suspended') OR",
      "the list stands in the order of names, which is found for at most 20,000 partners and kept until the next act"
    ),
    (
      "SELECT id, name FROM \"partner\" WHERE state <> 'draft' ORDER BY id",
      "their order by name, which is not looked for beyond 20,000"
    ),
    ("SELECT * FROM \"fee\" ORDER BY id", "who is in good standing is asked of every partner at once"),
    ("SELECT id FROM \"partner\" WHERE state = 'suspended'", "the register of a vote names every partner"),
    (
      "SELECT * FROM \"partner\" WHERE state IN ('admitted', 'suspended', 'withdrawn', 'expelled')",
      "effort before and after a mention is counted over all partners"
    ),
    (
      "SELECT * FROM \"activity\" WHERE (\"period_since\" IS NULL OR \"period_since\" <= ?1)",
      "reports, options and roll-ups count all activities of a day; their pages are kept until the next act"
    ),
    (
      "SELECT * FROM \"activity\" WHERE state IN ('planned', 'under-way', 'not-stated')",
      "an area that ends asks what is still open; the areas stand in a list inside each activity"
    ),
    ("SELECT * FROM \"alignment\" ORDER BY id", "the report holds all activities against priorities"),
    ("SELECT * FROM \"observation\" WHERE reference_year IS NOT NULL", "the report lists every measurement"),
    (
      "SELECT * FROM \"contribution\" ORDER BY id",
      "effort before and after a mention is counted over all gifts"
    ),
    ("SELECT * FROM \"allocation\" ORDER BY id", "the report tells the accounts of every window"),
    (
      "SELECT * FROM \"contribution\" WHERE \"window\" IS NOT NULL",
      "the report tells the accounts of every window"
    ),
    (
      "SELECT * FROM \"pledge\" WHERE \"window\" IS NOT NULL", "the report tells the accounts of every window"
    ),
    ("SELECT * FROM \"pledge\" WHERE (\"promised\" IS NULL", "means of a day are a sum over all pledges"),
  ]

  /// Every page and list of three partnerships; what was run to make them, their motions, votes and money too.
  private static func statements() async throws -> [String] {
    for path in PageTests.pages + [
      "/areas/supply", "/formations", "/motions", "/options", "/options/add", "/options/switch", "/metrics",
    ] {
      _ = try await MadeUpRecords.get(path)
      _ = try await ServedMotions.fsc(path)
      _ = try await ServedMotions.gard(path)
    }
    for type in Capabilities.records where type.sight == .everyone {
      for path in ["/api/v1/\(type.plural)", "/\(type.plural).csv", "/api/v1/\(type.plural)?cursor=a"] {
        _ = try await MadeUpRecords.get(path)
      }
      for filter in try filters(type) {
        let answer = try await MadeUpRecords.get("/api/v1/\(type.plural)?\(filter)=x")
        #expect(answer.status == 200, "\(type.plural) \(filter)")
      }
    }
    for (kind, ids) in try await records() {
      for id in ids {
        let type = try Capabilities.kind(kind)
        for path in [
          "/records/\(kind)/\(id)", "/\(type.plural)/\(id)", "/api/v1/\(type.plural)/\(id)/history",
        ] {
          _ = try await MadeUpRecords.get(path)
        }
      }
    }
    for partners in ["sector=public", "category=ngo", "area=gold", "sector=public&category=ngo&area=gold"] {
      _ = try await MadeUpRecords.get("/partners?\(partners)")
    }
    for get in [ServedMotions.fsc, ServedMotions.gard] {
      for id in ids(in: try await get("/api/v1/motions?limit=500").body) {
        _ = try await get("/motions/\(id)")
      }
    }
    return StatementBook.shared.all.filter { sql in
      (sql.hasPrefix("SELECT") || sql.hasPrefix("UPDATE")) && !sql.contains("sqlite_master")
    }
  }

  /// The fields that a kind that grows can be filtered by without reading all of it.
  private static func filters<R: Record>(_ type: R.Type) throws -> [String] {
    R.schema.fields.filter { $0.isIndexed && $0.sight == .everyone }.flatMap {
      $0.shape().columns(named: $0.name)
    }
    .map(\.name)
  }

  /// A record of every kind there is.
  private static func records() async throws -> [(String, [String])] {
    var found: [(String, [String])] = []
    for type in Capabilities.records where type.sight == .everyone {
      let body = try await MadeUpRecords.get("/api/v1/\(type.plural)?limit=1").body
      found.append((type.kind, Array(ids(in: body).prefix(1))))
    }
    return found
  }

  private static func ids(in body: String) -> [String] {
    body.matches(of: /\{"id":"([a-z0-9.\-]+)"/).map { String($0.1) }
  }

  private static func judge(_ plans: [(sql: String, plan: QueryPlan)]) -> [String] {
    plans.compactMap { sql, plan in
      let large = plan.readWhole.filter { name in
        name == "act" || Capabilities.records.contains { $0.kind == name } && !FewKinds.names.contains(name)
      }
      let asked = sql.replacing("$", with: "?")
      guard !large.isEmpty, !exceptions.contains(where: { asked.contains($0.words) }) else { return nil }
      return
        "\(large.joined(separator: ", ")) <- \(sql.split(whereSeparator: \.isNewline).joined(separator: " "))"
    }
  }

  @Test func onSQLiteNothingReadsALargeTableWhole() async throws {
    let statements = try await Self.statements()
    let database = try SQLiteDatabase(path: nil)
    try await ManyRows.fill(database, Self.many)
    let plans = try await database.read { connection in
      try statements.map { ($0, try QueryPlan.sqlite($0, connection)) }
    }
    #expect(plans.count > 100)
    let found = Self.judge(plans)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    for exception in Self.exceptions where !statements.contains(where: { $0.contains(exception.words) }) {
      Issue.record("no statement has \u{201C}\(exception.words)\u{201D}; the exception is not needed")
    }
    try await database.close()
  }

  @Test func onPostgreSQLNothingReadsALargeTableWhole() async throws {
    let address = try #require(
      ProcessInfo.processInfo.environment["ENTENTE_TEST_POSTGRES"],
      "ENTENTE_TEST_POSTGRES names no server; run the tests with ./test")
    let statements = try await Self.statements().map(QueryPlan.forPostgres)
    let schema = "plans\(UInt64.random(in: 0 ... .max))"
    let database = try PostgresDatabase(address, schema: schema)
    try await ManyRows.fill(database, Self.many)
    try await database.rebuild { try $0.execute("ANALYZE") }
    let plans = try await database.rebuild { connection in
      try connection.execute("SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off")
      return try statements.map { sql in
        do { return (sql, try QueryPlan.postgres(sql, connection)) } catch let refusal as Refusal {
          throw Refusal(code: refusal.code, Phrase(asItIs: "\(refusal.sentence): \(sql)"))
        }
      }
    }
    let found = Self.judge(plans)
    #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    try await database.rebuild { try $0.execute("DROP SCHEMA \(schema) CASCADE") }
    try await database.close()
  }
}
