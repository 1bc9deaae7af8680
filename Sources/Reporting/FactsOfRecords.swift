public import Charters
internal import Finance
internal import Governance
public import Kernel
internal import Registry
public import Store
internal import Workplan

// It stands in Reporting because no other capability may know all that it asks: bodies and partners (Registry), sessions,
// texts and phases (Governance), activities (Workplan), money and posts (Finance), and cycles, which are Reporting's own.

extension Facts {
  /// What the records contribute to the consequences of a linkage, as they stand on a day.
  public static func of(_ charter: Charter, on day: Day, _ connection: any Connection) throws -> Facts {
    var facts = Facts()
    facts.sittings = try sittings(by: day, connection)
    facts.bodies = Dictionary(
      try connection.all(Body.self, "ORDER BY id").map { ($0.id.text, $0.period) }
    ) { first, _ in first }
    facts.phases = Dictionary(
      grouping: try connection.all(
        TreatyPhase.self, "WHERE \(Query.isValid(TreatyPhase.self, on: day)) ORDER BY since, id"),
      by: \.treaty.text
    ).mapValues { $0.map { Facts.Phase($0.phase, since: $0.since.first) } }
    try facts.addAreas(on: day, connection)
    try facts.addWork(on: day, connection)
    try facts.addMoney(on: day, connection)
    try facts.addPeople(on: day, connection)
    try facts.addReporting(charter, on: day, connection)
    return facts
  }

  /// Meetings that had begun by the day. One to come counts for no gap: nobody can say on a past day whether it was known.
  private static func sittings(by day: Day, _ connection: any Connection) throws -> [Sitting] {
    try connection.all(
      Session.self,
      "WHERE body IS NOT NULL AND period_since IS NOT NULL AND period_since <= \(day) ORDER BY period_since, id"
    ).compactMap { session in
      // A meeting known by its month or year gives no days between it and the next.
      guard let body = session.body, let since = session.period.since, since.precision == .day else {
        return nil
      }
      let until = session.period.until.flatMap { $0.precision == .day ? $0.first : nil }
      return Sitting(
        record: "session/\(session.id)", body: body.text, number: session.number, since: since.first,
        until: until ?? since.first, source: session.provenance.source)
    }
  }

  private mutating func addAreas(on day: Day, _ connection: any Connection) throws {
    let found = try connection.all(
      Area.self, "WHERE \(Query.isValid(Area.self, on: day)) ORDER BY number, id")
    areas = found.map(\.id.text)
    areaNames = Dictionary(found.map { ($0.id.text, $0.name) }) { first, _ in first }
    for area in found { if let end = area.plannedEndOn { ends[area.id.text] = end.last } }
  }

  /// What runs in a phase that had begun, or has begun by its own date.
  private mutating func addWork(on day: Day, _ connection: any Connection) throws {
    let begun = try connection.phasesBegun(by: day)
    let activities = try connection.all(
      Activity.self, "WHERE \(Query.isValid(Activity.self, on: day)) ORDER BY id"
    ).filter { activity in
      guard ![.ended, .takenOver].contains(activity.state) else { return false }
      if let until = activity.period.until, until.last < day { return false }
      return activity.period.since != nil || (activity.phase.map(begun.contains) ?? true)
    }
    work = activities.map {
      Work(record: "activity/\($0.id)", areas: $0.areas, stream: $0.stream, nature: $0.nature)
    }
    let carriedOut = Dictionary(grouping: activities.filter { $0.priorityAction != nil }) {
      $0.priorityAction?.text ?? ""
    }
    let plans = Set(
      try connection.all(BusinessPlan.self, "WHERE \(Query.isValid(BusinessPlan.self, on: day))").map(
        \.id.text))
    needs = try connection.all(PriorityAction.self, "ORDER BY id").filter {
      $0.plan.map { plans.contains($0.text) } ?? true
    }.map { action in
      let by = carriedOut[action.id.text] ?? []
      return Need(
        record: "priority-action/\(action.id)", area: action.area.text, stream: Self.only(by.map(\.stream)),
        nature: Self.only(by.map(\.nature)), need: action.need.map(Amount.init(_:)),
        secured: action.secured.map(Amount.init(_:)), source: action.provenance.source)
    }
  }

  /// The value that all have; nil where they differ or there is none.
  private static func only(_ values: [String?]) -> String? {
    Set(values).count == 1 ? values[0] : nil
  }

  /// Contributions of the cycle that runs on the day, or else of the last one before it; of pledges, what is
  /// still to come.
  private mutating func addMoney(on day: Day, _ connection: any Connection) throws {
    budgeted = Set(try connection.all(BudgetLine.self, "WHERE amount_minor IS NOT NULL").map(\.id.text))
    pledges = try connection.all(
      Pledge.self, "WHERE \(Query.isValid(Pledge.self, on: day)) AND state <> 'written-off' ORDER BY id"
    ).filter { $0.outstanding > 0 }.map { pledge in
      var amount = Amount(pledge.amount)
      amount.minor = pledge.outstanding
      return Gift(
        record: "pledge/\(pledge.id)", window: pledge.window?.text, earmark: pledge.earmark?.text,
        amount: amount,
        source: pledge.provenance.source)
    }
    guard let cycle = try Self.cycles(by: day, connection).last?.id else { return }
    received = try connection.all(Contribution.self, "WHERE cycle = \(cycle.text) ORDER BY id").map { gift in
      Gift(
        record: "contribution/\(gift.id)", window: gift.window?.text, earmark: gift.earmark?.text,
        amount: Amount(gift.amount), source: gift.provenance.source)
    }
  }

  /// An exact count that a source gives comes before a count of our own records, which may name but a few.
  private mutating func addPeople(on day: Day, _ connection: any Connection) throws {
    let stated = try connection.all(
      PartnerCount.self, "WHERE part_of IS NULL AND date <= \(day) ORDER BY date DESC, id"
    ).first { $0.count.qualifier == .exact }
    if let stated, let value = stated.count.value {
      partners = Count(value, records: ["partner-count/\(stated.id)"], source: stated.provenance.source)
    }
    let named: Query = "WHERE state <> 'suspended' AND \(Query.isMember(on: day))"
    if partners == nil {
      let count: Int = try connection.value("SELECT count(*) FROM \(Partner.self) " + named) ?? 0
      if count > 0 { partners = Count(Double(count), records: []) }
    }
    let governments: [String] = try connection.rows(
      "SELECT id FROM \(Partner.self) " + named + " AND category = 'government' ORDER BY id"
    ) { try $0.text() }
    if !governments.isEmpty {
      self.governments = Count(Double(governments.count), records: governments.map { "partner/\($0)" })
    }
    let posts = try connection.all(
      Post.self, "WHERE \(Query.isValid(Post.self, on: day)) ORDER BY period_since NULLS FIRST, id")
    if !posts.isEmpty {
      self.posts = Count(
        Double(posts.count), records: posts.map { "post/\($0.id)" },
        source: Array(Set(posts.flatMap(\.provenance.source))).sorted())
    }
  }

  private mutating func addReporting(_ charter: Charter, on day: Day, _ connection: any Connection) throws {
    cycles = try Self.cycles(by: day, connection).map { cycle in
      Facts.Cycle(
        record: "cycle/\(cycle.id)", since: cycle.period.since?.first, months: cycle.months,
        isRunning: cycle.period.covers(day), source: cycle.provenance.source)
    }
    var met: Set<String> = []
    texts = try connection.all(
      GoverningDocument.self,
      "WHERE \(Query.isValid(GoverningDocument.self, on: day)) ORDER BY document, period_since DESC NULLS LAST, id"
    ).filter { met.insert($0.document).inserted }.map { text in
      Text(
        record: "governing-document/\(text.id)", document: text.document, areas: text.areas,
        source: text.provenance.source)
    }
    for line in try connection.all(ReportingLine.self, "ORDER BY id") {
      lines[line.id.text] = "reporting-line/\(line.id)"
    }
    reportsSent = try connection.all(ReportSent.self, "WHERE sent <= \(day) ORDER BY sent, id").map {
      "report-sent/\($0.id)"
    }
  }

  private static func cycles(by day: Day, _ connection: any Connection) throws -> [Reporting.Cycle] {
    try connection.cycles().filter { ($0.period.since?.first).map { $0 <= day } ?? false }
  }
}

extension Amount {
  init(_ money: Money) {
    self.init(minor: money.minor, currency: money.currency, isInKind: money.kind == .inKind)
  }
}
