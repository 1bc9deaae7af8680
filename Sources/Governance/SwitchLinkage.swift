public import Acting
internal import Charters
public import Kernel
internal import Registry
public import Store

extension LinkageSwitch {
  /// An option to put in force.
  public struct Change: VerbInputs {
    /// By number or id.
    public var option: String
    public var since: Day?
    /// One of each body that the charter names for the option in force; where a part is tied formally, of each body it
    /// names for that too.
    public var decisions: [String]
    public init(option: String, since: Day? = nil, decisions: [String]) {
      self.option = option
      self.since = since
      self.decisions = decisions
    }
    public static let schema = Schema(
      "change-of-option", Change.init(option:since:decisions:),
      Field("option", \.option), Field("since", \.since), Field("decisions", \.decisions))
    public var day: Day? { since }
  }

  /// Puts another option in force from a day on. What was reported before stays where it went.
  ///
  /// Refused is a decision that is missing or of others, and a day that is not possible.
  public static let switching = Making<LinkageSwitch, Change>(
    "switch", under: keeping, may: .secretariatOr(.charter(.option(.field("option"))))
  ) { inputs, occasion in
    let (since, connection) = (inputs.since ?? occasion.today, occasion.connection)
    let charter = try occasion.neededCharter(on: since)
    let option = try charter.option(inputs.option)
    guard charter.linkage.option != option.id else {
      throw Refusal(
        "already-in-force", ["number": "\(option.number)", "option": "\(option.id)", "day": "\(since)"],
        field: "option")
    }
    let deciders = charter.deciders(on: option)
    guard !deciders.isEmpty else {
      throw Refusal("no-decider")
    }
    try refuseBodiesToCome(charter, option, on: since, connection)
    let decisions = inputs.decisions.map { Decision.ID($0) }
    try refuseWhatIsNotDecided(deciders, decisions, by: since, connection)
    if let last = try connection.linkageSwitches(of: charter.id).last, last.since >= since {
      throw Refusal(
        "not-later.switch", ["option": "\(last.option)", "since": "\(last.since)"], field: "since")
    }
    return LinkageSwitch(
      id: ID("\(charter.id)-\(option.id)-\(since)"), charter: charter.id, option: option.id,
      before: charter.linkage.option, since: since, decisions: decisions)
  }

  /// An option is put in force by its verb alone, which asks for the decisions.
  static let keeping = Keeping(LinkageSwitch.self, add: .system, correct: .system)

  /// A part cannot be tied to a body that is not there: of a choice, one must be.
  private static func refuseBodiesToCome(
    _ charter: Charter, _ option: Option, on day: Day, _ connection: any Connection
  ) throws {
    let terms =
      [(part: "default", terms: option.terms)]
      + option.parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    for (part, terms) in terms where terms.modality != .none {
      let there = try terms.targets.contains { try connection.exists($0, in: charter, on: day) }
      guard !there else { continue }
      let since = try terms.targets.compactMap { try connection.one(Body.ID($0))?.period.since }.min()
      let place: [String: Phrase.Value] = [
        "number": "\(option.number)", "targets": .anyOf(terms.targets), "day": "\(day)",
        "part": part == "default" ? .phrase(Phrase("refusal.body-not-yet.partnership")) : .text(part),
      ]
      throw since.map {
        Refusal("body-not-yet.since", place.merging(["since": "\($0)"]) { $1 }, field: "since")
      } ?? Refusal("body-not-yet", place, field: "since")
    }
  }

  private static func refuseWhatIsNotDecided(
    _ deciders: [[String]], _ decisions: [Decision.ID], by day: Day, _ connection: any Connection
  ) throws {
    let taken = try decisions.map { id in
      guard let decision = try connection.one(id) else {
        throw Refusal("dangling-reference.decision", ["decision": "\(id)"], field: "decisions")
      }
      guard decision.isBinding, decision.subject == "option-in-force" else {
        throw Refusal(
          "not-decided.switch",
          [
            "decision": "\(id)", "outcome": .text(decision.outcome.rawValue),
            "subject": .text(decision.subject), "state": .text(decision.state.rawValue),
          ], field: "decisions")
      }
      if let date = decision.date, date.first > day {
        throw Refusal(
          "before-decided", ["decision": "\(id)", "date": "\(date)", "day": "\(day)"], field: "since")
      }
      return decision
    }
    for slot in deciders where !taken.contains(where: { slot.contains($0.body.text) }) {
      throw deciders.count == 1
        ? Refusal("not-the-decider.switch", ["bodies": .anyOf(slot)], field: "decisions")
        : Refusal(
          "not-the-decider.formal-tie",
          ["bodies": .anyOf(slot), "all": .joined(deciders.map { .anyOf($0) }, by: "phrase.comma")],
          field: "decisions")
    }
  }
}

extension Connection {
  /// The switches of a partnership, oldest first.
  public func linkageSwitches(of charter: String) throws -> [LinkageSwitch] {
    try all(LinkageSwitch.self, "WHERE charter = \(charter) ORDER BY since, id")
  }

  /// Whether a body exists on a day: a record that says since when decides, else the charter and the treaty's phase.
  func exists(_ body: String, in charter: Charter, on day: Day) throws -> Bool {
    if let period = try one(Body.ID(body))?.period, period.since != nil { return period.covers(day) }
    guard let declared = charter.body(body) else { return false }
    guard declared.period.covers(day) else { return false }
    guard let phase = declared.fromPhase else { return true }
    let order = ["negotiating", "adopted", "in-force"]
    let begun = try phasesBegun(by: day).compactMap { order.firstIndex(of: $0) }.max() ?? -1
    return begun >= order.firstIndex(of: phase) ?? 0
  }
}
