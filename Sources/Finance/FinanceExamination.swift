public import Acting
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

  /// What is concluded says what and when.
  public var contradictions: [Refusal] {
    guard state == .concluded else { return [] }
    var refusals: [Refusal] = []
    if conclusion == nil {
      refusals.append(
        Refusal("no-conclusion", field: "conclusion"))
    }
    if concluded == nil {
      refusals.append(
        Refusal("no-date", field: "concluded"))
    }
    return refusals
  }
}

extension FinanceExamination {
  /// What came of it.
  public struct Conclusion: VerbInputs {
    public var conclusion: Translated
    /// The body that concluded.
    public var by: String?
    public var on: When?
    public init(conclusion: Translated, by: String? = nil, on: When? = nil) {
      self.conclusion = conclusion
      self.by = by
      self.on = on
    }
    public static let schema = Schema(
      "conclusion", Conclusion.init(conclusion:by:on:),
      Field("conclusion", \.conclusion), Field("by", \.by, .word), Field("on", \.on))
    public var day: Day? { on?.last }
  }

  public static let concluding = Verb<FinanceExamination, Conclusion>(
    "conclude", on: FinanceExamination.self, from: [.open], to: .concluded,
    may: .secretariatOr(.member(.input("by")))
  ) { examination, inputs, occasion in
    examination.conclusion = inputs.conclusion
    examination.concludedBy = inputs.by ?? examination.concludedBy
    examination.concluded = inputs.on ?? When(occasion.today)
  }
}
