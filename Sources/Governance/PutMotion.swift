public import Acting
internal import Charters
public import Kernel

extension Motion {
  /// The body that decides, through its members, and the secretariat that keeps its papers.
  static let speaking = Right.secretariatOr(.member(.field("body")))

  /// Members that stand behind a motion.
  public struct Seconders: VerbInputs {
    public var by: [String]
    public var on: Day?
    public init(by: [String], on: Day? = nil) {
      self.by = by
      self.on = on
    }
    public static let schema = Schema(
      "seconders", Seconders.init(by:on:), Field("by", \.by), Field("on", \.on))
    public var day: Day? { on }
  }

  /// Seconds a motion as the charter asks: so many proposers and seconders, in good standing, of different chambers.
  public static let seconding = Verb<Motion, Seconders>(
    "second", on: Motion.self, from: [.proposed], to: .seconded, may: speaking
  ) { motion, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.neededCharter(on: day)
    let register = try occasion.connection.register(of: motion.body, on: day, under: charter)
    try motion.second(by: inputs.by, under: charter, register: register)
  }

  mutating func second(by members: [String], under charter: Charter, register: [Voter]) throws {
    guard !members.isEmpty else {
      throw Refusal("seconders", ["motion": "\(id)"], field: "seconders")
    }
    seconders += members
    let refusals = charter.secondingRule?.seconding?.refusals(
      proposers: proposers, seconders: seconders, register: register)
    if let refusal = refusals?.first { throw refusal }
  }

  /// Puts a motion to the vote, or sends its text out under a silence procedure. Where the charter asks for seconders
  /// it is seconded first.
  public static let opening = Verb<Motion, OnDay>(
    "open", on: Motion.self, from: [.proposed, .seconded], to: .open, may: speaking
  ) { motion, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let charter = try occasion.neededCharter(on: day)
    if motion.state == .proposed, let needed = charter.secondingRule?.seconding?.seconders, needed > 0 {
      throw Refusal(
        "not-seconded", ["motion": "\(motion.id)", "charter": .text(charter.label)], count: needed)
    }
    motion.opened = day
  }

  /// Another text, from a day on.
  public struct NewText: VerbInputs {
    public var text: Translated
    public var on: Day?
    public init(text: Translated, on: Day? = nil) {
      self.text = text
      self.on = on
    }
    public static let schema = Schema(
      "new-text", NewText.init(text:on:), Field("text", \.text), Field("on", \.on))
    public var day: Day? { on }
  }

  /// Changes the text of an open motion; under a silence procedure the days begin again where the charter says so.
  public static let changing = Verb<Motion, NewText>(
    "change", on: Motion.self, from: [.open], to: nil, may: speaking
  ) { motion, inputs, occasion in
    let day = inputs.on ?? occasion.today
    guard let opened = motion.opened, day >= opened else {
      throw Refusal("not-open.change", ["motion": "\(motion.id)"], field: "text")
    }
    motion.text = inputs.text
    motion.changed = day
  }

  public static let lapsing = Verb(
    "lapse", on: Motion.self, from: .proposed, .seconded, .open, to: .lapsed, may: speaking)

  /// Who proposed it takes it back.
  public static let withdrawing = Verb(
    "withdraw", on: Motion.self, from: .proposed, .seconded, .open, to: .withdrawn,
    may: .secretariatOr(.member(.field("body")), .focalPoint(.field("proposers"))))

  static let verbs: [any DeclaredVerb] = [
    proposing, seconding, opening, changing, counting, lapsing, withdrawing,
  ]
}
