internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  func meanings() -> [TreatiesPage.Meaning] {
    (charter?.natures ?? []).map { nature in
      TreatiesPage.Meaning(
        name: said(nature.name), kind: words.term("nature", nature.class.rawValue),
        whoseChoice: nature.by.map { words.term("chosen-by", $0) },
        wordings: nature.wordings.map { words.term("wording", $0) },
        through: nature.through.map { words.term("through", $0) }, basis: Basis(nature.ground.provenance))
    }
  }

  private func country(_ country: Country) -> String {
    CountryNames.shared.name(of: country.code, in: language)
  }

  func measures() throws -> [TreatiesPage.Measure] {
    try valid(DiscretionaryMeasure.self, "ORDER BY party, since NULLS FIRST, id").map { measure in
      let place = [
        measure.article.map { words["regime.article", ["number": $0]] },
        measure.wording.map { words.term("wording", $0) },
      ].compactMap { $0 }
      return TreatiesPage.Measure(
        text: Linked(said(measure.text), .record(kind: DiscretionaryMeasure.kind, id: measure.id.text)),
        party: country(measure.party), kind: words.term("form", measure.form.rawValue),
        states: measure.states.map(country), place: place.isEmpty ? nil : place.joined(separator: ", "),
        since: measure.since, basis: Basis(measure.provenance))
    }
  }

  func ambition() -> Statement? {
    charter?.ambition.map {
      Statement(
        Said($0.mayExceedTreaty ? words["treaties.ambition.may"] : words["treaties.ambition.mayNot"]),
        Basis($0.ground.provenance))
    }
  }

  func targetsBeyond() throws -> [TreatiesPage.Target] {
    try connection.targetsBeyondTreaties().map { target, duty in
      let name = words.term("indicator", target.indicator)
      let article = words["regime.article", ["number": duty.article]]
      return TreatiesPage.Target(
        area: try areas([target.area.text])[0],
        target: target.amount.map {
          FigureView(
            name: name, $0, note: said(target.text), route: .record(kind: Target.kind, id: target.id.text))
        }
          ?? FigureView(
            name: name, amount: said(target.text).map { .word($0) } ?? .notStated,
            mark: .qualifier(target.provenance.qualifier), sources: Basis(target.provenance).sources,
            route: .record(kind: Target.kind, id: target.id.text)),
        duty: Linked(
          Said([article, said(duty.text)?.text].compactMap { $0 }.joined(separator: ": ")),
          .record(kind: TreatyDuty.kind, id: duty.id.text)),
        treaty: target.treatyAmount.map { FigureView(name: name, $0) })
    }
  }

  func streams() throws -> [TreatiesPage.Stream] {
    guard let charter else { return [] }
    return try connection.streamServices(of: charter, on: day).map { service in
      TreatiesPage.Stream(
        name: charter.streams.first { $0.id == service.stream }.map { said($0.name) } ?? Said(service.stream),
        role: service.servesSince.map {
          StateView(shape: .done, word: words["treaties.serves", ["date": words.dateInSentence($0)]])
        } ?? StateView(shape: .notBegun, word: words["treaties.servesNotYet"]),
        preparing: service.preparing.count, serving: service.serving.count, undated: service.undated.count)
    }
  }

  func streamRule() -> Statement? {
    charter?.streamRole.map {
      Statement(
        Said(words["treaties.streams.rule", ["phase": words.term("phase", $0.begins)]]),
        Basis($0.ground.provenance))
    }
  }

  /// Where the text of the partnership's own treaty speaks of partnerships: what was begun before it, and since.
  func effort(around treaty: Governance.Treaty) throws -> TreatiesPage.EffortAround? {
    guard let own = own(treaty), own.mentionsPartnerships == "yes",
      let adopted = treaty.adopted, adopted.first <= day
    else { return nil }
    let counts = try connection.all(
      PartnerCount.self, "WHERE part_of IS NULL AND date IS NOT NULL AND date <= \(day) ORDER BY date, id")
    func figure(_ count: PartnerCount?, _ name: String) -> FigureView? {
      count.map {
        FigureView(
          name: name, $0.count, showsUnit: false, note: said($0.text),
          route: .record(kind: PartnerCount.kind, id: $0.id.text))
      }
    }
    return TreatiesPage.EffortAround(
      treaty: said(own.name), day: adopted,
      rows: try connection.effort(around: adopted.first, until: day).map {
        .init(
          name: words.term("effort", $0.measure.rawValue), before: $0.before, after: $0.after,
          undated: $0.undated)
      },
      counts: [
        figure(counts.last { $0.date.last < adopted.first }, words["treaties.counted.before"]),
        figure(counts.last { $0.date.first >= adopted.first }, words["treaties.counted.after"]),
      ].compactMap { $0 })
  }
}
