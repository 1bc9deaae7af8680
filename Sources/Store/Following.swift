internal import Kernel
internal import Wording

/// What one turn of a follower came to.
public enum FollowerTurn: Sendable, Equatable {
  case nothingNew
  case done(through: Int)
  /// Another process is at it.
  case held
  /// It failed, and its time to try again has not come.
  case waiting
  case failed
  /// The lease ran out during the work and another process has it; that one does the work again.
  case lost
}

extension RecordStore {
  /// Gives a follower its next acts.
  ///
  /// - Parameters:
  ///   - runner: the process, by a name that no other has.
  ///   - clock: the time in milliseconds; tests give their own.
  public func turn(
    _ follower: Follower, by runner: String,
    clock: @escaping @Sendable (any Connection) throws -> Int = { try $0.clock() }
  ) async throws -> FollowerTurn {
    // Read first: most turns have nothing to do, and a write would be in an act's way.
    let (state, head, now) = try await read { connection in
      (
        try connection.followers().first { $0.name == follower.name }, try connection.journalHead().seq,
        try clock(connection)
      )
    }
    if let state {
      if state.seq >= head { return .nothingNew }
      if let until = state.until, until > now, state.runner != runner { return .held }
      if let retryAt = state.retryAt, retryAt > now { return .waiting }
    }
    guard let from = try await take(follower, runner, clock) else { return .held }
    let acts = try await read { try $0.acts(after: from, limit: follower.batch) }
    guard let last = acts.last?.seq else {
      try await release(follower, runner)
      return .nothingNew
    }
    do {
      try await working(follower, runner, clock) { try await follower.work(acts, self) }
    } catch {
      try await note(error, follower, runner, clock)
      return .failed
    }
    let isMoved = try await write { connection in
      try connection.run(
        """
        UPDATE follower SET seq = \(last), runner = NULL, until = NULL, failures = 0, retry_at = NULL,
        trouble = NULL WHERE name = \(follower.name) AND runner = \(runner) AND seq = \(from)
        """) == 1
    }
    return isMoved ? .done(through: last) : .lost
  }

  /// The lease and the place to go on from; nil where another has it.
  private func take(
    _ follower: Follower, _ runner: String, _ clock: @escaping @Sendable (any Connection) throws -> Int
  ) async throws -> Int? {
    try await write { connection in
      let beginning = follower.from == .firstAct ? 0 : try connection.journalHead().seq
      try connection.run(
        "INSERT INTO follower (name, seq, failures) VALUES (\(follower.name), \(beginning), 0) ON CONFLICT (name) DO NOTHING"
      )
      let now = try clock(connection)
      let isMine =
        try connection.run(
          """
          UPDATE follower SET runner = \(runner), until = \(now + follower.lease.milliseconds)
          WHERE name = \(follower.name) AND (runner IS NULL OR runner = \(runner) OR until <= \(now))
          AND (retry_at IS NULL OR retry_at <= \(now))
          """) == 1
      return isMine ? try connection.value("SELECT seq FROM follower WHERE name = \(follower.name)") : nil
    }
  }

  /// Runs the work, and renews the lease as long as it lasts.
  private func working(
    _ follower: Follower, _ runner: String, _ clock: @escaping @Sendable (any Connection) throws -> Int,
    _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        while true {
          try await Task.sleep(for: follower.lease / 3)
          // A renewal that fails is tried again; if none succeeds, another process takes over.
          try? await self.write { connection in
            let until = try clock(connection) + follower.lease.milliseconds
            _ = try connection.run(
              "UPDATE follower SET until = \(until) WHERE name = \(follower.name) AND runner = \(runner)")
          }
        }
      }
      defer { group.cancelAll() }
      try await work()
    }
  }

  private func release(_ follower: Follower, _ runner: String) async throws {
    try await write { connection in
      _ = try connection.run(
        "UPDATE follower SET runner = NULL, until = NULL WHERE name = \(follower.name) AND runner = \(runner)"
      )
    }
  }

  /// The next try is after 2, 4, 8 … seconds, and at most an hour.
  private func note(
    _ error: any Error, _ follower: Follower, _ runner: String,
    _ clock: @escaping @Sendable (any Connection) throws -> Int
  ) async throws {
    let reason = String(((error as? Refusal)?.sentence ?? "\(error)").prefix(500))
    try await write { connection in
      let failures: Int =
        1 + (try connection.value("SELECT failures FROM follower WHERE name = \(follower.name)") ?? 0)
      let pause = failures < 12 ? 1000 << failures : 3_600_000
      let retryAt = try clock(connection) + pause
      try connection.run(
        """
        UPDATE follower SET runner = NULL, until = NULL, failures = \(failures), retry_at = \(retryAt),
        trouble = \(reason) WHERE name = \(follower.name) AND runner = \(runner)
        """)
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int { Int(self / .milliseconds(1)) }
}
