internal import Acting
public import Kernel
public import Registry

/// A view, an assessment or advice that a body gave, and what was done with it.
public struct Advice: Moving {
  /// What became of it: `expected` before it is given, `not-stated` where no source follows it up.
  public enum State: String, Code {
    case expected
    case notStated = "not-stated"
    case open
    case underWay = "under-way"
    case done
    case notFollowed = "not-followed"
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
  /// view, assessment, standing, expected, recommendation, decision
  public var form: String
  /// The day it was given; not after it where the qualifier says at-most.
  public var date: When?
  public var text: Translated?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "advice", Advice.init,
    Field("id", \.id),
    Field("from_body", \.fromBody),
    Field("to_body", \.toBody, .word),
    Field("about", \.about, .word, indexed: true),
    Field("request", \.request),
    Field("session", \.session),
    Field("phase", \.phase, .word),
    Field("form", \.form, .word),
    Field("date", \.date),
    Field("text", \.text),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var plural: String { "advice" }
  public static var validity: Validity { .since("date") }
}

extension Advice {
  /// Who was advised follows it up, and says so through the secretariat or the lead of an area (A6c, A28d).
  private static let follows = Right.secretariatOr(.member(.field("to_body")), .lead(nil))

  static let verbs: [any DeclaredVerb] = [
    Verb(
      "give", on: Advice.self, from: .expected, to: .open,
      may: .secretariatOr(.member(.field("from_body")))),
    Verb("take up", on: Advice.self, from: .notStated, .open, to: .underWay, may: follows),
    Verb("complete", on: Advice.self, from: .notStated, .open, .underWay, to: .done, may: follows),
    Verb("set aside", on: Advice.self, from: .notStated, .open, .underWay, to: .notFollowed, may: follows),
  ]
}
