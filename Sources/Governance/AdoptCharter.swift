public import Kernel
public import Store

extension CharterEdition {
  /// Puts an edition in force from a date on. The edition before it ends the day (month, year) before, and stays
  /// readable: what was true under it is still asked for by date.
  ///
  /// - Parameters:
  ///   - text: the charter as YAML, checked by whoever calls.
  ///   - since: when it enters into force.
  /// - Throws: a `Refusal` where the date is not after the beginning of the edition in force, or the decision that
  ///   adopts it was not taken.
  public static func adopt(
    charter: String, edition: String, text: String, since: When, decision: Decision.ID?, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws {
    guard intent.capacity.speaksForABody else {
      throw Refusal(
        "not-allowed",
        "\(intent.capacity) may not adopt a charter; a body decides, the secretariat records it")
    }
    if let decision {
      guard let taken = try connection.one(decision) else {
        throw Refusal(
          "dangling-reference", "there is no decision \u{201C}\(decision)\u{201D}", field: "decision")
      }
      guard taken.isBinding else {
        throw Refusal(
          "not-decided",
          "\(decision) \(taken.outcome.rawValue) and is \(taken.state.rawValue); a charter needs a decision that was taken",
          field: "decision")
      }
    }
    let journal = try Journal(connection, stamp)
    if var before = try connection.charterEditions(of: charter).last(where: { $0.edition != edition }) {
      if let began = before.period.since, began.first >= since.first {
        throw Refusal(
          "not-later",
          "edition \(before.edition) is in force since \(began); the next one begins after that",
          field: "period.since")
      }
      if before.period.until == nil {
        before.period.until = since.preceding
        try journal.append(before, intent, after: try connection.version(of: before.id))
      }
    }
    try journal.append(
      CharterEdition(
        id: ID("\(charter)-\(edition)"), charter: charter, edition: edition, period: Period(since: since),
        decision: decision, text: text), intent)
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
