public import Kernel
public import Governance

/// A reporting period between any two dates; cycles need not be equal.
public struct Cycle: Record {
  public var id: ID
  public var period: Period
  /// The report made of it.
  public var report: Document.ID?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "cycle", Cycle.init,
    Field("id", \.id),
    Field("period", \.period),
    Field("report", \.report),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
