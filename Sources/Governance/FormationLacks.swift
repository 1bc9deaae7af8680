public import Charters
public import Kernel
internal import Registry
public import Store
internal import Wording

/// What each step asks of the record itself.
extension Formation {
  func lack(_ code: FormationLack.Code, _ values: [String: String] = [:]) -> FormationLack {
    FormationLack(code: code, values: values.merging(["formation": id.text]) { own, _ in own })
  }

  var lacksOfNeed: [FormationLack] {
    let hasGround =
      legalBasis != nil || request != nil || uncertainty != nil || !provenance.source.isEmpty
    return [
      name.isUnsaid ? lack(.name) : nil, need.isUnsaid ? lack(.need) : nil, hasGround ? nil : lack(.ground),
    ].compactMap { $0 }
  }

  var lacksOfProposal: [FormationLack] {
    [
      proposal.isUnsaid ? lack(.proposal) : nil, goal.isUnsaid ? lack(.goal) : nil,
      proposer == nil ? lack(.proposer) : nil,
    ].compactMap { $0 }
  }

  var lacksOfGathering: [FormationLack] {
    if founders.isEmpty { return [lack(.founders)] }
    let isNamed = founders.allSatisfy { $0.id.isWord && !$0.name.isUnsaid && $0.sector.isWord }
    return isNamed ? [] : [lack(.founderName)]
  }

  var lacksOfDraft: [FormationLack] { charter == nil || edition == nil ? [lack(.charter)] : [] }

  var lacksOfLaunch: [FormationLack] {
    decision == nil || launched == nil || partnership == nil ? [lack(.launch)] : []
  }

  /// Each known day is on or after those before it. A month or year may still be the same. Partners may join while the
  /// charter is written, so the last who agreed binds the launch alone.
  var lacksOfOrder: [FormationLack] {
    let agreements = founders.filter(\.isIn).compactMap(\.agreed)
    let days: [(step: String, day: When?)] = [
      ("need", identified), ("proposal", proposed), ("agreement", agreements.min()), ("charter", chartered),
    ]
    // A list, not the last one alone: an optional pair crashes the compiler when it optimises (Swift 6.3.1).
    var known: [(step: String, day: When)] = []
    for (step, day) in days {
      guard let day else { continue }
      if let last = known.last, let lack = lack(step, day, before: last) { return [lack] }
      known.append((step, day))
    }
    if let last = agreements.max(), known.allSatisfy({ $0.day < last }) { known.append(("agreement", last)) }
    guard let latest = known.last else { return [] }
    return [("launch", launched), ("abandonment", abandoned)].compactMap { step, day in
      day.flatMap { lack(step, $0, before: latest) }
    }
  }

  func lack(_ step: String, _ day: When, before other: (step: String, day: When)) -> FormationLack? {
    guard day.last < other.day.first else { return nil }
    return lack(
      .order,
      [
        "later": step, "day": day.description, "earlier": other.step, "before": other.day.description,
      ])
  }
}

/// What a step asks beyond the record: of the charter in force, of the new charter, of the decision.
extension Formation {
  /// How many agreed, and their main sectors in the charter's order.
  ///
  /// - Parameter day: counts those who agreed by then; nil counts all.
  public func agreed(under host: Charter, by day: When? = nil) -> (partners: Int, sectors: [String]) {
    let inIt = founders.filter { founder in
      guard founder.isIn, let agreed = founder.agreed else { return false }
      return day.map { agreed.first <= $0.last } ?? true
    }
    let sectors = Set(inIt.compactMap { host.mainSector(of: $0.sector) })
    return (inIt.count, host.mainSectors.map(\.id).filter(sectors.contains))
  }

  func lacksOfPartners(under host: Charter, by day: When? = nil) -> [FormationLack] {
    let rule = host.formation
    let agreed = agreed(under: host, by: day)
    let source = rule.ground.source.joined(separator: "; ")
    let ground = source.isEmpty ? host.label : source
    var lacks: [FormationLack] = []
    if agreed.partners < rule.leastPartners {
      lacks.append(
        lack(
          .partners,
          ["count": String(agreed.partners), "least": String(rule.leastPartners), "source": ground]))
    }
    if agreed.sectors.count < rule.leastSectors {
      lacks.append(
        lack(
          .sectors,
          [
            "sectors": agreed.sectors.isEmpty ? "0" : agreed.sectors.joined(separator: ", "),
            "least": String(rule.leastSectors), "source": ground,
          ]))
    }
    return lacks
  }

  /// - Parameter draft: the charter that it names, read; nil where it names none or an unknown one.
  func lacksOfCharter(_ draft: CharterReading?, under host: Charter) -> [FormationLack] {
    guard let charter else { return [lack(.charter)] }
    if charter == host.id { return [lack(.hostCharter, ["charter": charter])] }
    guard let draft else { return [lack(.charter)] }
    guard draft.charter == nil else { return [] }
    let fault = draft.faults.first?.refusal.description ?? ""
    return [lack(.charterFaulty, ["charter": charter, "fault": fault])]
  }

  func lacksOfDecision(under host: Charter, _ connection: any Connection) throws -> [FormationLack] {
    let deciders = host.launchDeciders
    guard !deciders.bodies.isEmpty else { return [lack(.decider)] }
    let asked = [
      "bodies": deciders.bodies.joined(separator: ", "),
      "subjects": deciders.subjects.joined(separator: ", "),
    ]
    guard let decision else { return [lack(.decision, asked)] }
    let named = ["decision": decision.text]
    guard let taken = try connection.one(decision) else { return [lack(.decisionUnknown, named)] }
    guard taken.isBinding else {
      return [
        lack(
          .decisionNotTaken,
          named.merging(["outcome": taken.outcome.rawValue, "state": taken.state.rawValue]) { $1 })
      ]
    }
    guard deciders.allow(taken.body.text, on: taken.subject) else {
      return [
        lack(
          .decisionOfOthers,
          asked.merging(named) { $1 }.merging(["body": taken.body.text, "subject": taken.subject]) { $1 })
      ]
    }
    guard let date = taken.date else { return [lack(.decisionUndated, named)] }
    return lacksOfDecisionDay(date)
  }

  /// It is taken once the charter is there, and the launch does not go before it.
  private func lacksOfDecisionDay(_ date: When) -> [FormationLack] {
    let late = chartered.flatMap { lack("decision", date, before: ("charter", $0)) }
    let early = launched.flatMap { lack("launch", $0, before: ("decision", date)) }
    return [late, early].compactMap { $0 }
  }

  /// What is missing for the next step, in the order in which it would be refused; empty after the last one.
  ///
  /// - Parameter draft: see `lacksOfCharter`.
  public func missing(
    _ draft: CharterReading?, under host: Charter, _ connection: any Connection
  ) throws -> [FormationLack] {
    switch state {
    case .need: lacksOfProposal
    case .proposal: lacksOfGathering
    case .partners: lacksOfPartners(under: host) + lacksOfCharter(draft, under: host)
    case .charter:
      try lacksOfPartners(under: host) + lacksOfCharter(draft, under: host)
        + lacksOfDecision(under: host, connection)
    case .launched, .abandoned: []
    }
  }
}
