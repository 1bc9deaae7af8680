public import Governance
public import Kernel
public import Registry

/// That a partner reported on a cycle. What it reported stands in the records that the report fed.
public struct PartnerReport: Record {
  public var id: ID
  public var partner: Partner.ID
  public var cycle: Cycle.ID
  public var received: Day
  public var document: Document.ID?
  public var provenance: Provenance

  public static let schema = Schema(
    "partner-report", PartnerReport.init,
    Field("id", \.id),
    Field("partner", \.partner),
    Field("cycle", \.cycle),
    Field("received", \.received),
    Field("document", \.document),
    Field("provenance", \.provenance))
}
