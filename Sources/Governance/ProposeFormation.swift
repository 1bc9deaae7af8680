public import Kernel
public import Store

extension Formation {
  /// Records a need that was found. Whoever works in the partnership may: the secretariat, leads, members of bodies and
  /// focal points.
  ///
  /// - Throws: a `Refusal` where the need says nothing or rests on nothing.
  @discardableResult
  public static func identify(
    _ formation: Formation, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    guard ![.system, .applicant].contains(intent.capacity) else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not record a need; the secretariat, leads, members of bodies and focal points may",
        field: "capacity")
    }
    guard formation.state == .need else {
      throw Refusal(
        "not-a-need", "a formation begins as a need; \(formation.id) is given as \(formation.state.rawValue)",
        field: "state")
    }
    return try Journal(connection, stamp).append(formation, intent)
  }

  /// Proposes a new partnership for the need. Until partners are gathered the proposal may be bettered.
  ///
  /// - Parameters:
  ///   - proposer: a body, area or partner by its id, or another organisation by a word.
  ///   - name: a better one than the need came with; nil keeps that.
  ///   - seen: the version that whoever acts had read; nil takes the one that stands.
  @discardableResult
  public static func propose(
    _ id: ID, _ proposal: Translated, goal: Translated, by proposer: String, name: Translated? = nil,
    on day: Day, seen: Int? = nil, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (formation, version) = try found(id, seen: seen, connection)
    var proposed = try formation.moved(by: "propose", as: intent.capacity)
    proposed.proposal = proposal
    proposed.goal = goal
    proposed.proposer = proposer
    proposed.name = name ?? formation.name
    proposed.proposed = When(day)
    return try Journal(connection, stamp).append(proposed, intent, after: version)
  }

  /// Gives the need up, with the reason. The secretariat may, a member of a body that would decide on the launch, and
  /// whoever proposed it.
  @discardableResult
  public static func abandon(
    _ id: ID, because reason: Translated, on day: Day, seen: Int? = nil, under deciders: [String],
    _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (formation, version) = try found(id, seen: seen, connection)
    var abandoned = try formation.moved(by: "abandon", as: intent.capacity)
    guard
      intent.capacity == .secretariat || deciders.contains(where: { intent.capacity == .member(of: $0) })
        || formation.isProposed(by: intent.capacity)
    else {
      let others = (["the secretariat"] + deciders + [formation.proposer].compactMap { $0 })
      throw Refusal(
        "not-allowed", "\(intent.capacity) may not abandon \(id); \(others.joined(separator: ", ")) may",
        field: "capacity")
    }
    abandoned.abandoned = When(day)
    abandoned.reason = reason
    return try Journal(connection, stamp).append(abandoned, intent, after: version)
  }

  private func isProposed(by capacity: Capacity) -> Bool {
    switch capacity {
    case .focalPoint(let who), .lead(let who), .member(let who): who == proposer
    case .secretariat, .system, .applicant: false
    }
  }

  /// - Parameter seen: the version that whoever acts had read.
  /// - Throws: a `Refusal` where there is none, or where it changed since.
  static func found(
    _ id: ID, seen: Int?, _ connection: any Connection
  ) throws -> (formation: Formation, version: Int) {
    guard let formation = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no formation \u{201C}\(id)\u{201D}; record its need first")
    }
    if let seen, seen != version {
      throw Refusal(
        "changed-meanwhile",
        "formation \(id) is at version \(version), not \(seen) any more: someone else changed it meanwhile; look again",
        about: .init(kind: kind, record: id.text, version: seen))
    }
    return (formation, version)
  }

  /// What is said where somebody moves a formation as if a step were another state and no more.
  public func refusal(ofBare move: String) -> Refusal {
    guard Self.workflow.moves.contains(where: { $0.name == move }) else {
      return Refusal(
        "no-move",
        "a formation knows no move \u{201C}\(move.prefix(60))\u{201D}; its steps are need, propose, join, leave, charter, launch and abandon"
      )
    }
    return Refusal(
      "own-verb",
      "\(move) asks for more than another state; use \u{201C}entente formation \(move) \(id)\u{201D} and what its help names"
    )
  }

  /// A file may bring a need or a proposal. The steps after that are acts of people that no row stands for.
  public func refusals(fromFile connection: any Connection) throws -> [Refusal] {
    let early: [State] = [.need, .proposal]
    if let stored = try connection.one(id), !early.contains(stored.state) {
      return [
        Refusal(
          "own-verb",
          "\(id) is past its proposal; \u{201C}entente formation\u{201D} takes it further, a file does not",
          field: "state")
      ]
    }
    guard !early.contains(state) else { return [] }
    return [
      Refusal(
        "own-verb",
        "\(id) is given as \(state.rawValue); a file brings a need or a proposal, and \u{201C}entente formation\u{201D} takes it further",
        field: "state")
    ]
  }
}
