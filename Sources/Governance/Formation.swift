public import Kernel
public import Registry

/// A partnership that is being formed beside this one, because a need was found while the instrument is carried out (A34).
///
/// Its states are the steps of the charter's `lifecycles.partnership`. Each step has a verb of its own that asks for more
/// than the next state. What its fields must say by then is asked of every act, whoever makes it.
public struct Formation: Moving {
  public enum State: String, Code {
    /// A need was found; nothing is proposed yet.
    case need
    /// Somebody proposed what to do about it, and to what end.
    case proposal
    /// Founding partners are gathered.
    case partners
    /// Enough of them agreed, and their charter is drafted.
    case charter
    case launched
    case abandoned
  }
  public var id: ID
  /// Of the new partnership; provisional until its charter gives it one.
  public var name: Translated
  /// What is missing for carrying out the instrument.
  public var need: Translated
  /// What the need rests on, as far as it is on record here; else its sources.
  public var legalBasis: LegalBasis.ID?
  public var request: Request.ID?
  public var uncertainty: Uncertainty.ID?
  public var treaty: Treaty.ID?
  public var identified: When?
  /// What the new partnership would do about the need.
  public var proposal: Translated?
  /// What its partners would agree to reach.
  public var goal: Translated?
  /// Who put it forward: a body, area or partner by its id, or another organisation by a word.
  public var proposer: String?
  public var proposed: When?
  public var founders: [Founder]
  /// The charter drafted for it, by id and edition.
  public var charter: String?
  public var edition: String?
  /// The charter itself, where it is not one of those built in.
  public var charterText: String?
  public var chartered: When?
  public var decision: Decision.ID?
  public var launched: When?
  /// The record of the partnership that came of it.
  public var partnership: Partnership.ID?
  public var abandoned: When?
  public var reason: Translated?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "formation", Formation.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("need", \.need),
    Field("legal_basis", \.legalBasis),
    Field("request", \.request),
    Field("uncertainty", \.uncertainty),
    Field("treaty", \.treaty),
    Field("identified", \.identified),
    Field("proposal", \.proposal),
    Field("goal", \.goal),
    Field("proposer", \.proposer, .word),
    Field("proposed", \.proposed),
    Field("founders", \.founders),
    Field("charter", \.charter, .word),
    Field("edition", \.edition, .word),
    Field("charter_text", \.charterText),
    Field("chartered", \.chartered),
    Field("decision", \.decision),
    Field("launched", \.launched),
    Field("partnership", \.partnership),
    Field("abandoned", \.abandoned),
    Field("reason", \.reason),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("identified") }

  /// What each step has left on the record is there as long as the record says that the step was taken.
  public var contradictions: [Refusal] {
    var lacks = lacksOfNeed
    switch state {
    case .need: break
    case .proposal: lacks += lacksOfProposal
    case .partners: lacks += lacksOfProposal + lacksOfGathering
    case .charter: lacks += lacksOfProposal + lacksOfGathering + lacksOfDraft
    case .launched: lacks += lacksOfProposal + lacksOfGathering + lacksOfDraft + lacksOfLaunch
    case .abandoned: lacks += reason.isUnsaid ? [lack(.reason)] : []
    }
    return (lacks + lacksOfOrder).map(\.refusal)
  }
}

extension Formation {
  /// A need as it is first recorded.
  public init(
    need: Translated, of id: ID, named name: Translated, legalBasis: LegalBasis.ID? = nil,
    request: Request.ID? = nil, uncertainty: Uncertainty.ID? = nil, treaty: Treaty.ID? = nil,
    identified: When?, provenance: Provenance
  ) {
    self.init(
      id: id, name: name, need: need, legalBasis: legalBasis, request: request, uncertainty: uncertainty,
      treaty: treaty, identified: identified, proposal: nil, goal: nil, proposer: nil, proposed: nil,
      founders: [], charter: nil, edition: nil, charterText: nil, chartered: nil, decision: nil,
      launched: nil, partnership: nil, abandoned: nil, reason: nil, provenance: provenance, state: .need)
  }
}

/// Who founds a new partnership: a partner of this one or another organisation.
public struct Founder: Composed {
  /// The partner's id, or a word for one that is no partner here.
  public var id: String
  public var name: Translated
  /// A main or movable sector of this partnership's charter.
  public var sector: String
  /// The day it agreed; nil while it is only asked.
  public var agreed: When?
  /// The day it left again.
  public var left: When?

  public init(id: String, name: Translated, sector: String, agreed: When? = nil, left: When? = nil) {
    self.id = id
    self.name = name
    self.sector = sector
    self.agreed = agreed
    self.left = left
  }
  public static let schema = Schema(
    "founder", Founder.init(id:name:sector:agreed:left:),
    Field("id", \.id),
    Field("name", \.name),
    Field("sector", \.sector),
    Field("agreed", \.agreed),
    Field("left", \.left))

  /// Whether it stands by its word.
  public var isIn: Bool { agreed != nil && left == nil }
}

extension Formation {
  /// The furthest step that it took, also where it was abandoned since.
  public var reached: State {
    guard state == .abandoned else { return state }
    if charter != nil { return .charter }
    if !founders.isEmpty { return .partners }
    return proposal == nil ? .need : .proposal
  }

  /// The steps in their order, without the end that is none.
  public static let steps: [State] = [.need, .proposal, .partners, .charter, .launched]

  /// The first day of a step, where it is known. Gathering begins with the first who agreed.
  public func day(of step: State) -> When? {
    switch step {
    case .need: identified
    case .proposal: proposed
    case .partners: founders.compactMap(\.agreed).min()
    case .charter: chartered
    case .launched: launched
    case .abandoned: abandoned
    }
  }
}
