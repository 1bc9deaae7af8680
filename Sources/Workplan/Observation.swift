public import Kernel

/// A measured or estimated value of an indicator for a year, from one assessment. Assessments that differ
/// stand side by side.
public struct Observation: Record {
  public var id: ID
  public var indicator: String
  public var medium: String?
  public var scope: String
  public var referenceYear: When?
  public var amount: Figure
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "observation", Observation.init,
    Field("id", \.id),
    Field("indicator", \.indicator, .word),
    Field("medium", \.medium, .word),
    Field("scope", \.scope, .notEmpty),
    Field("reference_year", \.referenceYear),
    Field("amount", \.amount),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("reference_year") }
}
