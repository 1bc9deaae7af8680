public import Kernel
public import Registry

/// How the work of a partnership is to be paid for: what was asked, and what came of asking (N4d, A42).
public struct FinanceExamination: Moving {
  public enum State: String, Code { case open, concluded }
  public var id: ID
  public var partnership: Partnership.ID
  public var question: Translated
  /// A body; nil where the source names nobody.
  public var askedBy: String?
  public var asked: When?
  public var conclusion: Translated?
  public var concludedBy: String?
  public var concluded: When?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "finance-examination", FinanceExamination.init,
    Field("id", \.id),
    Field("partnership", \.partnership),
    Field("question", \.question),
    Field("asked_by", \.askedBy, .word),
    Field("asked", \.asked),
    Field("conclusion", \.conclusion),
    Field("concluded_by", \.concludedBy, .word),
    Field("concluded", \.concluded),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("asked") }

  public static let workflow = Workflow<State>(
    .init("conclude", from: .open, to: .concluded) { capacity in
      if case .member = capacity { return true }
      return capacity == .secretariat
    })

  /// What is concluded says what and when.
  public var contradictions: [Refusal] {
    guard state == .concluded else { return [] }
    var refusals: [Refusal] = []
    if conclusion == nil {
      refusals.append(
        Refusal(
          "no-conclusion", "a concluded examination says what was concluded; give the conclusion first",
          field: "conclusion"))
    }
    if concluded == nil {
      refusals.append(
        Refusal("no-date", "a concluded examination says when it was concluded", field: "concluded"))
    }
    return refusals
  }
}
