public import Kernel

/// A declared cross-cutting topic: work that is no area and may touch several (A28a).
public struct Topic: Record {
  public var id: ID
  public var name: Translated
  public var period: Period
  public var provenance: Provenance

  public static let schema = Schema(
    "topic", Topic.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("period", \.period),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
