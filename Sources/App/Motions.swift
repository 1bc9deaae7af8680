public import Charters
internal import Governance
public import Kernel
internal import Registry
internal import Store

/// Motions and votes: each step is an act under the charter in force on its day.
extension Partnership {
  /// A text to put before a body, as a person words it.
  public struct ProposedMotion: Sendable {
    public var id: String
    public var text: Translated
    public var subject: String
    public var proposers: [String]
    public var body: String?
    public var session: String?
    public var form: String?
    public var rule: String?

    public init(
      id: String, text: Translated, subject: String, proposers: [String], body: String?, session: String?,
      form: String?, rule: String?
    ) {
      self.id = id
      self.text = text
      self.subject = subject
      self.proposers = proposers
      self.body = body
      self.session = session
      self.form = form
      self.rule = rule
    }
  }

  public func propose(_ motion: ProposedMotion, on day: Day, _ intent: Intent) async throws {
    try await deciding(on: day) { charter, connection in
      try Motion.propose(
        .init(motion.id), motion.text, on: motion.subject, by: motion.proposers,
        body: motion.body.map { .init($0) }, session: motion.session.map { .init($0) }, form: motion.form,
        rule: motion.rule, on: day, under: charter, intent, connection)
    }
  }

  public func second(_ motion: String, by seconders: [String], on day: Day, _ intent: Intent) async throws {
    try await deciding(on: day) { charter, connection in
      try Motion.second(
        .init(motion), by: seconders, under: charter,
        register: Self.register(motion, on: day, charter, connection), intent, connection)
    }
  }

  public func open(motion: String, on day: Day, _ intent: Intent) async throws {
    try await deciding(on: day) { charter, connection in
      try Motion.open(.init(motion), on: day, under: charter, intent, connection)
    }
  }

  /// Changes the text of an open motion.
  public func change(motion: String, to text: Translated, on day: Day, _ intent: Intent) async throws {
    try await database.change { connection in
      try Motion.change(.init(motion), to: text, on: day, intent, connection)
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
    try await deciding(on: day) { charter, connection in
      guard let choice = Ballot.Choice(rawValue: word) else {
        let known = Ballot.Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw Refusal(
          "choice", "\u{201C}\(word.prefix(40))\u{201D} is no vote; it is one of \(known)", field: "choice")
      }
      try Ballot.cast(
        choice, of: voter, on: Self.motion(motion, connection), holder: holder, interest: interest, day: day,
        under: charter, intent, connection)
    }
  }

  /// Who takes part in deciding on a motion.
  public func register(of motion: String, on day: Day) async throws -> [Voter] {
    try await database.read { connection in
      try Self.register(motion, on: day, CharterBook().needed(on: day, connection), connection)
    }
  }

  /// Counts the ballots and keeps what came of it; without an intent it says how they would count, and writes nothing.
  public func count(motion: String, on day: Day, _ intent: Intent?) async throws -> BallotResult {
    guard let intent else {
      return try await database.read { connection in
        let charter = try CharterBook().needed(on: day, connection)
        return try Self.motion(motion, connection).result(
          under: charter, register: Self.register(motion, on: day, charter, connection), on: day, connection)
      }
    }
    return try await deciding(on: day) { charter, connection in
      try Motion.decide(
        .init(motion), under: charter, register: Self.register(motion, on: day, charter, connection), on: day,
        intent, connection)
    }
  }

  @discardableResult
  private func deciding<T: Sendable>(
    on day: Day, _ act: @escaping @Sendable (Charter, any Connection) throws -> T
  ) async throws -> T {
    try await database.change { connection in
      try act(CharterBook().needed(on: day, connection), connection)
    }
  }

  private static func motion(_ id: String, _ connection: any Connection) throws -> Motion {
    guard let motion = try connection.one(Motion.ID(id)) else {
      throw Refusal("not-found", "there is no motion \u{201C}\(id)\u{201D}")
    }
    return motion
  }

  private static func register(
    _ id: String, on day: Day, _ charter: Charter, _ connection: any Connection
  ) throws -> [Voter] {
    try connection.register(of: motion(id, connection).body, on: day, under: charter)
  }
}
