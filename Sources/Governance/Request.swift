public import Kernel
public import Registry

/// What a body asked of another, perhaps at a session, and what became of it.
public struct Request: Moving {
  public enum State: String, Code { case proposed, open, considered, answered, withdrawn }
  public var id: ID
  public var fromBody: Body.ID
  public var session: Session.ID?
  public var toBody: Body.ID
  /// document, views, information, advice
  public var form: String
  public var date: When?
  public var due: When?
  /// The area or network that was to find the answer.
  public var routedTo: String?
  public var text: Translated
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "request", Request.init,
    Field("id", \.id),
    Field("from_body", \.fromBody),
    Field("session", \.session),
    Field("to_body", \.toBody),
    Field("form", \.form, .word),
    Field("date", \.date),
    Field("due", \.due),
    Field("routed_to", \.routedTo, .word),
    Field("text", \.text),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("date") }
}
