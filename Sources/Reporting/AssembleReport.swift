public import Kernel
public import Store
internal import Finance
internal import Governance
internal import Registry
public import Workplan

extension ProgressReport {
  /// Puts the report of a cycle together from the records there are.
  ///
  /// - Parameters:
  ///   - addressees: to whom each part reports under the linkage in force; the charter says it.
  ///   - rolledUp: the numbers that the charter has carried up from projects, as known on the day.
  ///   - day: the day on which areas, posts and members are counted; if nil, the one the cycle was reported on.
  /// - Throws: a `Refusal` for a cycle whose end is open, where no day is given.
  public static func assemble(
    _ cycle: Cycle, to addressees: [AddresseeLine], rolledUp: [RolledUp] = [], asOf day: Day? = nil,
    _ connection: any Connection
  ) throws -> ProgressReport {
    guard let day = day ?? cycle.reportedOn else {
      throw Refusal("open-cycle", ["cycle": "\(cycle.id)"], field: "as_of")
    }
    let activities = try connection.activities(in: cycle, on: day)
    let members = try memberSection(on: day, connection)
    let posts = try connection.posts(on: day)
    let causes = Dictionary(grouping: try connection.all(Cause.self, "ORDER BY id"), by: \.explains)
    var report = ProgressReport(
      cycle: CycleLine(
        record: cycle.id.text, period: cycle.period, months: cycle.months, document: cycle.report?.text,
        provenance: cycle.provenance),
      asOf: day, addressees: addressees, members: members,
      participation: try connection.participation(in: cycle, of: "developing", on: day),
      areas: try areaLines(activities, on: day, connection), modes: modeSections(activities),
      levels: LevelLine.table(of: activities), alignment: try connection.alignment(on: day),
      posts: posts.map { PostLine($0, on: day) },
      staffing: Staffing.fullTimeEquivalent(of: posts, on: day),
      partnersPerPost: partnersPerPost(members, posts: posts.count, on: day),
      observations: try connection.observations(by: day).map(ObservationLine.init(_:)), rolledUp: rolledUp,
      finance: try financeSection(cycle, on: day, causes, connection),
      shortfall: ShortfallSection(try connection.priorityActions(on: day)),
      weaknesses: try connection.uncertainties(on: day).map {
        try WeaknessLine($0, causes[$0.id.text] ?? [], connection)
      },
      requests: try connection.requestsAnswered(in: cycle, by: day).map(RequestLine.init(_:)), sources: [])
    report.sources = Array(Set(report.lines.flatMap(\.provenance.source))).sorted()
    return report
  }

  /// Keeps the addressees of one body only.
  /// - Throws: a `Refusal` if no part reports to it, with those that are reported to.
  public mutating func restrict(to body: String) throws {
    let all = Set(addressees.compactMap(\.body)).sorted()
    guard all.contains(body) else {
      let place: [String: Phrase.Value] = ["day": "\(asOf)", "body": "\(body.prefix(60))"]
      throw all.isEmpty
        ? Refusal(code: "addressee", Phrase("refusal.addressee.none", place), field: "to")
        : Refusal("addressee", place.merging(["known": .list(all)]) { $1 }, field: "to")
    }
    addressees.removeAll { $0.body != body }
  }

  private static func memberSection(on day: Day, _ connection: any Connection) throws -> MemberSection {
    let by: When? =
      try connection.value(
        "SELECT max(date) FROM \(PartnerCount.self) WHERE \(Query.isValid(PartnerCount.self, on: day))",
        as: When?.self) ?? nil
    let date = try by ?? connection.value("SELECT min(date) FROM \(PartnerCount.self)", as: When?.self) ?? nil
    let counts = try date.map {
      try connection.all(PartnerCount.self, "WHERE date = \($0) ORDER BY part_of IS NOT NULL, id")
    }
    let named: Int? = try connection.value(
      "SELECT count(*) FROM \(Partner.self) WHERE state <> 'suspended' AND \(Query.isMember(on: day))"
    )
    // The disagreement is about these counts only where they themselves differ.
    let differ = Set((counts ?? []).filter { $0.partOf == nil }.map(\.count.qualifier)).count > 1
    let disagreements =
      differ ? try connection.all(Disagreement.self, "WHERE subject = 'partners' ORDER BY id") : []
    return MemberSection(
      counts: (counts ?? []).map(MemberLine.init(_:)), isLater: by == nil && date != nil, named: named ?? 0,
      disagreements: disagreements.map(DisagreementLine.init(_:)))
  }

  private static func areaLines(
    _ activities: [Activity], on day: Day, _ connection: any Connection
  ) throws -> [AreaLine] {
    try connection.all(Area.self, "WHERE \(Query.isValid(Area.self, on: day)) ORDER BY number, id").map {
      area in
      AreaLine(
        record: area.id.text, name: area.name, state: area.state.rawValue,
        activities: activities.count { $0.areas.contains(area.id.text) }, provenance: area.provenance)
    }
  }

  private static func modeSections(_ activities: [Activity]) -> [ModeSection] {
    let groups = Dictionary(grouping: activities, by: \.mode)
    // Those without a mode stand last.
    return groups.keys.sorted { ($0 ?? "~") < ($1 ?? "~") }.map {
      ModeSection(mode: $0, activities: (groups[$0] ?? []).map(ActivityLine.init(_:)))
    }
  }

  private static func partnersPerPost(_ members: MemberSection, posts: Int, on day: Day) -> Figure? {
    let exact = members.counts.filter { $0.partOf == nil && $0.count.qualifier == .exact }
    guard posts > 0, exact.count == 1, let count = exact[0].count.value else { return nil }
    return Figure(
      value: count / Double(posts), unit: "partner/post", qualifier: .inferred, asOf: When(day),
      source: exact[0].count.source, verification: .inferred)
  }

  private static func financeSection(
    _ cycle: Cycle, on day: Day, _ causes: [String: [Cause]], _ connection: any Connection
  ) throws -> FinanceSection {
    let id = cycle.id.text
    let statements = try connection.all(FinanceStatement.self, "WHERE cycle = \(id) ORDER BY id")
    return FinanceSection(
      statements: statements.map { StatementLine($0, causes[$0.id.text] ?? []) },
      sums: SumLine.table(of: try connection.all(Contribution.self, "WHERE cycle = \(id) ORDER BY id")),
      windows: try connection.windowLines(on: day),
      examinations: try connection.all(
        FinanceExamination.self, "WHERE \(Query.isValid(FinanceExamination.self, on: day)) ORDER BY id"
      ).map { examination in
        // A conclusion of a later day was not known then.
        let isKnown = examination.concluded.map { $0.first <= day } ?? false
        return ExaminationLine(
          record: examination.id.text, question: examination.question,
          conclusion: isKnown ? examination.conclusion : nil,
          concluded: isKnown ? examination.concluded : nil,
          state: isKnown ? examination.state.rawValue : "open", provenance: examination.provenance)
      })
  }
}
