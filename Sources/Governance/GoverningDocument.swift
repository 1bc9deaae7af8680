public import Kernel
public import Registry

/// A text that governs the partnership or an area, in one of its editions; from the charter.
public struct GoverningDocument: Record {
  public var id: ID
  /// framework, guidelines, business-plan
  public var document: String
  public var name: Translated
  public var edition: String
  /// While it is in force.
  public var period: Period
  /// The texts it stands above.
  public var over: [String]
  /// The areas it holds for; none means all.
  public var areas: [String]
  public var decidedBy: Body.ID?
  public var decision: Decision.ID?
  public var provenance: Provenance

  public static let schema = Schema(
    "governing-document", GoverningDocument.init,
    Field("id", \.id),
    Field("document", \.document, .word),
    Field("name", \.name),
    Field("edition", \.edition, .notEmpty),
    Field("period", \.period),
    Field("over", \.over),
    Field("areas", \.areas),
    Field("decided_by", \.decidedBy),
    Field("decision", \.decision),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}
