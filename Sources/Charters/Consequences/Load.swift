public import Kernel

/// A report that someone owes someone under a linkage.
public struct OwedReport: Composed {
  /// Who owes it: an area, a body, `parties`.
  public var actor: String
  /// The charter's reporting line.
  public var line: String
  /// Any of these receives it; empty where no rule names one.
  public var to: [String]
  public var what: [String]
  /// The parts it tells of, where the linkage sends them to different bodies.
  public var parts: [String]
  /// Times a year; nil where nobody says how often.
  public var perYear: Double?
  /// Whether a Party owes it as a Party: a regime of its own, not counted with the partnership's (A29).
  public var isTreatyDuty: Bool
  /// Whether it is owed on no regular occasion, but when something asks for it.
  public var isOccasional: Bool
  public var reasons: [Reason]

  public static let schema = Schema(
    "owed-report", OwedReport.init(actor:line:to:what:parts:perYear:isTreatyDuty:isOccasional:reasons:),
    Field("actor", \.actor),
    Field("line", \.line),
    Field("to", \.to),
    Field("what", \.what),
    Field("parts", \.parts),
    Field("per_year", \.perYear),
    Field("is_treaty_duty", \.isTreatyDuty),
    Field("is_occasional", \.isOccasional),
    Field("reasons", \.reasons))

  /// Whether it counts in the load of the partnership.
  public var counts: Bool { !isTreatyDuty && !isOccasional }
}

/// The same thing asked of one actor by two bodies.
public struct AskedTwice: Composed {
  public var actor: String
  /// members, results, finance ...
  public var what: String
  public var to: [String]
  public var lines: [String]

  public static let schema = Schema(
    "asked-twice", AskedTwice.init(actor:what:to:lines:),
    Field("actor", \.actor),
    Field("what", \.what),
    Field("to", \.to),
    Field("lines", \.lines))
}

/// Who owes which reports when each part has its addressee.
struct Load {
  let around: Surroundings
  /// The parts of the partnership and where each reports to, in order.
  let addressees: [(part: String, to: [String])]

  func owed() -> [OwedReport] {
    around.charter.reporting.flatMap { line in
      let actors = line.from == "areas" ? around.areas : [line.from]
      return actors.flatMap { actor in owed(line, by: actor) }
    }
  }

  private func owed(_ line: Charter.ReportingLine, by actor: String) -> [OwedReport] {
    let routes: [(to: [String], parts: [String])]
    if line.to != "linkage" {
      routes = [([line.to], [])]
    } else if line.from == "areas", let own = addressees.first(where: { $0.part == actor }) {
      routes = [(own.to, [actor])]
    } else {
      // One report to each body, about the parts that report to it.
      routes = addressees.map(\.to).uniqued.map { to in (to, addressees.filter { $0.to == to }.map(\.part)) }
    }
    let (perYear, reasons) = rhythm(of: line)
    return routes.map { route in
      OwedReport(
        actor: actor, line: line.id, to: route.to, what: line.what, parts: route.parts, perYear: perYear,
        isTreatyDuty: ["parties", "party"].contains(line.from),
        isOccasional: line.rhythm == nil && line.when != nil,
        reasons: [Reason("reporting-line", at: "reporting.\(line.id)", line.ground)] + reasons)
    }
  }

  private func rhythm(of line: Charter.ReportingLine) -> (perYear: Double?, reasons: [Reason]) {
    let perYear: Double?
    var records: [String] = []
    switch line.rhythm {
    case .months(let months): perYear = 12 / months
    case .meeting(let body): perYear = around.calendar.meetingsAYear(of: body)
    case .cycle:
      let cycle = around.facts.cycles.last { $0.months.map { $0 > 0 } ?? false }
      perYear = cycle?.months.map { 12 / Double($0) }
      records = cycle.map { [$0.record] } ?? []
    case nil: perYear = nil
    }
    guard let perYear else { return (nil, [Reason(.derived, "rhythm-not-stated")]) }
    return ((perYear * 100).rounded() / 100, [Reason(.derived, "rhythm", records: records)])
  }

  static func askedTwice(_ owed: [OwedReport]) -> [AskedTwice] {
    var found: [AskedTwice] = []
    for actor in owed.map(\.actor).uniqued {
      let reports = owed.filter { $0.actor == actor && !$0.isOccasional }
      guard reports.count > 1 else { continue }
      for what in reports.flatMap(\.what).uniqued {
        let asking = reports.filter { $0.what.contains(what) }
        let bodies = asking.compactMap(\.to.first).uniqued
        guard bodies.count > 1 else { continue }
        found.append(
          AskedTwice(actor: actor, what: what, to: bodies, lines: asking.map(\.line).uniqued))
      }
    }
    return found
  }

  /// The answers about load that hold for the whole arrangement.
  func cells(_ owed: [OwedReport], _ twice: [AskedTwice]) -> [Cell] {
    let counted = owed.filter(\.counts)
    let lines = around.charter.reporting.filter { line in counted.contains { $0.line == line.id } }
    let parties = around.charter.reporting.filter { ["parties", "party"].contains($0.from) }
    let facts = around.facts
    var cells = [
      Cell(
        .load, counted.isEmpty ? .notStated : .given, number: Double(counted.count), unit: "report",
        because: lines.map { Reason("reporting-line", at: "reporting.\($0.id)", $0.ground) }
          + [Reason(.derived, "reports-in-a-round")]),
      Cell(
        .askedTwice, twice.isEmpty ? .none : .given, twice.map { [$0.what] }, number: Double(twice.count),
        because: [Reason(.derived, "asked-twice")]),
      Cell(
        .partiesReportTo, parties.isEmpty ? .notStated : .given, parties.map { [$0.to] }.uniqued,
        because: parties.isEmpty
          ? [Reason(.derived, "charter-is-silent")]
          : parties.map { Reason("reporting-line", at: "reporting.\($0.id)", $0.ground) }),
    ]
    if let partners = facts.partners, let posts = facts.posts, posts.value > 0 {
      cells.append(
        Cell(
          .partnersPerPost, number: partners.value / posts.value, unit: "partner/post",
          because: [
            Reason(
              .derived, "partners-per-post", records: partners.records + posts.records,
              source: (partners.source + posts.source).uniqued)
          ]))
    } else {
      cells.append(Cell(.partnersPerPost, .notStated, because: [Reason(.recorded, "no-amount")]))
    }
    return cells
  }
}
