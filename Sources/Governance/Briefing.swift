public import Kernel
public import Registry

/// A technical briefing for a session of a body, with who gave it.
public struct Briefing: Record {
  public var id: ID
  public var forBody: Body.ID
  public var session: Session.ID?
  public var byBody: Body.ID
  public var form: String
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "briefing", Briefing.init,
    Field("id", \.id),
    Field("for_body", \.forBody),
    Field("session", \.session),
    Field("by_body", \.byBody),
    Field("form", \.form, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
