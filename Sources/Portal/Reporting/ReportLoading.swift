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
  func reports() throws -> ReportsPage {
    let addressee = try charter.flatMap { try mainAddressee($0) }
    return ReportsPage(
      rows: try connection.cycles().filter { ($0.period.since?.first ?? day) <= day }.map { cycle in
        ReportsPage.Row(
          name: Linked(title(short(cycle.id.text)), .report(short(cycle.id.text))), period: cycle.period,
          state: state(cycle.period.covers(day) ? "running" : "over"), addressee: addressee,
          basis: Basis(cycle.provenance))
      })
  }

  /// “Progress report 2009–2010”.
  private func title(_ cycle: String) -> Said {
    let isYears = cycle.allSatisfy { $0 == "-" || $0.isNumber }
    return Said(words["report.title", ["cycle": cycle.replacing("-", with: isYears ? "\u{2013}" : " ")]])
  }

  func short(_ cycle: String) -> String { cycle.hasPrefix("cycle-") ? String(cycle.dropFirst(6)) : cycle }

  /// The page of a report that was assembled from records.
  func report(_ report: ProgressReport) throws -> ReportPage {
    let counts = report.members.counts.filter { $0.partOf == nil }
    let members = counts.sorted { $0.count.qualifier == .exact && $1.count.qualifier != .exact }.map { line in
      FigureView(
        name: words["report.members"], line.count, note: said(line.text),
        route: .record(kind: PartnerCount.kind, id: line.record))
    }
    let activities = report.modes.reduce(0) { $0 + $1.activities.count }
    let headline = members.first.map { first in
      var figure = first
      figure.others = Array(members.dropFirst())
      return figure
    }
    return ReportPage(
      cycle: short(report.cycle.record), name: title(short(report.cycle.record)), period: report.cycle.period,
      state: state(report.cycle.period.covers(day) ? "running" : "over"),
      addressees: try report.addressees.map(addressee),
      figures: [
        headline,
        FigureView(
          name: words["nav.areas"], amount: .number(Double(report.areas.count)), mark: .computed,
          route: .areas),
        FigureView(
          name: words["nav.activities"], amount: .number(Double(activities)), mark: .computed,
          route: .activities),
        FigureView(name: words["report.posts"], amount: .number(Double(report.posts.count)), mark: .computed),
      ].compactMap { $0 },
      members: members
        + report.members.counts.filter { $0.partOf != nil }.map {
          FigureView(
            name: words.term("category", $0.category ?? "other"), $0.count,
            route: .record(kind: PartnerCount.kind, id: $0.record))
        },
      participation: report.participation.contains { $0.partners > 0 } ? report.participation : [],
      areas: try report.areas.map { line in
        let area = try one(Area.ID(line.record))
        return ReportPage.Area(
          name: Linked(said(line.name), .area(line.record)), activities: line.activities,
          state: state(line.state), life: area.map(life) ?? "",
          basis: area.map(basisOfLife) ?? Basis(line.provenance))
      },
      modes: try report.modes.map { section in
        ReportPage.Mode(
          name: words.term("mode", section.mode ?? "not-stated"), activities: try section.activities.map(row))
      },
      levels: report.levels, alignment: alignment(report.alignment) { _ in true },
      posts: try report.posts.map(post),
      load: [
        report.staffing.map { FigureView(name: words["report.staffing"], $0, showsUnit: false) },
        report.partnersPerPost.map(load),
      ].compactMap { $0 },
      results: results(of: report),
      rolledUp: try charter.flatMap { try rollUps(report.rolledUp, under: $0) },
      weaknesses: try report.weaknesses.map(weakness), requests: try report.requests.map(request),
      movements: report.finance.statements.compactMap { line in
        line.direction.flatMap { ReportPage.Movement.Direction(rawValue: $0) }.map { direction in
          ReportPage.Movement(
            subject: Said(words.term("subject", line.about)), direction: direction,
            text: Statement(
              said(line.text), Basis(line.provenance),
              route: .record(kind: "finance-statement", id: line.record)),
            causes: line.causes.map(cause))
        }
      },
      contributions: report.finance.sums.map(sum), windows: try money(report.finance.windows),
      shortfall: try shortfall(report.shortfall),
      examinations: report.finance.examinations)
  }

  private func row(_ line: ActivityLine) throws -> ActivityRow {
    ActivityRow(
      title: Linked(said(line.text), .activity(line.record)), mode: nil,
      nature: line.nature.map { words.term("nature", $0) },
      phase: line.phase.map { words.term("phase", $0) } ?? "",
      areas: try areas(line.areas), period: line.period, basis: Basis(line.provenance))
  }

  /// Sums by area and currency, then those of the whole.
  private func shortfall(_ section: ShortfallSection) throws -> ShortfallView {
    ShortfallView(
      sums: try section.sums.map { line in
        let area = try line.area.map { try areas([$0])[0] }
        return sum(line, named: area ?? Linked(Said(words["report.whole"])))
      }, actions: section.actions.map(action))
  }

  private func post(_ line: PostLine) throws -> ReportPage.Post {
    ReportPage.Post(
      grade: Linked(Said(line.grade), .record(kind: "post", id: line.record)), purpose: said(line.purpose),
      since: line.period.since, until: line.period.until,
      tenure: line.tenure.map { FigureView(name: words["column.tenure"], $0) },
      fullTime: line.fullTime.map { figure in
        var share = FigureView(name: words["column.fullTime"], figure, showsUnit: false)
        share.sources = []
        return share
      },
      funder: try line.funder.map { id in
        Linked(
          try one(Window.ID(id)).map { said($0.name) } ?? Said(id),
          .record(kind: Window.kind, id: id))
      },
      basis: Basis(line.provenance))
  }

  private func load(_ figure: Figure) -> FigureView {
    FigureView(name: words["home.partnersPerPost"], figure)
  }

  private func weakness(_ line: WeaknessLine) throws -> ReportPage.Weakness {
    ReportPage.Weakness(
      text: Statement(
        said(line.text), Basis(line.provenance), route: .record(kind: "uncertainty", id: line.record)),
      statedBy: try line.statedBy.map { try body(named: $0) }, isMain: line.isMain,
      causes: line.causes.map(cause))
  }

  /// Where one part goes; the whole partnership is the part `default`.
  private func addressee(_ line: AddresseeLine) throws -> ReportPage.Addressee {
    ReportPage.Addressee(
      part: line.part == "default" ? nil : Linked(Said(words.term("stream", line.part))),
      body: try line.body.map { try body(named: $0) },
      rule: Statement(said(line.rule), Basis(line.provenance)))
  }

  /// What was measured, without the numbers of projects that the programme's are made of: those are told with them.
  private func results(of report: ProgressReport) -> [FigureView] {
    let carried = Set(
      report.rolledUp.flatMap { $0.parts.map(\.observation) + $0.leftOut.map(\.observation) })
    return report.observations.filter { $0.activity == nil || !carried.contains($0.record) }.map(result)
  }

  private func result(_ line: ObservationLine) -> FigureView {
    FigureView(
      name: [words.term("indicator", line.indicator), line.medium.map { words.term("medium", $0) }].compactMap
      { $0 }
      .joined(separator: ", "),
      line.amount, note: said(line.text), route: .record(kind: "observation", id: line.record))
  }

  private func request(_ line: RequestLine) throws -> RequestsPage.Row {
    let answer = line.answers.first
    return RequestsPage.Row(
      question: Linked(said(line.text), .record(kind: "request", id: line.record)),
      from: try body(named: line.from),
      to: try body(named: line.to), session: nil, asked: line.asked, kind: nil, state: state("answered"),
      answer: try answer.map { answer in
        try answer.document.flatMap { try one(Document.ID($0)) }.map {
          Linked(said($0.title), .record(kind: Document.kind, id: $0.id.text))
        } ?? Linked(try body(named: answer.by).text, .record(kind: "answer", id: answer.record))
      },
      answered: answer?.date, days: line.timeToAnswer?.value.map { Int($0) }, basis: Basis(line.provenance))
  }

  private func cause(_ line: CauseLine) -> Statement {
    Statement(
      Said("\(said(line.text).text) (\(words.term("strength", line.strength)))", said(line.text).language),
      Basis(line.provenance), route: .record(kind: "cause", id: line.record))
  }

  private func sum(_ line: SumLine) -> FigureView {
    FigureView(
      name: "\(words.term("sector", line.sector)), \(words.term("contribution", line.kind))",
      amount: .money(line.minor, line.currency), mark: .computed,
      sources: line.sources.map { SourceRef($0) })
  }
}
