import Acting
@testable import App
import Charters
import Finance
@testable import Governance
import Kernel
import Registry
import Reporting
import Store
import Testing
import Workplan

// Verbs as one call each, so that a test reads like use. They hold no rule; where a test is not about the ground of an act,
// "test" is its ground.

/// One charter is in force on every day, or none ever was.
struct OneCharter: CharterSource {
  let charter: Charter?
  func inForce(on day: Day, _ connection: any Connection) throws -> Charter? { charter }
}

extension Occasion {
  convenience init(
    _ intent: Intent, _ charter: Charter?, _ connection: any Connection, _ stamp: Stamp = .system,
    today: Day = .today
  ) {
    var intent = intent
    if intent.basis.isEmpty { intent.basis = "test" }
    self.init(intent, under: OneCharter(charter: charter), today: today, connection, stamp)
  }
}

extension Day {
  static var today: Day { Day(2026, 11, 29) }
}

extension Partner {
  @discardableResult
  static func admit(
    _ id: ID, on day: Day, under charter: Charter?, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    try admitting.carryOut(on: id, .init(on: day), Occasion(intent, charter, connection, stamp)).version
  }
  @discardableResult
  static func sign(
    _ id: ID, on day: Day, tranche: Int? = nil, under charter: Charter?, _ intent: Intent,
    _ connection: any Connection
  ) throws -> Int {
    try signing.carryOut(on: id, .init(on: day, tranche: tranche), Occasion(intent, charter, connection))
      .version
  }
  @discardableResult
  static func appoint(
    _ id: ID, on day: Day, under charter: Charter?, _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    try appointing.carryOut(on: id, .init(on: day), Occasion(intent, charter, connection)).version
  }
  @discardableResult
  static func withdraw(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    try withdrawing.carryOut(on: id, .init(on: day), Occasion(intent, nil, connection, stamp)).version
  }
  @discardableResult
  static func change(
    _ id: ID, by move: String, on day: Day, under charter: Charter?, _ intent: Intent,
    _ connection: any Connection
  ) throws -> Int {
    let verb = try Capabilities.verbs.verb(move, of: kind)
    let given = verb.inputs.isEmpty ? Given.nothing : .cells(["on": day.description])
    return try verb.carryOut(on: id.text, given, Occasion(intent, charter, connection), seen: nil).version
  }
  @discardableResult
  static func place(
    _ id: ID, inSector sector: String, under charter: Charter, _ intent: Intent,
    _ connection: any Connection
  ) throws -> Int {
    try placing.carryOut(on: id, .init(sector: sector), Occasion(intent, charter, connection)).version
  }
  @discardableResult
  static func join(
    _ id: ID, area: String, under charter: Charter?, _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    try joining.carryOut(on: id, .init(area: area), Occasion(intent, charter, connection)).version
  }
}

extension Record {
  /// Puts a record into a store of its own kind's and does verbs to it there, without a charter.
  @discardableResult
  func done(
    _ verbs: String..., as capacity: Capacity, under charter: Charter? = nil, given: [String: String] = [:],
    _ connection: any Connection
  ) throws -> Self {
    if try connection.one(id) == nil { try Journal(connection).append(self, NotePartnership.secretariat) }
    for verb in verbs {
      let occasion = Occasion(Intent("", by: "someone", as: capacity), charter, connection)
      _ = try Capabilities.verbs.carryOut(verb, of: Self.kind, on: id.text, .cells(given), occasion)
    }
    return try #require(try connection.one(id))
  }
}

extension App.Partnership {
  /// One verb on one record, as `entente move` does it.
  @discardableResult
  func move<R: Record>(
    _ type: R.Type, _ id: String, by verb: String, on day: Day? = nil, into destination: String? = nil,
    _ intent: Intent
  ) async throws -> Int {
    var cells = ["on": day?.description].compactMapValues { $0 }
    cells["into"] = destination
    return try await act(
      verb, of: R.self, on: id, giving: .cells(cells), intent
    ).made.version
  }
}

extension Motion {
  @discardableResult
  static func propose(
    _ id: ID, _ text: Translated, on subject: String, by proposers: [String], body: Body.ID? = nil,
    rule: String? = nil, on day: Day, under charter: Charter, _ intent: Intent,
    _ connection: any Connection
  ) throws -> Int {
    try proposing.carryOut(
      Proposal(id: id, text: text, subject: subject, by: proposers, body: body, rule: rule, on: day),
      Occasion(intent, charter, connection)
    ).version
  }
  /// With a register that the test makes up, which the verb reads from the store.
  @discardableResult
  static func second(
    _ id: ID, by seconders: [String], under charter: Charter, register: [Voter], _ intent: Intent,
    _ connection: any Connection
  ) throws -> Int {
    var (motion, version): (Motion, Int) = try connection.found(id)
    try motion.second(by: seconders, under: charter, register: register)
    motion.state = .seconded
    return try Journal(connection).append(motion, intent, after: version)
  }
  /// The same.
  @discardableResult
  static func decide(
    _ id: ID, under charter: Charter, register: [Voter], on day: Day, _ intent: Intent,
    _ connection: any Connection
  ) throws -> BallotResult {
    var (motion, version): (Motion, Int) = try connection.found(id)
    let rule = try motion.rule(in: charter)
    let result = try motion.count(under: charter, register: register, on: day, connection)
    guard result.outcome != .deadlineOpen else { return result }
    let journal = try Journal(connection)
    try journal.append(motion, intent, after: version)
    if let decision = motion.decision(under: charter, rule) { try journal.append(decision, intent) }
    return result
  }
  @discardableResult
  static func open(
    _ id: ID, on day: Day, under charter: Charter, _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    try opening.carryOut(on: id, .init(on: day), Occasion(intent, charter, connection)).version
  }
  @discardableResult
  static func change(
    _ id: ID, to text: Translated, on day: Day, _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    try changing.carryOut(on: id, .init(text: text, on: day), Occasion(intent, nil, connection)).version
  }
}

extension Ballot {
  /// Whoever votes is a partner, and so on the register.
  static func cast(_ ballot: Ballot, _ intent: Intent, _ connection: any Connection) throws {
    for name in [ballot.voter, ballot.holder ?? ballot.voter]
    where try connection.one(Partner.ID(name)) == nil {
      try MotionCharter.partner(name, "ngo", .admitted, connection)
    }
    let charter = try MotionCharter.charter()
    try Capabilities.verbs.keeping(of: Ballot.self).add(
      ballot, Occasion(intent, charter, connection), as: "vote")
  }
}

extension Decision {
  static func record(
    _ decision: Decision, under charter: Charter, _ intent: Intent, _ connection: any Connection
  ) throws {
    try Capabilities.verbs.keeping(of: Decision.self).add(decision, Occasion(intent, charter, connection))
  }
}

extension Request {
  static func route(_ id: ID, to competent: String, _ intent: Intent, _ connection: any Connection) throws {
    try routing.carryOut(on: id, .init(to: competent), Occasion(intent, nil, connection))
  }
  static func answer(with answer: Answer, _ intent: Intent, _ connection: any Connection) throws {
    try answering.carryOut(
      on: answer.request,
      .init(
        id: answer.id, byBody: answer.byBody, document: answer.document, session: answer.session,
        on: answer.date, text: answer.text, source: answer.provenance.source),
      Occasion(intent, nil, connection))
  }
}

extension CharterEdition {
  static func adopt(
    charter: String, edition: String, text: String, since: When, decision: Decision.ID?, _ intent: Intent,
    _ connection: any Connection
  ) throws {
    var intent = intent
    if intent.basis.isEmpty { intent.basis = "test" }
    try adopting.carryOut(
      .init(charter: charter, edition: edition, text: text, since: since, decision: decision),
      Occasion(intent, under: CharterBook(), today: .today, connection))
  }
}

extension LinkageSwitch {
  @discardableResult
  static func make(
    to option: String, since: Day, decisions: [String], _ intent: Intent, _ connection: any Connection
  ) throws -> LinkageSwitch {
    try switching.carryOut(
      .init(option: option, since: since, decisions: decisions),
      Occasion(intent, under: CharterBook(), today: .today, connection)
    ).record
  }
}

extension DeliverablePart {
  @discardableResult
  static func move(
    _ id: ID, by move: String, of body: Body.ID, number: String?, on date: When?, under charter: Charter,
    _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    var cells = ["body": body.text]
    cells["number"] = number
    cells["on"] = date?.description
    return try Capabilities.verbs.carryOut(
      move, of: kind, on: id.text, .cells(cells), Occasion(intent, charter, connection)
    ).version
  }
}

extension ReportSent {
  static func acknowledge(_ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection) throws {
    try acknowledging.carryOut(on: id, .init(on: day), Occasion(intent, nil, connection))
  }
}

extension Formation {
  static func identify(_ formation: Formation, _ intent: Intent, _ connection: any Connection) throws {
    try Capabilities.verbs.keeping(of: Formation.self).add(
      formation, Occasion(intent, nil, connection), as: "identify")
  }
  static func propose(
    _ id: ID, _ proposal: Translated, goal: Translated, by proposer: String, on day: Day, seen: Int? = nil,
    _ intent: Intent, _ connection: any Connection
  ) throws {
    try proposing.carryOut(
      on: id, .init(text: proposal, goal: goal, by: proposer, on: day), Occasion(intent, nil, connection),
      seen: seen)
  }
  static func join(
    _ id: ID, _ who: String, name: Translated? = nil, sector: String? = nil, agreed: Day?, seen: Int? = nil,
    under host: Charter, _ intent: Intent, _ connection: any Connection
  ) throws {
    let verb = agreed == nil ? naming : joining
    try verb.carryOut(
      on: id, .init(who: who, name: name, sector: sector, on: agreed), Occasion(intent, host, connection),
      seen: seen)
  }
  static func leave(
    _ id: ID, _ who: String, on day: Day, _ intent: Intent, _ connection: any Connection
  ) throws {
    try leaving.carryOut(on: id, .init(who: who, on: day), Occasion(intent, nil, connection))
  }
  static func charter(
    _ id: ID, _ draft: CharterReading, text: String?, on day: Day, under host: Charter, _ intent: Intent,
    _ connection: any Connection
  ) throws {
    let named = draft.charter ?? draft.readable
    try chartering.carryOut(
      on: id,
      .init(charter: named?.id ?? "nameless", edition: named?.edition ?? "none", text: text, on: day),
      Occasion(intent, host, connection))
  }
  static func launch(
    _ id: ID, by decision: Decision.ID, on day: Day, seen: Int? = nil, under host: Charter, _ intent: Intent,
    _ connection: any Connection
  ) throws -> App.Partnership.Launch {
    let formation = try launching.carryOut(
      on: id, .init(decision: decision, on: day), Occasion(intent, host, connection), seen: seen
    ).record
    let partnership = try #require(try formation.partnership.flatMap { try connection.one($0) })
    return App.Partnership.Launch(
      formation: formation, partnership: partnership,
      interactions: try connection.all(
        Interaction.self, "WHERE partnership = \(partnership.id) ORDER BY id"))
  }
  static func abandon(
    _ id: ID, because reason: Translated, on day: Day, under host: Charter? = nil, _ intent: Intent,
    _ connection: any Connection
  ) throws {
    try abandoning.carryOut(on: id, .init(reason: reason, on: day), Occasion(intent, host, connection))
  }
}
