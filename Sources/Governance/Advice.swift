public import Kernel
public import Registry

/// A view, an assessment or advice that a body gave, and what was done with it.
public struct Advice: Record {
  public enum FollowUp: String, Code {
    case notStated = "not-stated"
    case open
    case underWay = "under-way"
    case done, rejected
  }
  public var id: ID
  public var fromBody: Body.ID
  /// A body, or the partnership itself.
  public var toBody: String
  public var about: String
  public var request: Request.ID?
  public var session: Session.ID?
  /// The treaty phase it speaks of.
  public var phase: String?
  public var form: String
  public var followUp: FollowUp
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "advice", Advice.init,
    Field("id", \.id),
    Field("from_body", \.fromBody),
    Field("to_body", \.toBody, .word),
    Field("about", \.about, .word),
    Field("request", \.request),
    Field("session", \.session),
    Field("phase", \.phase, .word),
    Field("form", \.form, .word),
    Field("follow_up", \.followUp),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var plural: String { "advice" }
}
