/// The three kinds of transaction.
enum PostgresWork: Sendable {
  case read, write, rebuild

  /// "Ente" in ASCII: no other program on the server is likely to lock under it.
  static let key = 0x456E_7465

  /// The writer's place in the journal: one lock per schema, held to the end of the transaction.
  private static let lock = """
    SELECT pg_advisory_xact_lock(\(key), coalesce((
      SELECT oid::int FROM pg_namespace WHERE nspname = current_schema()), 0));
    """

  /// One round trip. A write sees what was committed before it had the lock, as each statement has its own snapshot.
  var begin: String {
    switch self {
    case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \(Self.lock)"
    case .rebuild:
      """
      BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \(Self.lock)
      SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
      SET CONSTRAINTS ALL DEFERRED
      """
    }
  }
}
