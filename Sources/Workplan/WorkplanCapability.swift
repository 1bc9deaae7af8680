public import Kernel

/// What is planned and done, what is aimed at and what was measured.
public enum WorkplanCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    BusinessPlan.self, PriorityAction.self, Activity.self, Deliverable.self, DeliverablePart.self,
    Inventory.self, Facility.self,
    Target.self, Observation.self, CountryStatus.self, Alignment.self, News.self, Steering.self,
    AnnexListing.self,
  ]
}
