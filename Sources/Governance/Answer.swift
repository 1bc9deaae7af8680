public import Kernel
public import Registry

/// What came back on a request: a document, or views given at a session.
public struct Answer: Record {
  public var id: ID
  public var request: Request.ID
  public var byBody: Body.ID
  public var document: Document.ID?
  public var session: Session.ID?
  public var status: String
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "answer", Answer.init,
    Field("id", \.id),
    Field("request", \.request),
    Field("by_body", \.byBody),
    Field("document", \.document),
    Field("session", \.session),
    Field("status", \.status, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
