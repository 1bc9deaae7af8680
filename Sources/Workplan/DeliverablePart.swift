public import Governance
public import Kernel
public import Registry

/// A part of a document that is adopted by itself: a section, an annex. The journal keeps every state it went through.
public struct DeliverablePart: Moving {
  public enum State: String, Code {
    case draft
    case groupApproved = "group-approved"
    case submitted, adopted
    /// In use until it is adopted for good.
    case adoptedInterim = "adopted-interim"
    case withdrawn
  }
  public var id: ID
  public var deliverable: Deliverable.ID?
  public var document: Document.ID?
  /// Which part: 3, annex-b.
  public var number: String
  public var title: Translated?
  /// The body that brought it to its state, at which session and by which decision.
  public var body: Body.ID?
  public var session: Session.ID?
  public var decisionNumber: String?
  public var date: When?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "deliverable-part", DeliverablePart.init,
    Field("id", \.id),
    Field("deliverable", \.deliverable),
    Field("document", \.document),
    Field("number", \.number, .word),
    Field("title", \.title),
    Field("body", \.body),
    Field("session", \.session),
    Field("decision_number", \.decisionNumber),
    Field("date", \.date),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("date") }
}
