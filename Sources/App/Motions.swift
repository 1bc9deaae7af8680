internal import Acting
public import Charters
public import Governance
public import Kernel
internal import Registry
internal import Store

/// Motions and votes: each step is a verb, under the charter in force on its day.
extension Partnership {
  public func propose(_ motion: Motion.Proposal, _ intent: Intent) async throws {
    try await acting(intent) { _ = try Motion.proposing.carryOut(motion, $0) }
  }

  public func second(_ motion: String, by seconders: [String], on day: Day, _ intent: Intent) async throws {
    try await acting(intent) {
      _ = try Motion.seconding.carryOut(on: .init(motion), .init(by: seconders, on: day), $0)
    }
  }

  public func open(motion: String, on day: Day, _ intent: Intent) async throws {
    try await acting(intent) { _ = try Motion.opening.carryOut(on: .init(motion), .init(on: day), $0) }
  }

  /// Changes the text of an open motion.
  public func change(motion: String, to text: Translated, on day: Day, _ intent: Intent) async throws {
    try await acting(intent) {
      _ = try Motion.changing.carryOut(on: .init(motion), .init(text: text, on: day), $0)
    }
  }

  /// - Parameters:
  ///   - word: yes, no, abstain, objects or absent.
  ///   - holder: who casts it by proxy; nil for the voter itself.
  ///   - interest: one in the matter that the voter declares.
  public func vote(
    _ word: String, of voter: String, on motion: String, holder: String?, interest: String?,
    day: Day, _ intent: Intent
  ) async throws {
    guard let choice = Ballot.Choice(rawValue: word) else {
      throw Refusal(
        "choice", ["word": "\(word.prefix(40))", "known": .list(Ballot.Choice.allCases.map(\.rawValue))],
        field: "choice")
    }
    let voice = Ballot.Voice(
      motion: .init(motion), voter: voter, choice: choice, holder: holder, interest: interest, on: day)
    try await acting(intent) { _ = try Ballot.voting.carryOut(voice, $0) }
  }

  /// Who takes part in deciding on a motion.
  public func register(of motion: String, on day: Day) async throws -> [Voter] {
    try await database.read { connection in
      try Self.register(motion, on: day, CharterBook().needed(on: day, connection), connection)
    }
  }

  /// Counts the ballots and keeps what came of it; without an intent, or before a deadline, it says how they would count
  /// and writes nothing.
  public func count(motion: String, on day: Day, _ intent: Intent?) async throws -> BallotResult {
    let result = try await database.read { connection in
      let charter = try CharterBook().needed(on: day, connection)
      return try Self.motion(motion, connection).result(
        under: charter, register: Self.register(motion, on: day, charter, connection), on: day, connection)
    }
    guard let intent, result.outcome != .deadlineOpen else { return result }
    return try await acting(intent) { occasion in
      // Counted again in the transaction that writes it: a vote may have come in between.
      let counted = try Self.motion(motion, occasion.connection).result(
        under: occasion.neededCharter(on: day),
        register: Self.register(motion, on: day, occasion.neededCharter(on: day), occasion.connection),
        on: day, occasion.connection)
      try Motion.counting.carryOut(on: .init(motion), .init(on: day), occasion)
      return counted
    }
  }

  private static func motion(_ id: String, _ connection: any Connection) throws -> Motion {
    guard let motion = try connection.one(Motion.ID(id)) else {
      throw Refusal("not-found.motion", ["motion": "\(id)"])
    }
    return motion
  }

  private static func register(
    _ id: String, on day: Day, _ charter: Charter, _ connection: any Connection
  ) throws -> [Voter] {
    try connection.register(of: motion(id, connection).body, on: day, under: charter)
  }
}
