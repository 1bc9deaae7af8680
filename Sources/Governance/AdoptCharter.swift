public import Acting
internal import Charters
public import Kernel
internal import Store

extension CharterEdition {
  /// An edition to put in force.
  public struct Edition: VerbInputs {
    public var charter: String
    public var edition: String
    /// The charter as YAML, checked by whoever calls.
    public var text: String
    /// When it enters into force.
    public var since: When
    public var decision: Decision.ID?

    public init(charter: String, edition: String, text: String, since: When, decision: Decision.ID? = nil) {
      self.charter = charter
      self.edition = edition
      self.text = text
      self.since = since
      self.decision = decision
    }
    public static let schema = Schema(
      "edition", Edition.init(charter:edition:text:since:decision:),
      Field("charter", \.charter, .word),
      Field("edition", \.edition, .notEmpty),
      Field("text", \.text, .notEmpty),
      Field("since", \.since),
      Field("decision", \.decision))
  }

  /// Puts an edition in force from a date on. The edition before it ends the day (month, year) before, and stays
  /// readable: what was true under it is still asked for by date.
  ///
  /// Refused are a date that is not after the beginning of the edition in force, and a decision that was not taken, or not
  /// by a body that the charter in force lets decide on itself.
  public static let adopting = Making<CharterEdition, Edition>(
    "adopt", under: keeping, may: .secretariatOr(.charter(.amendment)),
    then: { adopted, inputs, occasion in
      let connection = occasion.connection
      guard
        var before = try connection.charterEditions(of: inputs.charter).last(where: { $0.id != adopted.id }),
        before.period.until == nil
      else { return }
      before.period.until = inputs.since.preceding
      try occasion.write(before, "adopt", after: connection.version(of: before.id))
    }
  ) { inputs, occasion in
    let connection = occasion.connection
    try inputs.refuseWhatIsNotDecided(occasion)
    if let before = try connection.charterEditions(of: inputs.charter)
      .last(where: { $0.edition != inputs.edition }), let began = before.period.since,
      began.first >= inputs.since.first
    {
      throw Refusal(
        "not-later", ["edition": "\(before.edition)", "since": "\(began)"], field: "period.since")
    }
    return CharterEdition(
      id: ID("\(inputs.charter)-\(inputs.edition)"), charter: inputs.charter, edition: inputs.edition,
      period: Period(since: inputs.since), decision: inputs.decision, text: inputs.text)
  }

  /// An edition is adopted, which ends the one before it, and never corrected: another edition says it otherwise.
  static let keeping = Keeping(CharterEdition.self, add: .system, correct: .system, takeBack: .system)
}

extension CharterEdition.Edition {
  fileprivate func refuseWhatIsNotDecided(_ occasion: Occasion) throws {
    // Today's charter says who may replace it.
    let inForce = try occasion.charter(on: occasion.today)
    let amenders = inForce?.amenders.bodies ?? []
    guard let decision else {
      guard let inForce, !amenders.isEmpty else { return }
      throw Refusal(
        "no-decision.charter", ["charter": .text(inForce.label), "bodies": .anyOf(amenders)],
        field: "decision")
    }
    guard let taken = try occasion.connection.one(decision) else {
      throw Refusal("dangling-reference.decision", ["decision": "\(decision)"], field: "decision")
    }
    guard taken.isBinding else {
      throw Refusal(
        "not-decided.charter",
        [
          "decision": "\(decision)", "outcome": .text(taken.outcome.rawValue),
          "state": .text(taken.state.rawValue),
        ], field: "decision")
    }
    guard let inForce, !amenders.isEmpty else { return }
    guard inForce.amenders.allow(taken.body.text, on: taken.subject) else {
      throw Refusal(
        "not-the-decider.amendment",
        [
          "decision": "\(decision)", "body": "\(taken.body)", "subject": .text(taken.subject),
          "charter": .text(inForce.label), "bodies": .anyOf(amenders),
          "subjects": .list(inForce.amenders.subjects),
        ], field: "decision")
    }
  }
}

extension When {
  /// The day, month or year before, as exact as this one.
  var preceding: When {
    let (year, month, day) = Day(number: first.number - 1).civil
    return switch precision {
    case .day: When(year, month, day)
    case .month: When(year, month)
    case .year: When(year)
    }
  }
}
