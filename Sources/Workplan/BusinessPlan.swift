public import Kernel
public import Registry

/// The plan of one area for some years.
public struct BusinessPlan: Record {
  public var id: ID
  public var area: Area.ID
  public var title: Translated
  public var period: Period
  public var provenance: Provenance

  public static let schema = Schema(
    "business-plan", BusinessPlan.init,
    Field("id", \.id),
    Field("area", \.area),
    Field("title", \.title),
    Field("period", \.period),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
