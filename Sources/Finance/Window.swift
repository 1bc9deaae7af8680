public import Kernel
public import Governance

/// A purse that may pay for activities, and for which natures of measure; from the charter.
public struct Window: Record {
  public var id: ID
  public var name: Translated
  /// extrabudgetary, in-kind, mechanism, complementary-formal, voluntary
  public var form: String
  /// Whether it is there in the edition; some are only proposed.
  public var exists: Bool
  /// Natures of measure it may pay for.
  public var pays: [String]
  public var treaty: Treaty.ID?
  /// The treaty phase from which it pays.
  public var fromPhase: String?
  /// Who may give to it: `any`, or sectors of the charter; empty where it does not say.
  public var donors: [String] = []
  /// Whether those who are not bound by the treaty may give.
  public var isBeyondParties: Bool?
  /// For what a gift may be set aside: areas, activity, donor.
  public var earmarks: [String] = []
  public var provenance: Provenance

  public static let schema = Schema(
    "window", Window.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("form", \.form, .word),
    Field("exists", \.exists),
    Field("pays", \.pays),
    Field("treaty", \.treaty),
    Field("from_phase", \.fromPhase, .word),
    Field("donors", \.donors),
    Field("is_beyond_parties", \.isBeyondParties),
    Field("earmarks", \.earmarks),
    Field("provenance", \.provenance))
}
