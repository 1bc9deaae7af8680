internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  /// One of them as it stood on the day shown; nil where there was none yet.
  func motion(_ id: String) throws -> MotionPage? {
    guard let course = try connection.course(of: .init(id)), let motion = course.standing(on: day) else {
      return nil
    }
    let steps = course.steps.filter { $0.day <= day }
    // Who voted, and under which edition, is told for the day of the count.
    let then = motion.isEnded ? motion.counted ?? day : day
    let charter = try charters.inForce(on: then, connection)
    let ruling = charter.flatMap { charter in
      motion.ruling(in: charter).map {
        RuleTeller(rule: $0, charter: charter, words: words, name: name(in: charter))
      }
    }
    let vote = try VoteLoading(motion, on: then, charter, self)
    return MotionPage(
      id: id,
      title: Said(words["motions.on", ["subject": words.term("decision-subject", motion.subject)]]),
      text: said(motion.text), state: state(motion.state.rawValue),
      facts: try facts(motion, ruling), earlierTexts: earlierTexts(steps),
      rule: ruling.map { $0.sentences + $0.seconding } ?? [],
      ruleName: words.term("decision-rule", motion.rule), ruleFacts: ruleFacts(ruling),
      missing: motion.isEnded ? nil : vote.missing(charter), counts: counts(steps),
      register: try vote.register(page.address, after: cursor), parts: try parts(decidedBy: motion),
      history: steps.reversed().map(told))
  }

  private func facts(_ motion: Motion, _ ruling: RuleTeller?) throws -> [Fact] {
    var facts = [
      Fact(
        words["column.body"], .linked([try body(named: motion.body.text)]), basis: Basis(motion.provenance)),
      Fact(words["motions.proposers"], .linked(try motion.proposers.map(member(named:)))),
    ]
    if !motion.seconders.isEmpty || !(ruling?.seconding.isEmpty ?? true) {
      facts.append(Fact(words["motions.seconders"], .linked(try motion.seconders.map(member(named:)))))
    }
    if let id = motion.session {
      let session = try one(id)
      facts.append(
        Fact(
          words["column.session"],
          .linked([
            Linked(
              try session.map { try title(of: $0) } ?? Said(id.text), .record(kind: Session.kind, id: id.text)
            )
          ])))
    }
    if let form = motion.form {
      facts.append(Fact(words["motions.form"], .text(Said(words.term("form", form)))))
    }
    if let ruling {
      facts.append(Fact(words["motions.effect"], .text(Said(ruling.effect(on: motion.form)))))
    }
    for (name, day) in [
      (words["motions.opened"], motion.opened), (words["motions.changed"], motion.changed),
      (words["motions.counted"], motion.counted), (words["motions.until"], motion.until),
    ] {
      if let day { facts.append(Fact(name, .when(When(day)))) }
    }
    if let outcome = motion.outcome {
      facts.append(Fact(words["motions.result"], .state(result(outcome))))
    }
    if motion.outcome == .carried, let decision = try one(Decision.ID(motion.id.text)) {
      facts.append(
        Fact(
          words["column.decision"],
          .linked([
            Linked(
              Said(
                [words.term("outcome", decision.outcome.rawValue), decision.date.map { words.date($0) }]
                  .compactMap { $0 }.joined(separator: ", ")),
              .record(kind: Decision.kind, id: decision.id.text))
          ])))
    }
    return facts
  }

  private func ruleFacts(_ ruling: RuleTeller?) -> [Fact] {
    guard let ruling else { return [] }
    let place = [
      ruling.charter.label,
      ruling.rule.ground.line > 0
        ? words["explain.atLine", ["line": String(ruling.rule.ground.line)]] : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    return [
      Fact(
        words["motions.charter"],
        .linked([
          Linked(
            Said(place),
            .record(kind: CharterEdition.kind, id: "\(ruling.charter.id)-\(ruling.charter.edition)"))
        ]), basis: Basis(ruling.rule.ground.provenance))
    ]
  }

  private func earlierTexts(_ steps: [MotionStep]) -> [Dated] {
    zip(steps, steps.dropFirst()).filter { $0.motion.text != $1.motion.text }.map { before, after in
      Dated(
        Period(since: When(after.day), until: When(after.day)), Linked(said(before.motion.text)),
        basis: Basis([]))
    }.reversed()
  }

  private func counts(_ steps: [MotionStep]) -> [MotionPage.Count] {
    steps.compactMap { step in
      step.count.map { count in
        MotionPage.Count(
          number: count.round, day: step.motion.counted, rule: words.term("decision-rule", count.rule),
          outcome: step.motion.outcome.map(result), lines: count.lines.map { said($0) })
      }
    }
  }

  private func told(_ step: MotionStep) -> Dated {
    let by = words["record.by", ["actor": step.act.actor, "capacity": capacity(step.act.capacity)]]
    let ground = step.act.basis.isEmpty ? "" : " \(words["record.under"]) \(step.act.basis)"
    return Dated(
      Period(since: When(step.day), until: When(step.day)), Linked(Said(words.term("verb", step.act.verb))),
      text: Said(by + ground), basis: Basis([]))
  }

  /// A member of a body as its register names it: a partner, or the holder of a seat.
  func member(named id: String) throws -> Linked {
    if let partner = try one(Partner.ID(id)) { return Linked(said(partner.name), .partner(id)) }
    if let seat = try one(Seat.ID(id)) {
      return Linked(Said(seat.holder), .record(kind: Seat.kind, id: id))
    }
    return Linked(Said(id))
  }

  /// What a rule's words for categories, bodies and members mean.
  private func name(in charter: Charter) -> (String) -> String {
    { id in
      if let category = charter.categories.first(where: { $0.id == id }) { return said(category.name).text }
      if let body = charter.bodies.first(where: { $0.id == id }) { return said(body.name).text }
      return words.term("actor", id)
    }
  }
}
