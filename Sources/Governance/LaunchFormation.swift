public import Acting
internal import Charters
public import Kernel
internal import Registry
internal import Store

extension Formation {
  /// The charter drafted for a new partnership, by id and edition; with its text where it is not built in.
  public struct Draft: VerbInputs {
    public var charter: String
    public var edition: String
    public var text: String?
    public var on: Day?
    public init(charter: String, edition: String, text: String? = nil, on: Day? = nil) {
      self.charter = charter
      self.edition = edition
      self.text = text
      self.on = on
    }
    public static let schema = Schema(
      "draft", Draft.init(charter:edition:text:on:),
      Field("charter", \.charter, .word),
      Field("edition", \.edition, .word),
      Field("text", \.text),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Names the charter drafted for it. It checks clean, is not the charter of this partnership, and enough partners have
  /// agreed by that day. A better draft may replace it until the launch.
  public static let chartering = Verb<Formation, Draft>(
    "charter", on: Formation.self, from: [.partners, .charter], to: .charter,
    may: .secretariatOr(.member(nil), .lead(nil))
  ) { formation, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let host = try occasion.neededCharter(on: day)
    formation.charter = inputs.charter
    formation.edition = inputs.edition
    formation.charterText = inputs.text
    formation.chartered = When(day)
    let lacks =
      formation.lacksOfPartners(under: host, by: When(day))
      + formation.lacksOfCharter(formation.draft, under: host)
    if let lack = lacks.first { throw lack.refusal }
  }

  /// The decision that launches it, and the day.
  public struct Start: VerbInputs {
    public var decision: Decision.ID
    public var on: Day?
    public init(decision: Decision.ID, on: Day? = nil) {
      self.decision = decision
      self.on = on
    }
    public static let schema = Schema(
      "start", Start.init(decision:on:), Field("decision", \.decision), Field("on", \.on))
    public var day: Day? { on }
  }

  /// Launches the partnership: the body that the charter here names has decided, and everything that the steps before
  /// asked for still holds. The new partnership is kept beside this one, with its ties to treaties.
  ///
  /// Its own store is not made here: it is another journal, with a host of its own, and one act cannot stand in two.
  public static let launching = Verb<Formation, Start>(
    "launch", on: Formation.self, from: [.charter], to: .launched, may: .secretariatOr(.charter(.launch)),
    then: { formation, _, inputs, occasion in
      let launch = try formation.launch(inputs, occasion)
      try occasion.write(launch.partnership, "launch")
      for interaction in launch.interactions { try occasion.write(interaction, "launch") }
    }
  ) { formation, inputs, occasion in
    let day = inputs.on ?? occasion.today
    let host = try occasion.neededCharter(on: day)
    formation.decision = inputs.decision
    formation.launched = When(day)
    let lacks =
      try formation.lacksOfPartners(under: host, by: When(day))
      + formation.lacksOfCharter(formation.draft, under: host)
      + formation.lacksOfDecision(under: host, occasion.connection) + formation.lacksOfOrder
    if let lack = lacks.first { throw lack.refusal }
    let partnership = try formation.launch(inputs, occasion).partnership
    guard try occasion.connection.one(partnership.id) == nil else {
      throw Refusal("already-there.partnership", ["partnership": "\(partnership.id)"], field: "charter")
    }
    formation.partnership = partnership.id
  }

  /// The partnership as it is kept beside this one, and how it is tied to treaties, as its charter says it; no tie where
  /// it is tied to none.
  private func launch(
    _ inputs: Start, _ occasion: Occasion
  ) throws -> (partnership: Partnership, interactions: [Interaction]) {
    let (day, connection) = (inputs.on ?? occasion.today, occasion.connection)
    guard let charter = draft?.charter, let taken = try connection.one(inputs.decision) else {
      throw lack(.charter).refusal
    }
    let partnership = Partnership(
      launched: .init(charter.id), name: charter.name, goal: charter.goal, on: day,
      promotedBy: proposer,
      founders: agreed(under: try occasion.neededCharter(on: day), by: When(day)).partners,
      source: inputs.decision.text, provenance: taken.provenance)
    return (partnership, try interactions(of: charter, taken, on: day, connection))
  }

  /// One for each treaty that the new charter ties it to, as far as the treaty is on record here.
  private func interactions(
    of charter: Charter, _ decision: Decision, on day: Day, _ connection: any Connection
  ) throws -> [Interaction] {
    let followed = charter.linkage.option.flatMap { id in charter.options.first { $0.id == id } }
    let terms =
      [followed?.terms ?? charter.linkage.terms].compactMap { $0 }
      + (followed?.parts ?? charter.linkage.parts).sorted { $0.key < $1.key }.map(\.value)
    var ties: [(treaty: Treaty.ID, terms: LinkageTerms)] = []
    for terms in terms where terms.modality != .none {
      for treaty in terms.targets.compactMap({ charter.body($0)?.treaty }).map({ Treaty.ID($0) })
      where !ties.contains(where: { $0.treaty == treaty }) {
        if try connection.one(treaty) != nil { ties.append((treaty, terms)) }
      }
    }
    return try ties.map { treaty, terms in
      let addressee = terms.reportsTo.first.flatMap { $0 == "linked-body" ? terms.targets.first : $0 }
      return Interaction(
        id: .init("int-\(charter.id)-\(treaty)"), partnership: .init(charter.id), treaty: treaty,
        timeRelation: try connection.phase(of: treaty, on: day).map {
          $0.phase == "negotiating" ? "during-negotiation" : "created-after-treaty"
        },
        modality: terms.modality.rawValue, basis: decision.id.text, reportsTo: addressee,
        treatySideReportsTo: nil, paidBy: nil, treatySidePaidBy: nil, functions: charter.functions.map(\.id),
        text: nil, provenance: decision.provenance)
    }
  }
}
