public import Governance
public import Kernel

/// A reporting period between any two dates; cycles need not be equal, nor touch (A36).
public struct Cycle: Record {
  public var id: ID
  public var period: Period
  /// When the report was presented. It speaks of that day: areas, posts and members are counted on it.
  public var presented: When?
  /// The report made of it.
  public var report: Document.ID?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "cycle", Cycle.init,
    Field("id", \.id),
    Field("period", \.period),
    Field("presented", \.presented),
    Field("report", \.report),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .sinceStart(of: "period") }

  /// Whole months from its first day through its last; nil while an end is open.
  public var months: Int? {
    guard let since = period.since, let until = period.until else { return nil }
    return since.first.months(until: Day(number: until.last.number + 1))
  }

  /// The day a report on it speaks of: when it was presented, or else its last day; nil while it is open.
  public var reportedOn: Day? { presented?.last ?? period.until?.last }
}

extension Day {
  /// Whole months from this day until another: 2009-05-01 until 2010-09-22 is 16.
  public func months(until other: Day) -> Int {
    let (a, b) = (civil, other.civil)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
  }
}
