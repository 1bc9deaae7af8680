public import Acting
internal import Charters
public import Governance
public import Kernel
public import Registry
public import Store

extension DeliverablePart {
  /// The decision by which a body brings a part to its next state.
  public struct BySomeBody: VerbInputs {
    public var body: Body.ID
    public var session: Session.ID?
    /// Of the decision, such as BC-11/15; nil where no source gives one.
    public var number: String?
    public var on: When?
    public init(body: Body.ID, session: Session.ID? = nil, number: String? = nil, on: When? = nil) {
      self.body = body
      self.session = session
      self.number = number
      self.on = on
    }
    public static let schema = Schema(
      "by-some-body", BySomeBody.init(body:session:number:on:),
      Field("body", \.body), Field("session", \.session), Field("number", \.number), Field("on", \.on))
    public var day: Day? { on?.last }
  }

  public static let approving = step("approve", from: .draft, to: .groupApproved)
  public static let submitting = step("submit", from: .groupApproved, to: .submitted)
  public static let adopting = step("adopt", from: .submitted, .adoptedInterim, to: .adopted)
  public static let adoptingInTheInterim = step("adopt in the interim", from: .submitted, to: .adoptedInterim)
  public static let returning = step("return", from: .groupApproved, .submitted, to: .draft)
  public static let withdrawing = step(
    "withdraw", from: .draft, .groupApproved, .submitted, .adopted, .adoptedInterim, to: .withdrawn)

  /// A body brings a part to its next state, by a decision of its own; the charter says which body to which state. See
  /// `PartAdoption`.
  private static func step(
    _ name: String, from: State..., to state: State
  ) -> Verb<DeliverablePart, BySomeBody> {
    Verb(
      name, on: DeliverablePart.self, from: from, to: state, may: .secretariatOr(.member(.input("body")))
    ) { part, inputs, occasion in
      let charter = try occasion.neededCharter(on: inputs.day ?? occasion.today)
      try refuseOthers(inputs.body, to: state, charter)
      part.body = inputs.body
      part.session = inputs.session
      part.decisionNumber = inputs.number
      part.date = inputs.on ?? When(occasion.today)
    }
  }

  private static func refuseOthers(_ body: Body.ID, to state: State, _ charter: Charter) throws {
    guard let adoption = charter.partAdoption else {
      throw Refusal("no-parts", ["charter": .text(charter.label)])
    }
    guard !adoption.lets(body.text, ofKind: charter.body(body.text)?.kind, bringTo: state.rawValue) else {
      return
    }
    let movers = adoption.movers[state.rawValue] ?? []
    let place: [String: Phrase.Value] = ["body": "\(body)", "state": .text(state.rawValue)]
    throw movers.isEmpty
      ? Refusal("not-the-decider.part-state", place, field: "body")
      : Refusal("not-the-decider.part", place.merging(["movers": .list(movers)]) { $1 }, field: "body")
  }

  static let verbs: [any DeclaredVerb] = [
    approving, submitting, adopting, adoptingInTheInterim, returning, withdrawing,
  ]
}

extension Connection {
  /// The parts of a document in the order of their numbers.
  public func parts(of document: Document.ID) throws -> [DeliverablePart] {
    try all(DeliverablePart.self, "WHERE document = \(document) ORDER BY number, id")
  }
}
