internal import CLibPQ
internal import Kernel
internal import Store

/// A connection with its prepared statements. Lives on one thread; one transaction at a time.
final class PostgresConnection: Connection {
  let link: PostgresLink
  private let posts: PostgresPosts
  private let settings: String
  private let limits: PostgresLimits
  private var statements: [String: PostgresStatement] = [:]
  private var loaders: [PostgresLoader] = []
  private var made = 0
  private var uses = 0
  private var isReading = false
  /// A script may have changed tables or settings.
  private(set) var hasRunScript = false

  init(_ link: PostgresLink, schema: String?, limits: PostgresLimits) throws {
    self.link = link
    self.limits = limits
    posts = PostgresPosts(link)
    settings = Self.settings(schema: schema, limits: limits)
    link.patience = limits.statement > .zero ? limits.statement + .seconds(10) : nil
    if let schema { try make(schema: schema) }
    try link.run(settings)
  }

  var dialect: Dialect { .postgres }

  func statement(_ sql: String) throws -> any PreparedStatement {
    uses += 1
    if let known = statements[sql] {
      known.use = uses
      return known
    }
    made += 1
    let new = PostgresStatement("s\(made)", sql, link, posts)
    try new.prepare()
    new.use = uses
    statements[sql] = new
    return new
  }

  func execute(_ script: String) throws {
    hasRunScript = true
    link.scripts += 1
    try link.run(script)
  }

  func settle() throws { try link.claim() }

  func loader(into table: String, columns: [String]) throws -> any RowLoader {
    // From here on reads leave room for `COPY` between two pages.
    link.isBulk = true
    let new = PostgresLoader(link, into: table, columns: columns)
    loaders.append(new)
    return new
  }

  // MARK: Transactions

  func begin(_ work: PostgresWork) throws {
    hasRunScript = false
    isReading = work == .read
    link.isBulk = work == .rebuild
    if work == .rebuild { link.patience = nil }
    try link.run(work.begin)
  }

  func commit() throws {
    for loader in loaders { try loader.finish() }
    for statement in statements.values { statement.reset() }
    // Rows nobody reads to their end would be waited for; a read has nothing to keep.
    if isReading, link.occupant is PostgresRows { return rollBack() }
    try link.claim()
    guard PQtransactionStatus(link.handle) == PQTRANS_INTRANS else {
      throw link.fail(Refusal("store.transaction"))
    }
    // From here on it is kept or not: nobody may stop it half way and believe it undone.
    link.caller = nil
    do { try link.run("COMMIT") } catch {
      guard link.isBroken else { throw error }
      throw Refusal("unreachable.commit")
    }
  }

  /// Leaves nothing of the transaction. What goes wrong here shows in `isFit`.
  func rollBack() {
    link.caller = nil
    link.patience = .seconds(10)
    for statement in statements.values { statement.reset() }
    let unfinished = link.occupant
    link.forgive()
    do {
      guard !link.isBroken else { return }
      if let unfinished {
        if unfinished is PostgresRows { try link.askToStop() }
        // It fails, as it was stopped or has failed before.
        try? unfinished.leave()
        link.forgive()
      }
      if PQtransactionStatus(link.handle) != PQTRANS_IDLE { try link.run("ROLLBACK") }
    } catch { _ = link.broken(error) }
  }

  /// Makes the connection as it was before the transaction, for the next one.
  func tidy() {
    link.caller = nil
    link.forgive()
    link.isBulk = false
    link.patience = limits.statement > .zero ? limits.statement + .seconds(10) : nil
    loaders.removeAll()
    guard isFit else { return }
    do {
      // Tables under `pg_temp` would stand before the live ones for whoever comes next.
      if hasRunScript {
        link.scripts += 1
        try link.run("DISCARD TEMP; RESET ALL; " + settings)
      }
      if statements.count > limits.statements { try forgetOldest() }
    } catch { _ = link.broken(error) }
  }

  var isFit: Bool { !link.isBroken && PQtransactionStatus(link.handle) == PQTRANS_IDLE }

  private func forgetOldest() throws {
    let oldest = statements.sorted { $0.value.use < $1.value.use }.prefix(
      statements.count - limits.statements / 2)
    try link.run(oldest.map { "DEALLOCATE \($0.value.name)" }.joined(separator: ";"))
    for (sql, _) in oldest { statements[sql] = nil }
  }

  /// For when tables were made anew: a plan holds on to the columns of the old ones.
  func forgetStatements() throws {
    statements.removeAll()
    try link.run("DEALLOCATE ALL")
  }

  // MARK: Setting up

  private static func settings(schema: String?, limits: PostgresLimits) -> String {
    var all = [
      "client_min_messages = warning", "extra_float_digits = 3", "bytea_output = hex",
      "standard_conforming_strings = on",
      // Compiling a query takes longer than most of ours run.
      "jit = off",
      "statement_timeout = \(limits.statement.milliseconds)", "lock_timeout = \(limits.lock.milliseconds)",
      "idle_in_transaction_session_timeout = \(limits.pause.milliseconds)",
    ]
    if let schema { all.append("search_path = \(quoted(schema))") }
    return all.map { "SET \($0)" }.joined(separator: "; ")
  }

  private func make(schema: String) throws {
    // Asked first: who may only read has no right to create.
    let known = try statement("SELECT count(*) FROM pg_namespace WHERE nspname = $1")
    known.bind(schema)
    let isThere = try known.next() && known.integer() > 0
    known.reset()
    if isThere { return }
    // Two that make it at once would both find it missing, and one would fail.
    try link.run(
      """
      BEGIN; SELECT pg_advisory_xact_lock(\(PostgresWork.key), -1);
      CREATE SCHEMA IF NOT EXISTS \(Self.quoted(schema)); COMMIT
      """)
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
