public import Acting
internal import Charters
public import Kernel
public import Registry
internal import Store

extension Motion {
  /// A text to put before a body.
  public struct Proposal: VerbInputs {
    public var id: ID
    public var text: Translated
    public var subject: String
    /// Members of the body, by their id on its register.
    public var by: [String]
    /// Nil where the charter names one body alone.
    public var body: Body.ID?
    public var session: Session.ID?
    /// The class of motion, where the charter tells classes apart.
    public var form: String?
    /// Nil for the rule that the charter names for the subject.
    public var rule: String?
    public var source: [String]
    public var on: Day?

    public init(
      id: ID, text: Translated, subject: String, by: [String], body: Body.ID? = nil,
      session: Session.ID? = nil, form: String? = nil, rule: String? = nil, source: [String] = [],
      on: Day? = nil
    ) {
      self.id = id
      self.text = text
      self.subject = subject
      self.by = by
      self.body = body
      self.session = session
      self.form = form
      self.rule = rule
      self.source = source
      self.on = on
    }
    public static let schema = Schema(
      "proposal", Proposal.init(id:text:subject:by:body:session:form:rule:source:on:),
      Field("id", \.id),
      Field("text", \.text),
      Field("subject", \.subject, .word),
      Field("by", \.by),
      Field("body", \.body),
      Field("session", \.session),
      Field("form", \.form, .word),
      Field("rule", \.rule, .word),
      Field("source", \.source),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Puts a text before the body that decides on its subject, under the rule that the charter gives for it.
  ///
  /// Refused are a subject, body or rule that the charter does not have, and a proposer that is no member.
  public static let proposing = Making<Motion, Proposal>(
    "propose", under: keeping, may: .secretariatOr(.member(.field("body")), .focalPoint(.field("proposers")))
  ) { inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.neededCharter(on: day)
    let who = try decides(on: inputs.subject, in: charter)
    let body = try inputs.body ?? only(of: who)
    guard who.bodies.contains(body.text) else { throw who.notTheDecider(body) }
    let motion = Motion(
      id: inputs.id, body: body, session: inputs.session, subject: inputs.subject, form: inputs.form,
      text: inputs.text, proposers: inputs.by, seconders: [],
      rule: try inputs.rule ?? who.ruleNeeded(in: charter), round: 1, opened: nil, changed: nil,
      counted: nil, firstBallot: nil, until: nil, outcome: nil, isAdvisory: false, arithmetic: [],
      provenance: Provenance(inputs.source), state: .proposed)
    _ = try motion.rule(in: charter)
    let register = try occasion.connection.register(of: body, on: day, under: charter)
    for name in inputs.by where !register.contains(where: { $0.id == name && !$0.isObserver }) {
      throw Refusal(
        "unknown-voter",
        "\(name) is no member of \(body) on \(day), so it cannot propose; a proposer is named by its id",
        field: "proposers")
    }
    return motion
  }

  /// A motion of the past may be written down as it ended. One that is still to be decided is proposed, so that its body,
  /// its rule and its proposers are asked about.
  static let keeping = Keeping(Motion.self) { motion, before, occasion in
    guard before == nil, occasion.verb != "propose" else { return [] }
    guard motion.isEnded else {
      return [
        Refusal(
          "own-verb",
          "motion \(motion.id) is given as \(motion.state.rawValue); what is still to be decided is put with \u{201C}entente motion propose\u{201D}",
          field: "state")
      ]
    }
    guard let day = motion.opened ?? motion.counted, let charter = try occasion.charter(on: day) else {
      return []
    }
    do { _ = try motion.rule(in: charter) } catch let refusal as Refusal { return [refusal] }
    return []
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
