public import Charters
public import Kernel
public import Registry
public import Store

extension Motion {
  /// Puts a text before the body that decides on its subject, under the rule that the charter gives for it.
  ///
  /// - Parameters:
  ///   - body: nil where the charter names one body alone.
  ///   - rule: nil for the rule that the charter names for the subject.
  ///   - form: the class of motion, where the charter tells classes apart.
  ///   - proposers: members of the body, by their id on its register.
  /// - Throws: a `Refusal` for a subject, body or rule that the charter does not have, or a proposer that is no member.
  @discardableResult
  public static func propose(
    _ id: ID, _ text: Translated, on subject: String, by proposers: [String], body: Body.ID? = nil,
    session: Session.ID? = nil, form: String? = nil, rule: String? = nil, source: [String] = [],
    on day: Day, under charter: Charter, _ intent: Intent, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) throws -> Int {
    let who = try decides(on: subject, in: charter)
    let body = try body ?? only(of: who)
    guard who.bodies.contains(body.text) else { throw who.notTheDecider(body) }
    let motion = Motion(
      id: id, body: body, session: session, subject: subject, form: form, text: text, proposers: proposers,
      seconders: [], rule: try rule ?? who.ruleNeeded(in: charter), round: 1, opened: nil, changed: nil,
      counted: nil, firstBallot: nil, until: nil, outcome: nil, isAdvisory: false, arithmetic: [],
      provenance: Provenance(source), state: .proposed)
    _ = try motion.rule(in: charter)
    guard
      proposers.contains(where: { intent.capacity == .focalPoint(of: $0) })
        || intent.capacity == .secretariat || intent.capacity == .member(of: body.text)
    else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not put a motion to \(body); its members, the secretariat and those who propose it do"
      )
    }
    let register = try connection.register(of: body, on: day, under: charter)
    for name in proposers where !register.contains(where: { $0.id == name && !$0.isObserver }) {
      throw Refusal(
        "unknown-voter",
        "\(name) is no member of \(body) on \(day), so it cannot propose; a proposer is named by its id",
        field: "proposers")
    }
    return try Journal(connection, stamp).append(motion, intent)
  }

  private static func decides(on subject: String, in charter: Charter) throws -> Charter.Decides {
    if let who = charter.decides.first(where: { $0.subject == subject }) { return who }
    let known = charter.decides.map(\.subject).joined(separator: ", ")
    throw Refusal(
      "subject",
      "\(charter.label) says of nobody that it decides on \u{201C}\(subject)\u{201D}; it does of \(known.isEmpty ? "nothing" : known)",
      field: "subject")
  }

  private static func only(of who: Charter.Decides) throws -> Body.ID {
    if who.bodies.count == 1, let body = who.bodies.first { return .init(body) }
    throw Refusal(
      "body", "\(who.bodies.joined(separator: ", ")) decide on \(who.subject); say which of them",
      field: "body")
  }
}

extension Charter.Decides {
  func notTheDecider(_ body: Body.ID) -> Refusal {
    Refusal(
      "not-the-decider",
      "\(body) does not decide on \(subject); \(bodies.joined(separator: ", ")) \(bodies.count == 1 ? "does" : "do")",
      field: "body")
  }

  fileprivate func ruleNeeded(in charter: Charter) throws -> String {
    if let rule, charter.rules.contains(where: { $0.id == rule }) { return rule }
    throw Refusal(
      "unknown-rule",
      "\(charter.label) gives no rule by which \(subject) is decided; name one of \(charter.rules.map(\.id).joined(separator: ", "))",
      field: "rule")
  }
}
