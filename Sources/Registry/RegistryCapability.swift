public import Kernel

/// Who takes part, in which bodies and areas, and where what we know of them comes from.
public enum RegistryCapability {
  /// A kind stands after those it refers to.
  public static let records: [any Record.Type] = [
    Source.self, CountryGroup.self, Body.self, Area.self, Topic.self, AreaEvent.self, Seat.self, Partner.self,
    Representation.self, Joining.self, Screening.self, Fee.self, NationalInitiative.self,
    Person.self, Expertise.self, PartnerCount.self, Milestone.self, Partnership.self, Disagreement.self,
    StatedNumber.self,
  ]
}
