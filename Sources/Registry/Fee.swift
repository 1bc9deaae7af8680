public import Kernel

/// A membership fee of one year: what is due, and what was paid.
public struct Fee: Record {
  public var id: ID
  public var partner: Partner.ID
  public var year: Int
  public var due: Money
  public var dueOn: Day
  /// In minor units of the currency it is due in.
  public var paid: Int
  /// When the last of it came in.
  public var paidOn: Day?
  public var provenance: Provenance

  public static let schema = Schema(
    "fee", Fee.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("year", \.year, .within(1...9999)),
    Field("due", \.due),
    Field("due_on", \.dueOn),
    Field("paid", \.paid, .within(0...Int.max), line: { Currency.text($0.paid, $0.due.currency) }),
    Field("paid_on", \.paidOn),
    Field("provenance", \.provenance))
  public static var sight: Sight { .either([.secretariat, .own("partner")]) }

  /// Whether all of it had come in by a day.
  public func isSettled(on day: Day) -> Bool {
    due.minor <= 0 || (paid >= due.minor && (paidOn.map { $0 <= day } ?? false))
  }
}
