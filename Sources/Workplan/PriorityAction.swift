public import Kernel
public import Registry

/// An action that a business plan puts first, with what it needs and what is secured.
public struct PriorityAction: Record {
  public var id: ID
  public var plan: BusinessPlan.ID?
  public var area: Area.ID
  public var title: Translated
  /// The body that set it as its own priority; nil where no source says (P7).
  public var setBy: Body.ID?
  public var need: Money?
  public var secured: Money?
  public var intendedSource: String?
  public var provenance: Provenance

  public static let schema = Schema(
    "priority-action", PriorityAction.init,
    Field("id", \.id),
    Field("plan", \.plan),
    Field("area", \.area),
    Field("title", \.title),
    Field("set_by", \.setBy),
    Field("need", \.need),
    Field("secured", \.secured),
    Field("intended_source", \.intendedSource),
    Field("provenance", \.provenance))
}
