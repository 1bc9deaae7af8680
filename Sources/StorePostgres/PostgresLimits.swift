/// How much a store may ask of its server, and how long it waits.
public struct PostgresLimits: Sendable {
  /// Connections for readers; one more is kept for the writer.
  public var readers = 8
  /// The longest wait for a free connection, then for the connection itself.
  public var queueing: Duration = .seconds(10)
  public var connecting: Duration = .seconds(10)
  /// The longest time for one statement of a `read` or `write`; zero sets no limit. A `rebuild` has none.
  public var statement: Duration = .seconds(30)
  /// The longest wait for what another transaction holds, the writer's place in the journal among it.
  public var lock: Duration = .seconds(10)
  /// The longest pause between two statements of a transaction before the server ends it; zero sets no limit.
  public var pause: Duration = .seconds(300)
  /// A connection unused for longer is asked for a sign of life before it is used again.
  public var trusted: Duration = .seconds(15)
  /// A connection unused for longer is closed.
  public var kept: Duration = .seconds(300)
  /// How many prepared statements a connection keeps from one transaction to the next.
  public var statements = 200

  public init() {}
}

extension Duration {
  /// Whole milliseconds, at least one unless it is zero.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    let count = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    return self > .zero ? max(count, 1) : 0
  }
}
