public import Acting
public import Kernel
internal import Registry
internal import Store

extension Formation {
  /// A need that was found.
  public struct Need: VerbInputs {
    public var id: ID
    /// Of the new partnership, provisional.
    public var name: Translated
    public var need: Translated
    public var legalBasis: LegalBasis.ID?
    public var request: Request.ID?
    public var uncertainty: Uncertainty.ID?
    public var treaty: Treaty.ID?
    public var source: [String]
    public var on: Day?

    public init(
      id: ID, name: Translated, need: Translated, legalBasis: LegalBasis.ID? = nil,
      request: Request.ID? = nil, uncertainty: Uncertainty.ID? = nil, treaty: Treaty.ID? = nil,
      source: [String] = [], on: Day? = nil
    ) {
      self.id = id
      self.name = name
      self.need = need
      self.legalBasis = legalBasis
      self.request = request
      self.uncertainty = uncertainty
      self.treaty = treaty
      self.source = source
      self.on = on
    }
    public static let schema = Schema(
      "need", Need.init(id:name:need:legalBasis:request:uncertainty:treaty:source:on:),
      Field("id", \.id),
      Field("name", \.name),
      Field("need", \.need),
      Field("legal_basis", \.legalBasis),
      Field("request", \.request),
      Field("uncertainty", \.uncertainty),
      Field("treaty", \.treaty),
      Field("source", \.source),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Records a need that was found. Refused is one that says nothing or rests on nothing.
  public static let identifying = Making<Formation, Need>("identify", under: keeping) { inputs, occasion in
    Formation(
      need: inputs.need, of: inputs.id, named: inputs.name, legalBasis: inputs.legalBasis,
      request: inputs.request, uncertainty: inputs.uncertainty, treaty: inputs.treaty,
      identified: When(inputs.on ?? occasion.today), provenance: Provenance(inputs.source))
  }

  /// What it does, to what end, and who proposes it.
  public struct Proposal: VerbInputs {
    public var text: Translated
    public var goal: Translated
    /// A body, area or partner by its id, or another organisation by a word.
    public var by: String
    /// A better one than the need came with; nil keeps that.
    public var name: Translated?
    public var on: Day?
    public init(text: Translated, goal: Translated, by: String, name: Translated? = nil, on: Day? = nil) {
      self.text = text
      self.goal = goal
      self.by = by
      self.name = name
      self.on = on
    }
    public static let schema = Schema(
      "formation-proposal", Proposal.init(text:goal:by:name:on:),
      Field("text", \.text),
      Field("goal", \.goal),
      Field("by", \.by, .word),
      Field("name", \.name),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Proposes a new partnership for the need. Until partners are gathered the proposal may be bettered.
  public static let proposing = Verb<Formation, Proposal>(
    "propose", on: Formation.self, from: [.need, .proposal], to: .proposal, may: .anyone
  ) { formation, inputs, occasion in
    formation.proposal = inputs.text
    formation.goal = inputs.goal
    formation.proposer = inputs.by
    formation.name = inputs.name ?? formation.name
    formation.proposed = When(inputs.on ?? occasion.today)
  }

  /// Why it is given up.
  public struct End: VerbInputs {
    public var reason: Translated
    public var on: Day?
    public init(reason: Translated, on: Day? = nil) {
      self.reason = reason
      self.on = on
    }
    public static let schema = Schema(
      "end-of-formation", End.init(reason:on:), Field("reason", \.reason), Field("on", \.on))
    public var day: Day? { on }
  }

  /// Gives the need up, with the reason. The secretariat may, a member of a body that would decide on the launch, and
  /// whoever proposed it.
  public static let abandoning = Verb<Formation, End>(
    "abandon", on: Formation.self, from: [.need, .proposal, .partners, .charter], to: .abandoned,
    may: .secretariatOr(
      .charter(.launch), .focalPoint(.field("proposer")), .lead(.field("proposer")),
      .member(.field("proposer")))
  ) { formation, inputs, occasion in
    formation.abandoned = When(inputs.on ?? occasion.today)
    formation.reason = inputs.reason
  }

  /// Whoever works in the partnership may record a need: the secretariat, leads, members of bodies and focal points. A
  /// record as a whole may bring a need or a proposal; the steps after that are acts of people that no row stands for.
  static let keeping = Keeping(
    Formation.self, add: .secretariatOr(.lead(nil), .member(nil), .focalPoint(nil))
  ) { formation, before, _ in
    let early: [State] = [.need, .proposal]
    if let before, !early.contains(before.state) {
      return [
        Refusal("own-verb.past-proposal", ["formation": "\(formation.id)"], field: "state")
      ]
    }
    guard !early.contains(formation.state) else { return [] }
    return [
      Refusal(
        "own-verb.formation", ["formation": "\(formation.id)", "state": .text(formation.state.rawValue)],
        field: "state")
    ]
  }

  static let verbs: [any DeclaredVerb] = [
    identifying, proposing, naming, joining, leaving, chartering, launching, abandoning,
  ]
}
