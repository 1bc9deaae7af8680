public import Acting
internal import Charters
public import Kernel

extension Partner {
  /// A sector of the charter in force.
  public struct Sector: VerbInputs {
    public var sector: String
    public init(sector: String) { self.sector = sector }
    public static let schema = Schema("sector", Sector.init(sector:), Field("sector", \.sector, .word))
  }

  /// Counts a partner in another sector. Everything else it is stays, and so does what it was.
  ///
  /// Refused is a sector that the charter does not know.
  public static let placing = Verb<Partner, Sector>(
    "place", on: Partner.self, may: .secretariatOr(.focalPoint(.field("id"))), basis: .required
  ) { partner, inputs, occasion in
    partner.sector = inputs.sector
    _ = try partner.mainSector(under: occasion.neededCharter(on: occasion.today))
  }
}
