public import Acting
internal import Kernel

/// What is planned and done, what is aimed at and what was measured.
public enum WorkplanCapability {
  public static let capability = Capability(
    "workplan",
    charter: [
      "modes", "natures", "ambition", "lifecycles", "overlap-check", "indicators", "deliverables",
      "alternatives", "tracking", "every-activity-in-an-area", "alignment",
      "campaigns", "activities-serve", "outputs",
    ],
    records: [
      BusinessPlan.self, PriorityAction.self, Activity.self, Deliverable.self, DeliverablePart.self,
      Inventory.self, Facility.self,
      Target.self, Observation.self, CountryStatus.self, Alignment.self, News.self, Steering.self,
      AnnexListing.self,
    ],
    verbs: Activity.verbs + DeliverablePart.verbs, keepings: [Target.keeping])
}

extension Target {
  static let keeping = Keeping(Target.self) { target, _, occasion in
    try occasion.charter(on: occasion.today).map { target.refusals(under: $0) } ?? []
  }
}
