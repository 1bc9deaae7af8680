public import Kernel

/// How a Party's activity lines up with what the treaty's conference asks (A29).
public struct Alignment: Record {
  public enum Verdict: String, Code {
    case aligned, partly
    case notAligned = "not-aligned"
  }
  public var id: ID
  public var activity: Activity.ID
  public var party: Country
  /// The conference's priority.
  public var priority: String
  public var verdict: Verdict
  public var provenance: Provenance

  public static let schema = Schema(
    "alignment", Alignment.init,
    Field("id", \.id),
    Field("activity", \.activity),
    Field("party", \.party),
    Field("priority", \.priority, .notEmpty),
    Field("verdict", \.verdict),
    Field("provenance", \.provenance))
}
