internal import Dispatch
internal import Kernel
internal import Store
internal import Synchronization

/// One connection on a thread of its own: libpq waits, and Swift's own threads must not.
actor PostgresSession {
  private let queue = ThreadExecutor()
  private let origin: PostgresOrigin
  private let bell: Bell
  private var connection: PostgresConnection?
  private var epoch = 0
  private var lastUse = ContinuousClock.now
  /// Whether it can be used again.
  nonisolated let isFit = Atomic(true)

  nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

  init(_ origin: PostgresOrigin) throws {
    self.origin = origin
    bell = try Bell()
  }

  /// Runs one transaction; a cancelled task stops it.
  nonisolated func run<T: Sendable>(
    _ work: PostgresWork, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let caller = Caller(bell)
    return try await withTaskCancellationHandler {
      try await perform(work, for: caller, body)
    } onCancel: {
      caller.cancel()
    }
  }

  private func perform<T: Sendable>(
    _ work: PostgresWork, for caller: Caller, _ body: @Sendable (any Connection) throws -> T
  ) throws -> T {
    let isFresh = connection == nil
    let connection: PostgresConnection
    do {
      connection = try ready(caller)
      try connection.begin(work)
    } catch {
      self.connection?.rollBack()
      leave()
      // Nothing has run yet, so another connection may be tried.
      throw isFresh || isFit.load(ordering: .relaxed) || error is CancellationError
        ? error : LostBeforeUse(cause: error)
    }
    defer { leave() }
    do {
      let result = try body(connection)
      try connection.commit()
      if connection.hasRunScript { origin.epoch.advance() }
      return result
    } catch {
      connection.rollBack()
      if (error as? Refusal)?.code == PostgresRefusal.shapeChanged { origin.epoch.advance() }
      throw error
    }
  }

  private func ready(_ caller: Caller) throws -> PostgresConnection {
    guard let connection else {
      // Until it stands, it is not fit.
      isFit.store(false, ordering: .relaxed)
      epoch = origin.epoch.now
      let link = try PostgresLink(
        origin.address, within: origin.limits.connecting, bell: bell, caller: caller)
      let new = try PostgresConnection(link, schema: origin.schema, limits: origin.limits)
      connection = new
      return new
    }
    connection.link.caller = caller
    if connection.link.hasHungUp {
      throw connection.link.broken(PostgresRefusal.unreachable("the server has hung up"))
    }
    if ContinuousClock.now - lastUse > origin.limits.trusted {
      connection.link.patience = .seconds(3)
      try connection.link.run("SELECT 1")
      connection.tidy()
      connection.link.caller = caller
    }
    if epoch != origin.epoch.now {
      epoch = origin.epoch.now
      try connection.forgetStatements()
    }
    return connection
  }

  private func leave() {
    connection?.tidy()
    lastUse = .now
    isFit.store(connection?.isFit ?? false, ordering: .relaxed)
  }
}

/// A kept connection turned out to be dead before anything was asked of it.
struct LostBeforeUse: Error {
  let cause: any Error
}

/// What all connections of one store have in common.
struct PostgresOrigin: Sendable {
  let address: PostgresAddress
  let schema: String?
  let limits: PostgresLimits
  let epoch = Epoch()
}

/// Counts the times tables may have changed their shape: statements prepared before are forgotten.
final class Epoch: Sendable {
  private let count = Atomic(0)
  var now: Int { count.load(ordering: .acquiring) }
  func advance() { count.add(1, ordering: .acquiringAndReleasing) }
}

final class ThreadExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "entente.postgres")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
