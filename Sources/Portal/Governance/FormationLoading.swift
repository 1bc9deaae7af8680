internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web
internal import Wording

extension Loading {
  func formations() throws -> FormationsPage {
    FormationsPage(
      rows: try valid(Formation.self, "ORDER BY identified DESC NULLS LAST, id").map { formation in
        FormationsPage.Row(
          name: Linked(said(formation.name), .formation(formation.id.text)), way: way(of: formation),
          need: said(formation.need), identified: formation.identified, basis: Basis(formation.provenance))
      })
  }

  /// One of them as it stood on the day shown; nil where there is none by then.
  func formation(_ id: String) throws -> FormationPage? {
    guard let formation = try valid(Formation.self, "AND id = \(id)").first else { return nil }
    let reached = formation.reached(on: day)
    let isPast = reached != formation.reached || formation.isAbandoned != formation.isAbandoned(by: day)
    let steps = Formation.steps.prefix { $0 != reached } + [reached]
    let isProposed = steps.contains(.proposal)
    let draft = steps.contains(.charter) ? formation.draft : nil
    return FormationPage(
      name: said(formation.name), goal: isProposed ? said(formation.goal) : nil, way: way(of: formation),
      needFacts: try needFacts(formation),
      proposal: isProposed ? try proposal(formation) : [],
      founders: steps.contains(.partners) ? try founders(formation) : [],
      charter: steps.contains(.charter) ? charter(formation, draft) : [],
      remarks: formation.charterText == nil
        ? [] : draft?.warnings.map { $0.refusal.told(in: language) } ?? [],
      launch: steps.contains(.launched) ? try launch(formation) : [],
      end: formation.isAbandoned(by: day)
        ? [
          Fact(words["formations.abandoned"], .when(formation.abandoned)),
          Fact(words["formations.reason"], said(formation.reason).map { .text($0) } ?? .notStated),
        ] : [],
      missing: try isPast || formation.state == .launched || formation.isAbandoned
        ? nil : missing(formation, draft), record: .record(kind: Formation.kind, id: id))
  }

  private func missing(_ formation: Formation, _ draft: CharterReading?) throws -> [String]? {
    try charter.map { host in
      try formation.missing(draft, under: host, connection).map { $0.sentence(in: language) }
    }
  }

  private func way(of formation: Formation) -> Way {
    let reached = formation.reached(on: day)
    let furthest = Formation.steps.firstIndex(of: reached) ?? 0
    let isAbandoned = formation.isAbandoned(by: day)
    var steps = Formation.steps.enumerated().map { index, step in
      Way.Step(
        state: StateView(
          shape: index <= furthest ? .done : isAbandoned ? .none : .notBegun,
          word: words.term("state", step.rawValue)),
        isReached: index <= furthest, isFurthest: index == furthest && !isAbandoned)
    }
    if isAbandoned {
      let end = StateView(shape: .returned, word: words.term("state", Formation.State.abandoned.rawValue))
      steps = steps.filter(\.isReached) + [Way.Step(state: end, isReached: true, isFurthest: true)]
    }
    return Way(steps: steps)
  }

  private func needFacts(_ formation: Formation) throws -> [Fact] {
    var grounds: [Linked] = []
    if let id = formation.legalBasis, let basis = try one(id) {
      grounds.append(Linked(name(of: basis), .record(kind: LegalBasis.kind, id: id.text)))
    }
    if let id = formation.request, let request = try one(id) {
      grounds.append(Linked(said(request.text), .record(kind: Request.kind, id: id.text)))
    }
    if let id = formation.uncertainty, let uncertainty = try one(id) {
      grounds.append(Linked(said(uncertainty.text), .record(kind: Uncertainty.kind, id: id.text)))
    }
    var facts = [
      Fact(words["formations.need"], .text(said(formation.need)), basis: Basis(formation.provenance))
    ]
    if !grounds.isEmpty { facts.append(Fact(words["formations.restsOn"], .linked(grounds))) }
    if let id = formation.treaty, let treaty = try one(id) {
      facts.append(
        Fact(
          words["formations.treaty"],
          .linked([Linked(said(treaty.name), .record(kind: Treaty.kind, id: id.text))])))
    }
    return facts + [Fact(words["formations.identified"], .when(formation.identified))]
  }

  private func proposal(_ formation: Formation) throws -> [Fact] {
    [
      Fact(words["formations.proposal"], said(formation.proposal).map { .text($0) } ?? .notStated),
      Fact(words["formations.goal"], said(formation.goal).map { .text($0) } ?? .notStated),
      Fact(
        words["formations.proposer"],
        try formation.proposer.map { .linked([try party(named: $0)]) } ?? .notStated),
      Fact(words["formations.proposed"], .when(formation.proposed)),
    ]
  }

  /// By main sector, in the order of the charter; those who had left by the day, or agreed after it, say so by their day.
  private func founders(_ formation: Formation) throws -> [FormationPage.Founder] {
    let sectors = charter?.mainSectors ?? []
    func place(_ founder: Founder) -> Int {
      let main = charter?.mainSector(of: founder.sector)
      return sectors.firstIndex { $0.id == main } ?? sectors.count
    }
    return try formation.founders.sorted { (place($0), $0.id) < (place($1), $1.id) }.map { founder in
      let place = place(founder)
      return FormationPage.Founder(
        sector: place < sectors.count
          ? said(sectors[place].name).text : words.term("sector", founder.sector),
        name: Linked(
          said(founder.name),
          try one(Partner.ID(founder.id)) == nil ? nil : .partner(founder.id)),
        agreed: founder.agreed.flatMap { $0.first <= day ? $0 : nil },
        left: founder.left.flatMap { $0.first <= day ? $0 : nil })
    }
  }

  private func charter(_ formation: Formation, _ draft: CharterReading?) -> [Fact] {
    guard let charter = formation.charter, let edition = formation.edition else { return [] }
    let isBuiltIn = formation.charterText == nil
    return [
      Fact(
        words["formations.charter"],
        .linked([Linked(Said("\(charter) \(edition)"), isBuiltIn ? .model(charter) : nil)])),
      Fact(
        words["formations.checks"],
        .text(
          Said(
            draft?.charter == nil
              ? words["formations.checks.faults"]
              : isBuiltIn ? words["formations.checks.builtIn"] : words["formations.checks.fine"]))),
      Fact(words["formations.chartered"], .when(formation.chartered)),
    ]
  }

  private func launch(_ formation: Formation) throws -> [Fact] {
    var facts: [Fact] = []
    if let id = formation.decision, let decision = try one(id) {
      facts.append(
        Fact(
          words["column.decision"],
          .linked([Linked(said(decision.text), .record(kind: Decision.kind, id: id.text))]),
          basis: Basis(decision.provenance)))
    }
    facts.append(Fact(words["formations.launched"], .when(formation.launched)))
    if let id = formation.partnership, let made = try one(id) {
      facts.append(
        Fact(
          words["formations.partnership"],
          .linked([Linked(said(made.name), .record(kind: Partnership.kind, id: id.text))])))
    }
    return facts
  }

  /// A body, area or partner by its name; another organisation by its word.
  private func party(named id: String) throws -> Linked {
    if let area = try one(Area.ID(id)) { return Linked(said(area.name), .area(id)) }
    if let partner = try one(Partner.ID(id)) { return Linked(said(partner.name), .partner(id)) }
    return try body(named: id)
  }
}

extension Formation {
  fileprivate var isAbandoned: Bool { state == .abandoned }
  fileprivate func isAbandoned(by day: Day) -> Bool {
    isAbandoned && (abandoned.map { $0.first <= day } ?? true)
  }

  /// The furthest step by a day: a step without a day of its own counts with the one before it.
  fileprivate func reached(on day: Day) -> State {
    var furthest = State.need
    for step in Self.steps {
      guard self.day(of: step).map({ $0.first <= day }) ?? true else { break }
      furthest = step
      if step == reached { break }
    }
    return furthest
  }
}
