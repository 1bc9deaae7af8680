public import Acting
internal import Kernel

/// Who takes part, in which bodies and areas, and where what we know of them comes from.
public enum RegistryCapability {
  public static let capability = Capability(
    "registry",
    charter: [
      "goal", "shares", "origin", "form", "functions", "responsibilities", "society-levels", "levels",
      "solution-types", "solution-type", "market-based", "bodies", "membership", "priorities", "areas",
      "cross-cutting-topics", "streams", "country-groups", "staff", "area-fields",
    ],
    records: [
      Source.self, CountryGroup.self, Body.self, Area.self, Topic.self, AreaEvent.self, Seat.self,
      Partner.self, EarlierMembership.self, Representation.self, Joining.self, Screening.self, Fee.self,
      NationalInitiative.self,
      Person.self, Expertise.self, PartnerCount.self, Milestone.self, Partnership.self, Disagreement.self,
      StatedNumber.self,
    ],
    verbs: Area.verbs + Partner.verbs + [Person.erasing],
    keepings: [Partner.keeping, NationalInitiative.keeping, Representation.keeping])
}

extension NationalInitiative {
  static let keeping = Keeping(NationalInitiative.self) { initiative, _, occasion in
    try occasion.charter(on: occasion.today).map { initiative.refusals(under: $0) } ?? []
  }
}

extension Representation {
  static let keeping = Keeping(Representation.self) { representation, _, occasion in
    try occasion.charter(on: occasion.today).map { representation.refusals(under: $0) } ?? []
  }
}
