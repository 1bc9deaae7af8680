public import Charters
public import Kernel
public import Registry
public import Store

extension Formation {
  /// Names the charter drafted for it. It checks clean, is not the charter of this partnership, and enough partners have
  /// agreed by that day. A better draft may replace it until the launch.
  ///
  /// - Parameters:
  ///   - draft: the charter, read and checked.
  ///   - text: the charter as YAML, kept with the formation; nil where it is built in.
  ///   - host: the charter in force here on the day.
  @discardableResult
  public static func charter(
    _ id: ID, _ draft: CharterReading, text: String?, on day: Day, seen: Int? = nil, under host: Charter,
    _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (formation, version) = try found(id, seen: seen, connection)
    var chartered = try formation.moved(by: "charter", as: intent.capacity)
    let named = draft.charter ?? draft.readable
    chartered.charter = named?.id
    chartered.edition = named?.edition
    chartered.charterText = text
    chartered.chartered = When(day)
    let lacks =
      chartered.lacksOfPartners(under: host, by: When(day)) + chartered.lacksOfCharter(draft, under: host)
    if let lack = lacks.first { throw lack.refusal }
    return try Journal(connection, stamp).append(chartered, intent, after: version)
  }

  /// What a launch leaves on record.
  public struct Launch: Sendable {
    public let formation: Formation
    public let partnership: Partnership
    /// How the new partnership is tied to treaties, as its charter says it; empty where it is tied to none.
    public let interactions: [Interaction]
  }

  /// Launches the partnership: the body that the charter here names has decided, and everything that the steps before
  /// asked for still holds. The new partnership is kept beside this one, with its ties to treaties.
  ///
  /// Its own store is not made here: it is another journal, with a host of its own, and one act cannot stand in two.
  ///
  /// - Parameter draft: the charter that the formation names, read again today.
  @discardableResult
  public static func launch(
    _ id: ID, by decision: Decision.ID, _ draft: CharterReading?, on day: Day, seen: Int? = nil,
    under host: Charter, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Launch {
    let (formation, version) = try found(id, seen: seen, connection)
    var launched = try formation.moved(by: "launch", as: intent.capacity)
    try allowLaunch(intent.capacity, host.launchDeciders)
    launched.decision = decision
    launched.launched = When(day)
    let lacks =
      launched.lacksOfPartners(under: host, by: When(day)) + launched.lacksOfCharter(draft, under: host)
      + (try launched.lacksOfDecision(under: host, connection)) + launched.lacksOfOrder
    if let lack = lacks.first { throw lack.refusal }
    guard let charter = draft?.charter, let taken = try connection.one(decision) else {
      throw launched.lack(.charter).refusal
    }
    let partnership = Partnership(
      launched: .init(charter.id), name: charter.name, goal: charter.goal, on: day,
      promotedBy: launched.proposer, founders: launched.agreed(under: host, by: When(day)).partners,
      source: decision.text, provenance: taken.provenance)
    guard try connection.one(partnership.id) == nil else {
      throw Refusal(
        "already-there",
        "there is a partnership \u{201C}\(partnership.id)\u{201D} already; the new one's charter takes another id",
        field: "charter")
    }
    let interactions = try launched.interactions(of: charter, taken, on: day, connection)
    launched.partnership = partnership.id
    let journal = try Journal(connection, stamp)
    try journal.append(partnership, intent)
    for interaction in interactions { try journal.append(interaction, intent) }
    try journal.append(launched, intent, after: version)
    return Launch(formation: launched, partnership: partnership, interactions: interactions)
  }

  private static func allowLaunch(_ capacity: Capacity, _ deciders: LaunchDeciders) throws {
    guard case .member(let body) = capacity, !deciders.bodies.contains(body) else { return }
    let others = (deciders.bodies + ["the secretariat"]).joined(separator: ", ")
    throw Refusal(
      "not-allowed", "\(capacity) may not launch a partnership; \(others) may", field: "capacity")
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
