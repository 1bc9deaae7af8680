internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  func treaties() throws -> TreatiesPage {
    let found = try connection.all(Governance.Treaty.self, "ORDER BY sector, id").filter(isKnown)
    let treaties = found.filter { own($0) != nil } + found.filter { own($0) == nil }
    let names = Dictionary(uniqueKeysWithValues: treaties.map { ($0.id, $0.name) })
    return TreatiesPage(
      treaties: try treaties.map(row), ties: try ties(names), meanings: meanings(), measures: try measures(),
      ambition: ambition(), targets: try targetsBeyond(), streams: try streams(), streamRule: streamRule(),
      efforts: try treaties.compactMap(effort(around:)))
  }

  /// What the charter says of a treaty that is the partnership's own.
  func own(_ treaty: Governance.Treaty) -> Charter.Treaty? {
    charter?.treaties.first { $0.id == treaty.id.text }
  }

  /// Whether there was anything of the treaty on the day: a text, or a negotiation.
  private func isKnown(_ treaty: Governance.Treaty) throws -> Bool {
    guard let earliest = treaty.adopted ?? treaty.inForce, earliest.first > day else { return true }
    return try connection.phase(of: treaty.id, on: day) != nil
  }

  private func row(_ treaty: Governance.Treaty) throws -> TreatiesPage.Treaty {
    let own = own(treaty)
    func reached(_ when: When?) -> When? { when.flatMap { $0.first <= day ? $0 : nil } }
    return TreatiesPage.Treaty(
      name: Linked(said(own?.name ?? treaty.name), .record(kind: Governance.Treaty.kind, id: treaty.id.text)),
      sector: treaty.sector.map { words.term("sector", $0) }, adopted: reached(treaty.adopted),
      inForce: reached(treaty.inForce),
      phase: try connection.phase(of: treaty.id, on: day).map { words.term("phase", $0.phase) },
      mentions: answer(
        own?.mentionsPartnerships ?? treaty.mentionsPartnerships, treaty.mentionsBasis, own?.mentionsGround),
      saysHow: answer(
        own?.saysHowToImplement ?? treaty.saysHowToImplement, treaty.implementBasis, own?.saysHowGround),
      partnershipsCame: treaty.partnershipsCame.map { words.term("came", $0) },
      // What is said of the text as it is now was not known before it was adopted.
      note: reached(treaty.adopted ?? treaty.inForce).flatMap { _ in said(treaty.text) },
      // What its phases rest on; the charter grounds each answer by itself.
      basis: Basis(own?.phases.last { $0.since.first <= day }?.ground.provenance ?? treaty.provenance))
  }

  /// A general statement is told as one: it says nothing of this treaty in particular (A13, A40).
  private func answer(_ word: String?, _ basis: String?, _ own: Ground?) -> TreatiesPage.Answer {
    let word = word ?? "unknown"
    let hasAnswer = !["unknown", "undecided"].contains(word)
    return TreatiesPage.Answer(
      word: words.term("answer", word),
      ground: hasAnswer ? basis.flatMap { $0 == "unknown" ? nil : words.term("answer-ground", $0) } : nil,
      basis: own.map { Basis($0.provenance) })
  }

  private func ties(_ treaties: [Governance.Treaty.ID: Translated]) throws -> [TreatiesPage.Tie] {
    try connection.all(Interaction.self, "WHERE treaty IS NOT NULL ORDER BY id").compactMap { interaction in
      guard let treaty = interaction.treaty, let name = treaties[treaty] else { return nil }
      let partnership = try interaction.partnership.flatMap { try one($0) }
      if let since = partnership?.period.since, since.first > day { return nil }
      let own = interaction.partnership?.text == charter?.id ? charter : nil
      let tie = try own.map(ownTie)
      return TreatiesPage.Tie(
        partnership: Linked(
          said(partnership?.name) ?? Said(interaction.id.text),
          .record(kind: Interaction.kind, id: interaction.id.text)),
        owners: try (partnership?.promotedBy ?? []).map(owner),
        treaty: Linked(said(name), .record(kind: Governance.Treaty.kind, id: treaty.text)),
        time: [
          interaction.timeRelation.map { words.term("time-relation", $0) },
          partnership?.period.since.map { words.dates(Period(since: $0, until: partnership?.period.until)) },
        ].compactMap { $0 }.joined(separator: ", "),
        manner: tie?.manner ?? manner(interaction.modality ?? "none"),
        restsOn: try tie.map(\.restsOn) ?? interaction.basis.flatMap(ground),
        isComplement: interaction.isComplement ?? false,
        reportsTo: try (tie?.reportsTo ?? interaction.reportsTo).map { try body(named: $0) },
        treatySideReportsTo: try interaction.treatySideReportsTo.map { try body(named: $0) },
        basis: Basis(interaction.provenance))
    }
  }

  private func owner(_ id: String) throws -> Linked {
    guard try one(Body.ID(id)) == nil else { return try body(named: id) }
    return Linked(Said(words.term("actor", id)))
  }

  private func manner(_ modality: String) -> StateView {
    let shape: StateView.Shape =
      switch modality {
      case "formal": .formalLink
      case "none": .none
      default: .memorandum
      }
    return StateView(shape: shape, word: words.term("modality", modality))
  }

  /// The tie of this partnership as it is in force on the day, which a body may have changed since it was recorded.
  private func ownTie(
    _ charter: Charter
  ) throws -> (manner: StateView, restsOn: Linked?, reportsTo: String?) {
    let option = charter.linkage.option.flatMap { id in charter.options.first { $0.id == id } }
    let terms = option?.terms ?? charter.linkage.terms
    let parts = option?.parts ?? charter.linkage.parts
    // Spelled out: a bare `.none` beside an optional would be read as nil.
    let untied = LinkageTerms.Modality.none
    let tied = parts.filter { $0.value.modality != untied }.keys.sorted()
    var manner = manner(terms?.modality.rawValue ?? "none")
    if (terms?.modality ?? untied) == untied, let first = tied.first.flatMap({ parts[$0] }) {
      manner = self.manner(first.modality.rawValue)
      let names = tied.map { id in
        charter.streams.first { $0.id == id }.map { said($0.name).text }
          ?? charter.areas.first { $0.id == id }.map { said($0.name).text } ?? id
      }
      manner.word = words["treaties.partly", ["tie": manner.word, "parts": words.list(names)]]
    }
    let made = try connection.linkageSwitches(of: charter.id).last { $0.since <= day }
    return (
      manner,
      made.flatMap { made in
        made.option == option?.id
          ? Linked(
            Said(words.dates(Period(since: When(made.since)))),
            .record(kind: LinkageSwitch.kind, id: made.id.text)) : nil
      }, charter.addressee().bodies.first
    )
  }

  /// What a tie rests on: an exemption of the treaty, an agreement, a decision.
  private func ground(_ id: String) throws -> Linked? {
    if let exemption = try one(Exemption.ID(id)) {
      return Linked(
        Said(
          words[
            "treaties.exemption",
            ["substance": exemption.substance, "use": words.term("exempt-use", exemption.use)]]),
        .record(kind: Exemption.kind, id: id))
    }
    if let agreement = try one(Agreement.ID(id)) {
      let parts = [words.term("form", agreement.form), agreement.signed.map { words.date($0) }]
      return Linked(
        Said(parts.compactMap { $0 }.joined(separator: ", ")), .record(kind: Agreement.kind, id: id))
    }
    guard let basis = try one(LegalBasis.ID(id)) else { return nil }
    let parts = [basis.decision, basis.takenOn.map { words.date($0) }]
    return Linked(
      Said(parts.compactMap { $0 }.joined(separator: ", ")), .record(kind: LegalBasis.kind, id: id))
  }
}
