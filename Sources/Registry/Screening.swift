public import Charters
public import Kernel

/// Whether an applicant is of a kind that the charter excludes: what was found, on what evidence, until when.
public struct Screening: Record {
  public enum Outcome: String, Code {
    case clear, excluded
    case needsReview = "needs-review"
  }
  public var id: ID
  public var partner: Partner.ID
  /// One of the charter's exclusions: tobacco-industry ...
  public var exclusion: String
  public var outcome: Outcome
  public var evidence: String
  public var screened: Day
  /// The last day on which it can be relied upon; nil takes the charter's interval.
  public var recheckDue: Day?
  public var provenance: Provenance

  public static let schema = Schema(
    "screening", Screening.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("exclusion", \.exclusion, .word),
    Field("outcome", \.outcome),
    Field("evidence", \.evidence, .notEmpty),
    Field("screened", \.screened),
    Field("recheck_due", \.recheckDue),
    Field("provenance", \.provenance))
  public static var sight: Sight { .insiders }
  public static var validity: Validity { .since("screened") }

  /// Whether it is past the day on which it had to be done again.
  func isStale(on day: Day, everyMonths interval: Int?) -> Bool {
    if let recheckDue { return recheckDue < day }
    guard let interval else { return false }
    return screened.months(until: Day(number: day.number - 1)) >= interval
  }

  /// What stands against admitting a partner on a day: for each exclusion of the charter its latest screening decides.
  public static func refusals(
    of partner: Partner, _ screenings: [Screening], on day: Day, under membership: Membership
  ) -> [Refusal] {
    membership.exclusions.compactMap { exclusion in
      let latest = screenings.filter {
        $0.partner == partner.id && $0.exclusion == exclusion.id && $0.screened <= day
      }.max { ($0.screened, $0.id.text) < ($1.screened, $1.id.text) }
      let name = Phrase.Value.said(exclusion.name)
      guard let latest else {
        return membership.isScreeningRequired
          ? Refusal(
            "not-screened",
            ["charter": "\(membership.label)", "exclusion": name, "partner": "\(partner.id)"], field: "state")
          : nil
      }
      switch latest.outcome {
      case .excluded:
        return Refusal(
          "excluded",
          [
            "charter": "\(membership.label)", "exclusion": name, "partner": "\(partner.id)",
            "day": "\(latest.screened)", "evidence": .text(latest.evidence),
          ], field: "state")
      case .needsReview:
        return Refusal(
          "needs-review", ["partner": "\(partner.id)", "exclusion": name, "day": "\(latest.screened)"],
          field: "state")
      case .clear:
        guard latest.isStale(on: day, everyMonths: membership.screenedEveryMonths) else { return nil }
        return Refusal(
          "screening-stale",
          ["partner": "\(partner.id)", "exclusion": name, "screened": "\(latest.screened)", "day": "\(day)"],
          field: "state")
      }
    }
  }
}

extension Day {
  /// Whole months from this day until another.
  fileprivate func months(until other: Day) -> Int {
    let (a, b) = (civil, other.civil)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  }
}
