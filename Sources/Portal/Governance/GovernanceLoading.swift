internal import Charters
internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  /// The bodies of the charter are shown, those of the context are not.
  func governance() throws -> GovernancePage {
    let documents = try connection.all(
      GoverningDocument.self,
      "WHERE period_since IS NULL OR period_since <= \(day) ORDER BY document, period_since NULLS FIRST, id")
    let framework = try connection.framework(on: day)
    return GovernancePage(
      framework: framework.map { text in
        [
          Fact(
            words["column.title"],
            .linked([Linked(said(text.name), .record(kind: GoverningDocument.kind, id: text.id.text))]),
            basis: Basis(text.provenance)),
          Fact(words["column.edition"], .code(text.edition)),
          Fact(words["column.period"], .period(text.period)),
        ]
      } ?? [],
      answers: try charter.map(answers) ?? [],
      documents: try documents.map { text in
        GovernancePage.Document(
          title: Linked(said(text.name), .record(kind: GoverningDocument.kind, id: text.id.text)),
          kind: words.term("form", text.document), symbol: nil, edition: text.edition,
          body: try body(text.decidedBy),
          period: text.period, state: state(text.period.covers(day) ? "in-force" : "superseded"),
          basis: Basis(text.provenance))
      },
      bodies: try valid(Body.self, "AND scope = \(charter?.id ?? "") ORDER BY id").map { body in
        GovernancePage.Body(
          name: Linked(said(body.name), .record(kind: Body.kind, id: body.id.text)),
          role: words.term("role", body.role), reportsTo: try self.body(body.partOf), period: body.period,
          basis: Basis(body.provenance))
      },
      sessions: try connection.sessions(begunBy: day).map { session in
        GovernancePage.Session(
          title: Linked(try title(of: session), .record(kind: Session.kind, id: session.id.text)),
          body: try body(session.body) ?? Linked(Said(words["nav.partners"])), period: session.period,
          place: session.place, basis: Basis(session.provenance))
      },
      mandates: try valid(Mandate.self).map {
        Statement(
          said($0.text) ?? Said($0.process), Basis($0.provenance),
          route: .record(kind: Mandate.kind, id: $0.id.text))
      },
      sharedOffices: try connection.sharedOffices().map { shared in
        GovernancePage.SharedOffice(
          office: Linked(said(shared.office.name), .record(kind: Body.kind, id: shared.office.id.text)),
          text: words[
            "governance.sharedOffice",
            ["processes": words.list(try shared.mandates.map { try name(ofProcess: $0.process) })]])
      },
      recognitions: try connection.recognitions(of: charter?.id ?? "").map(recognised),
      grounds: try valid(LegalBasis.self, "ORDER BY taken_on DESC NULLS LAST, id").map { ground in
        let name = [ground.decision, ground.paragraph.map { "§ \($0)" }].compactMap { $0 }.joined(
          separator: " ")
        return GovernancePage.Ground(
          title: Linked(
            Said(name.isEmpty ? ground.id.text : name), .record(kind: LegalBasis.kind, id: ground.id.text)),
          text: said(ground.text), taken: ground.takenOn, body: try body(ground.body),
          basis: Basis(ground.provenance))
      },
      milestones: try valid(Milestone.self, "ORDER BY date NULLS FIRST, id").map(dated))
  }

  private func name(ofProcess id: String) throws -> String {
    id == charter?.id ? page.partnership.text : try body(named: id).text.text
  }

  /// Which paragraph of which decision speaks of the partnership, and whether the place of the mark is sure.
  private func recognised(_ recognition: Recognition, _ ground: LegalBasis?) throws -> Statement {
    let cited = [ground?.decision, ground?.paragraph.map { "\u{A7} \($0)" }].compactMap { $0 }
    let name =
      cited.isEmpty ? try body(named: recognition.byBody.text).text.text : cited.joined(separator: ", ")
    let text = said(recognition.text)
    return Statement(
      recognition.isPositionUncertain
        ? Said(words["governance.recognition.unsure", ["place": name]])
        : Said([name, text?.text].compactMap { $0 }.joined(separator: ": "), text?.language),
      Basis(recognition.provenance),
      route: .record(kind: Recognition.kind, id: recognition.id.text))
  }

  /// Who sets priorities, in what form it is run and who answers for which function, as the charter says (A6, A7).
  private func answers(_ charter: Charter) throws -> [Fact] {
    var facts: [Fact] = []
    if !charter.priorities.isEmpty {
      facts.append(
        Fact(
          words["governance.priorities"],
          .linked(
            try charter.priorities.map { $0 == charter.id ? Linked(said(charter.name)) : try body(named: $0) }
          ),
          basis: Basis(charter.prioritiesGround.provenance)))
    }
    if let form = charter.form {
      facts.append(
        Fact(
          words["governance.form"], .text(Said(words.term("governance-form", form.kind.rawValue))),
          basis: Basis(form.ground.provenance)))
    }
    facts += try charter.responsibilities.map {
      Fact(
        words.term("function", $0.function), .linked([try body(named: $0.body)]),
        basis: Basis($0.ground.provenance))
    }
    return facts
  }

  /// What was made ready for a session, and who gave it.
  func briefings(for session: Session.ID) throws -> [Dated] {
    try connection.briefings(for: session).map { briefing in
      Dated(
        Period(since: briefing.date, until: briefing.date),
        Linked(
          try body(named: briefing.byBody.text).text,
          .record(kind: Briefing.kind, id: briefing.id.text)),
        text: said(briefing.text), basis: Basis(briefing.provenance))
    }
  }

  func requests() throws -> RequestsPage {
    let traces = try connection.requests(on: day)
    let answered = traces.compactMap(\.timeToAnswer)
    var figures = [
      FigureView(
        name: words["nav.requests"], amount: .number(Double(traces.count)), mark: .computed),
      FigureView(
        name: words.term("state", "answered"),
        amount: .number(Double(traces.count { $0.request.state == .answered })), mark: .computed),
    ]
    if let one = answered.first, answered.count == 1 {
      figures.append(FigureView(name: words["column.days"], one))
    }
    return RequestsPage(
      figures: figures,
      rows: try traces.map { trace in
        let request = trace.request
        let answer = trace.answers.first
        let document = try answer?.document.flatMap { try one($0) }
        return RequestsPage.Row(
          question: Linked(said(request.text), .record(kind: Request.kind, id: request.id.text)),
          from: try body(request.fromBody) ?? Linked(Said("")),
          to: try body(request.toBody) ?? Linked(Said("")),
          session: try request.session.flatMap { try one($0) }.map {
            Linked(try title(of: $0), .record(kind: Session.kind, id: $0.id.text))
          },
          asked: request.date, kind: words.term("form", request.form), state: state(request.state.rawValue),
          answer: answer.map { answer in
            document.map { Linked(said($0.title), .record(kind: Document.kind, id: $0.id.text)) }
              ?? Linked(
                said(answer.text) ?? Said(answer.id.text), .record(kind: Answer.kind, id: answer.id.text))
          },
          answered: answer?.date, days: trace.timeToAnswer?.value.map { Int($0) },
          basis: Basis(request.provenance))
      })
  }
}
