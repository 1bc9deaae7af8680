public import Kernel
public import Registry

/// What a body decided, or took note of: the log of every change to framework, structure and areas.
public struct Decision: Record {
  /// Taking note decides nothing (N5).
  public enum Outcome: String, Code {
    case decides
    case takesNote = "takes-note"
    case requests, submits, advises, recognises, invites, recommends
  }
  public var id: ID
  public var body: Body.ID
  public var session: Session.ID?
  public var proposer: String?
  public var outcome: Outcome
  public var subject: String
  /// The clause of the guidelines it follows.
  public var clause: String?
  public var legalBasis: LegalBasis.ID?
  public var date: When?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "decision", Decision.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("session", \.session),
    Field("proposer", \.proposer),
    Field("outcome", \.outcome),
    Field("subject", \.subject, .word),
    Field("clause", \.clause),
    Field("legal_basis", \.legalBasis),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("date") }
}
