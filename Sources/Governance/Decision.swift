public import Kernel
public import Registry

/// What a body decided, or took note of: the log of every change to framework, structure and areas.
public struct Decision: Moving {
  public enum State: String, Code {
    case proposed, taken
    case notTaken = "not-taken"
  }
  /// Taking note decides nothing (N5).
  public enum Outcome: String, Code {
    case decides
    case takesNote = "takes-note"
    case requests, submits, advises, recognises, invites, recommends
  }
  public var id: ID
  public var body: Body.ID
  public var session: Session.ID?
  /// Who put it forward: a body, or the area or partner that did.
  public var proposer: String?
  public var outcome: Outcome
  /// What it is about: framework, guidelines, structure, new-area, area-scope, charter ...
  public var subject: String
  /// The clause of the guidelines it follows.
  public var clause: String?
  public var legalBasis: LegalBasis.ID?
  public var date: When?
  public var text: Translated
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "decision", Decision.init,
    Field("id", \.id),
    Field("body", \.body),
    Field("session", \.session),
    Field("proposer", \.proposer),
    Field("outcome", \.outcome),
    Field("subject", \.subject, .word, indexed: true),
    Field("clause", \.clause),
    Field("legal_basis", \.legalBasis),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("date") }

  /// Whether it changes something. Taking note, advising or recognising leaves everything as it was (N5).
  public var isBinding: Bool { outcome == .decides && state == .taken }
}
