internal import Charters
internal import Finance
internal import Governance
internal import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Telling
internal import Web
internal import Workplan

extension Loading {
  func home() throws -> HomePage {
    let areas = try valid(Area.self, "ORDER BY number, id")
    return HomePage(
      name: page.partnership, goal: charter.map { Statement(said($0.goal), Basis($0.goalGround.provenance)) },
      standing: try standing(), now: try charter.flatMap { try mainRule($0) }, figures: try headlines(areas),
      news: try news(), map: try map(),
      areas: areas.map { area in
        HomePage.Area(
          name: Linked(said(area.name), .area(area.id.text)), text: Said(life(of: area)),
          basis: basisOfLife(area),
          plannedEnd: said(area.plannedEnd))
      },
      rolledUp: try rollUps(), joining: charter.map(joining) ?? [])
  }

  /// What an application states, as the charter asks it, and that leaving is free.
  private func joining(_ charter: Charter) -> [Statement] {
    var statements = charter.mustState.map {
      Statement(Said(words.term("state-in-letter", $0)), Basis(charter.admissionGround.provenance))
    }
    if charter.leavesAlways {
      statements.append(
        Statement(Said(words["home.leaving"]), Basis(charter.leavingGround.provenance)))
    }
    return statements
  }

  /// To whom the whole partnership reports.
  private func mainRule(_ charter: Charter) throws -> Statement? {
    guard let line = try AddresseeLine.lines(of: charter, connection).first, let id = line.body else {
      return nil
    }
    let body = try body(named: id)
    return Statement(
      Said(words["home.reportsTo", ["body": body.text.text]], language), Basis(line.provenance),
      route: body.route)
  }

  func mainAddressee(_ charter: Charter) throws -> Linked? {
    try AddresseeLine.lines(of: charter, connection).first?.body.map { try body(named: $0) }
  }

  /// How the partnership came about, up to the day: its beginning and its last milestones.
  private func standing() throws -> [Dated] {
    let milestones = try valid(
      Milestone.self,
      """
      AND subject IN (SELECT charter FROM \(CharterEdition.self) UNION SELECT treaty FROM \(TreatyPhase.self))
      AND date IS NOT NULL ORDER BY date, id
      """
    ).map(dated)
    return milestones.count <= 7 ? milestones : Array(milestones.prefix(1) + milestones.suffix(6))
  }

  func dated(_ milestone: Milestone) -> Dated {
    Dated(
      Period(since: milestone.date, until: milestone.date),
      Linked(said(milestone.text), .record(kind: Milestone.kind, id: milestone.id.text)),
      basis: Basis(milestone.provenance))
  }

  private func headlines(_ areas: [Area]) throws -> [FigureView] {
    var figures: [FigureView] = []
    let counts = try latestCounts()
    if var first = counts.first {
      first.others = Array(counts.dropFirst())
      figures.append(first)
    }
    let ending = areas.first { $0.plannedEnd != nil }
    figures.append(
      FigureView(
        name: words["nav.areas"], amount: .number(Double(areas.count)), mark: .computed,
        sources: areas.first.map { Basis($0.provenance).sources } ?? [],
        note: ending.map { Said(words["home.areas.ending", ["name": said($0.name).text]], language) },
        route: .areas))
    let posts = try valid(Post.self)
    if let partners = counts.first(where: { $0.mark == .qualifier(.exact) }),
      case .number(let value) = partners.amount,
      !posts.isEmpty
    {
      figures.append(
        FigureView(
          name: words["home.partnersPerPost"], amount: .number(value / Double(posts.count)), mark: .computed,
          sources: partners.sources + posts.flatMap { Basis($0.provenance).sources }.prefix(1),
          note: Said(
            words[
              "home.partnersPerPost.note",
              ["partners": words.number(value), "posts": words.number(Double(posts.count))]]),
          route: .record(kind: Post.kind, id: posts[0].id.text)))
    }
    if let funding = try connection.all(
      FinanceStatement.self,
      """
      WHERE about = 'funding' AND direction IS NOT NULL AND cycle IN
      (SELECT id FROM cycle WHERE period_since <= \(day)) ORDER BY cycle DESC, id LIMIT 1
      """
    ).first, let direction = funding.direction {
      figures.append(
        FigureView(
          name: words["home.funding"], amount: .word(Said(words.term("direction", direction.rawValue))),
          mark: .amountNotStated, sources: Basis(funding.provenance).sources, note: said(funding.text),
          route: .record(kind: FinanceStatement.kind, id: funding.id.text)))
    }
    return figures
  }

  /// What sources of the latest date say of the number of partners, the exact one first.
  func latestCounts() throws -> [FigureView] {
    let latest: [PartnerCount] = try connection.all(
      PartnerCount.self,
      """
      WHERE part_of IS NULL AND date = (SELECT max(date) FROM \(PartnerCount.self)
      WHERE part_of IS NULL AND date <= \(day)) ORDER BY id
      """)
    return latest.sorted { $0.count.qualifier == .exact && $1.count.qualifier != .exact }.map { count in
      FigureView(
        name: words["nav.partners"], count.count, showsUnit: false, note: said(count.text),
        route: .record(kind: PartnerCount.kind, id: count.id.text))
    }
  }

  /// Sessions, milestones and documents of the time before the day, newest first.
  private func news() throws -> [Dated] {
    let sessions = try valid(
      Session.self, "AND period_since IS NOT NULL ORDER BY period_since DESC, id LIMIT 6"
    )
    .map(dated)
    // What happened on the first or last day of a session is told by the session.
    let milestones = try valid(
      Milestone.self,
      """
      AND date IS NOT NULL AND date NOT IN (SELECT period_since FROM \(Session.self) WHERE period_since IS NOT NULL)
      AND date NOT IN (SELECT period_until FROM \(Session.self) WHERE period_until IS NOT NULL)
      ORDER BY date DESC NULLS LAST, id LIMIT 6
      """
    ).map(dated)
    let newest = (sessions + milestones).sorted { a, b in
      (b.when.since ?? When(0), b.title.text.text) < (a.when.since ?? When(0), a.title.text.text)
    }
    return Array(newest.prefix(5))
  }

  func dated(_ session: Session) throws -> Dated {
    Dated(
      session.period, Linked(try title(of: session), .record(kind: Session.kind, id: session.id.text)),
      text: said(session.text), basis: Basis(session.provenance))
  }

  func title(of session: Session) throws -> Said {
    let body = try self.body(session.body)
    let form = words.term("form", session.form)
    let number = session.number.map { "\(form) \($0)" } ?? form
    guard let body else { return Said(number) }
    return Said("\(body.text.text), \(number.lowercased())", body.text.language)
  }

  /// Partners by country; where none has one, the places of the sessions and meetings up to the day.
  private func map() throws -> HomePage.Map {
    let partners = try partnersByCountry()
    let placed = partners.filter { !$0.key.isEmpty }
    if !placed.isEmpty { return .partners(placed, total: partners.values.reduce(0, +), basis: nil) }
    let sessions = try valid(Session.self).compactMap(\.country?.code)
    guard !sessions.isEmpty else { return .nothing }
    return .others(
      Dictionary(grouping: sessions) { $0 }.mapValues(\.count), caption: Said(words["home.map.sessions"]),
      heading: Said(words["home.map.sessions.heading"]),
      basis: nil)
  }
}
