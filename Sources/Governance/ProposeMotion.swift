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
        "unknown-voter.proposer", ["name": .text(name), "body": "\(body)", "day": "\(day)"],
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
          "own-verb.motion", ["motion": "\(motion.id)", "state": .text(motion.state.rawValue)], field: "state"
        )
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
    let known = charter.decides.map(\.subject)
    let place: [String: Phrase.Value] = ["charter": .text(charter.label), "subject": .text(subject)]
    throw known.isEmpty
      ? Refusal("subject.none", place, field: "subject")
      : Refusal("subject", place.merging(["known": .list(known)]) { $1 }, field: "subject")
  }

  private static func only(of who: Charter.Decides) throws -> Body.ID {
    if who.bodies.count == 1, let body = who.bodies.first { return .init(body) }
    throw Refusal("body", ["bodies": .list(who.bodies), "subject": .text(who.subject)], field: "body")
  }
}

extension Refusal {
  /// A body that does not decide on a subject, beside those that do.
  static func notTheDecider(_ body: Body.ID, on subject: String, butThey deciders: [String]) -> Refusal {
    let place: [String: Phrase.Value] = [
      "body": "\(body)", "subject": .text(subject), "deciders": .list(deciders),
    ]
    return switch deciders.count {
    case 0: Refusal("not-the-decider.nobody", place, field: "body")
    case 1: Refusal("not-the-decider", place, field: "body")
    default: Refusal("not-the-decider.several", place, field: "body")
    }
  }
}

extension Charter.Decides {
  func notTheDecider(_ body: Body.ID) -> Refusal {
    Refusal.notTheDecider(body, on: subject, butThey: bodies)
  }

  fileprivate func ruleNeeded(in charter: Charter) throws -> String {
    if let rule, charter.rules.contains(where: { $0.id == rule }) { return rule }
    throw Refusal(
      "unknown-rule.subject",
      ["charter": .text(charter.label), "subject": .text(subject), "known": .list(charter.rules.map(\.id))],
      field: "rule")
  }
}
