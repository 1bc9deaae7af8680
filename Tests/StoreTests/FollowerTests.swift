import Kernel
import Samples
import Store
import Synchronization
import Testing

@Suite struct FollowerTests {
  /// What a follower was given, and a clock that stands where the test sets it.
  private final class Notes: Sendable {
    let seen = Mutex<[[Int]]>([])
    let now = Mutex(1_000_000)
    let failing = Mutex(0)
    var all: [[Int]] { seen.withLock { $0 } }
    func clock(_ connection: any Connection) -> Int { now.withLock { $0 } }
    func wait(_ milliseconds: Int) { now.withLock { $0 += milliseconds } }
  }

  private static func append(_ numbers: Range<Int>, _ database: any RecordStore) async throws {
    try await database.write { connection in
      let journal = try Journal(connection, .fixed)
      for n in numbers { try journal.append(Buoy.sample(n), intent) }
    }
  }

  private static func follower(
    _ notes: Notes, from beginning: Follower.Beginning = .firstAct, batch: Int = 3
  ) -> Follower {
    Follower("mail", from: beginning, batch: batch, lease: .seconds(60)) { acts, _ in
      notes.seen.withLock { $0.append(acts.map(\.seq)) }
      let fails = notes.failing.withLock { left in
        defer { left = max(left - 1, 0) }
        return left > 0
      }
      if fails { throw Refusal(code: "unreachable", Phrase(asItIs: "the post office is closed")) }
    }
  }

  @Test(arguments: Engine.allCases) func everyActIsGivenOnceInOrder(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<7, database)
      let notes = Notes()
      let follower = Self.follower(notes)
      var turns: [FollowerTurn] = []
      for _ in 0..<4 { turns.append(try await database.turn(follower, by: "one", clock: notes.clock)) }
      #expect(turns == [.done(through: 3), .done(through: 6), .done(through: 7), .nothingNew])
      #expect(notes.all == [[1, 2, 3], [4, 5, 6], [7]])
      try await Self.append(7..<8, database)
      try await #expect(database.turn(follower, by: "two", clock: notes.clock) == .done(through: 8))
    }
  }

  @Test(arguments: Engine.allCases) func whoBeginsWithTheNextActHearsNothingOfThoseBefore(engine: Engine)
    async throws
  {
    try await engine.withBuoys { database in
      try await Self.append(0..<5, database)
      let notes = Notes()
      let follower = Self.follower(notes, from: .nextAct)
      try await #expect(database.turn(follower, by: "one", clock: notes.clock) == .nothingNew)
      try await Self.append(5..<7, database)
      try await #expect(database.turn(follower, by: "one", clock: notes.clock) == .done(through: 7))
      #expect(notes.all == [[6, 7]])
    }
  }

  /// The process dies when the work is done and the cursor not yet moved: after the lease another does it again.
  @Test(arguments: Engine.allCases) func whatWasCutShortIsDoneAgain(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<2, database)
      let notes = Notes()
      let dying = Follower("mail", from: .firstAct, lease: .seconds(60)) { acts, database in
        notes.seen.withLock { $0.append(acts.map(\.seq)) }
        // As a process that is killed here, it leaves its lease and its cursor as they are.
        try await Task.sleep(for: .seconds(600))
      }
      let process = Task { try await database.turn(dying, by: "one", clock: notes.clock) }
      while notes.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      let other = Self.follower(notes)
      try await #expect(database.turn(other, by: "two", clock: notes.clock) == .held)
      notes.wait(60_000)
      try await #expect(database.turn(other, by: "two", clock: notes.clock) == .done(through: 2))
      #expect(notes.all == [[1, 2], [1, 2]])
      process.cancel()
      _ = try? await process.value
      // What the first notes when it wakes up hinders nobody: it no longer has the lease.
      try await #expect(database.read { try $0.followers().map(\.failures) } == [0])
      try await #expect(database.turn(other, by: "two", clock: notes.clock) == .nothingNew)
    }
  }

  /// Who lost the lease while working does not move the cursor of the one who has it.
  @Test(arguments: Engine.allCases) func whoLostTheLeaseDoesNotMoveTheCursor(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<2, database)
      let notes = Notes()
      let other = Self.follower(notes, batch: 1)
      let slow = Follower("mail", from: .firstAct, lease: .seconds(60)) { _, database in
        notes.wait(60_000)
        _ = try await database.turn(other, by: "two", clock: notes.clock)
      }
      try await #expect(database.turn(slow, by: "one", clock: notes.clock) == .lost)
      try await #expect(database.read { try $0.followers().map(\.seq) } == [1])
    }
  }

  /// Many at once: each act is given to one of them, and only once.
  @Test(arguments: Engine.allCases) func ofManyRunnersOneWorks(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<30, database)
      let notes = Notes()
      let follower = Self.follower(notes)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for runner in 0..<4 {
          group.addTask {
            while try await database.turn(follower, by: "runner-\(runner)", clock: notes.clock) != .nothingNew
            {
              await Task.yield()
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(notes.all.flatMap(\.self) == Array(1...30))
    }
  }

  /// The lease stands in the store, not in a process: two that opened it each for itself share it.
  @Test(arguments: [Engine.file, .postgres]) func whoOpenedTheStoreForItselfSharesTheLease(engine: Engine)
    async throws
  {
    let place = engine.place
    let (one, two) = (try await engine.open(at: place), try await engine.open(at: place))
    try await one.write { try buoys.create($0) }
    try await Self.append(0..<30, one)
    let notes = Notes()
    let follower = Self.follower(notes)
    // While the first works, the second is told so; what is left is shared between them, and nothing is done twice.
    let held = Follower("mail", from: .firstAct, batch: 3, lease: .seconds(60)) { acts, _ in
      notes.seen.withLock { $0.append(acts.map(\.seq)) }
      try await #expect(two.turn(follower, by: "two", clock: notes.clock) == .held)
    }
    try await #expect(one.turn(held, by: "one", clock: notes.clock) == .done(through: 3))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, store) in [("one", one), ("two", two)] {
        group.addTask {
          while try await store.turn(follower, by: name, clock: notes.clock) != .nothingNew {
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(notes.all.flatMap(\.self) == Array(1...30))
    for store in [one, two] { try await store.close() }
  }

  @Test(arguments: Engine.allCases) func whatFailsIsTriedAgainEverLater(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<1, database)
      let notes = Notes()
      notes.failing.withLock { $0 = 2 }
      let follower = Self.follower(notes)
      func turn() async throws -> FollowerTurn {
        try await database.turn(follower, by: "one", clock: notes.clock)
      }
      try await #expect(turn() == .failed)
      try await #expect(turn() == .waiting)
      notes.wait(2_000)
      try await #expect(turn() == .failed)
      notes.wait(3_999)
      try await #expect(turn() == .waiting)
      let state = try await database.read { try $0.followers()[0] }
      #expect(state.failures == 2)
      #expect(state.seq == 0)
      #expect(state.trouble == "the post office is closed")
      notes.wait(1)
      try await #expect(turn() == .done(through: 1))
      let after = try await database.read { try $0.followers()[0] }
      #expect(after.failures == 0)
      #expect(after.trouble == nil)
      #expect(notes.all == [[1], [1], [1]])
    }
  }

  /// An act is written while a follower works, and does not wait for it.
  @Test(arguments: Engine.allCases) func anActDoesNotWaitForAFollower(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await Self.append(0..<1, database)
      let notes = Notes()
      let follower = Follower("mail", from: .firstAct) { acts, database in
        notes.seen.withLock { $0.append(acts.map(\.seq)) }
        // It goes on only when the act is there: if the act waited for it, this would not end.
        while try await database.read({ try $0.journalHead().seq }) < 2 {
          try await Task.sleep(for: .milliseconds(5))
        }
      }
      async let turn = database.turn(follower, by: "one", clock: notes.clock)
      while notes.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      try await Self.append(1..<2, database)
      try await #expect(turn == .done(through: 1))
    }
  }
}
