public import Kernel
public import Registry

/// A report handed to its addressee, and the receipt.
public struct ReportSent: Record {
  public var id: ID
  public var cycle: Cycle.ID
  public var addressee: Body.ID
  /// The rule that named the addressee on that day.
  public var rule: String
  public var sent: Day
  public var received: Day?
  public var provenance: Provenance

  public static let schema = Schema(
    "report-sent", ReportSent.init,
    Field("id", \.id),
    Field("cycle", \.cycle),
    Field("addressee", \.addressee),
    Field("rule", \.rule, .notEmpty),
    Field("sent", \.sent),
    Field("received", \.received),
    Field("provenance", \.provenance))
  public static var plural: String { "reports-sent" }
}
