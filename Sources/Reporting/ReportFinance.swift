public import Kernel

/// What is said of the cycle's money, and what was given as far as contributions are kept.
public struct FinanceSection: Composed {
  public var statements: [StatementLine]
  public var sums: [SumLine]
  /// What windows hold on the day of the report, for what, and what of it is allocated (A38).
  public var windows: [WindowLine]
  /// How the work is to be paid for: what was asked by the day, and concluded (A42).
  public var examinations: [ExaminationLine]

  public static let schema = Schema(
    "finance-section", FinanceSection.init,
    Field("statements", \.statements),
    Field("sums", \.sums),
    Field("windows", \.windows),
    Field("examinations", \.examinations))
}

/// One examination of how the work is to be paid for.
public struct ExaminationLine: Composed {
  public var record: String
  public var question: Translated
  /// Nil while it is open.
  public var conclusion: Translated?
  public var concluded: When?
  public var state: String
  public var provenance: Provenance

  public static let schema = Schema(
    "examination-line", ExaminationLine.init,
    Field("record", \.record),
    Field("question", \.question),
    Field("conclusion", \.conclusion),
    Field("concluded", \.concluded),
    Field("state", \.state),
    Field("provenance", \.provenance))
}

/// What a source says, with a direction and an amount only where it gives them.
public struct StatementLine: Composed {
  public var record: String
  public var form: String
  public var about: String
  public var direction: String?
  public var amount: Figure?
  public var text: Translated
  public var causes: [CauseLine]
  public var provenance: Provenance

  public static let schema = Schema(
    "statement-line", StatementLine.init,
    Field("record", \.record),
    Field("form", \.form),
    Field("about", \.about),
    Field("direction", \.direction),
    Field("amount", \.amount),
    Field("text", \.text),
    Field("causes", \.causes),
    Field("provenance", \.provenance))
}

public struct CauseLine: Composed {
  public var record: String
  /// stated, or possible where the source only supposes it.
  public var strength: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "cause-line", CauseLine.init,
    Field("record", \.record),
    Field("strength", \.strength),
    Field("text", \.text),
    Field("provenance", \.provenance))
}

/// What one sector gave in one kind and currency; currencies are never added up.
public struct SumLine: Composed {
  public var sector: String
  /// cash or in-kind
  public var kind: String
  public var currency: String
  /// In minor units: cents of a dollar.
  public var minor: Int
  public var donors: Int
  /// The contributions it is the sum of.
  public var records: [String]
  public var sources: [String]

  public static let schema = Schema(
    "sum-line", SumLine.init,
    Field("sector", \.sector),
    Field("kind", \.kind),
    Field("currency", \.currency),
    Field("minor", \.minor),
    Field("donors", \.donors),
    Field("records", \.records),
    Field("sources", \.sources))
}

public struct WeaknessLine: Composed {
  public var record: String
  public var form: String
  public var about: String
  public var isMain: Bool
  /// Nil where the source names nobody.
  public var statedBy: String?
  public var statedByName: Translated?
  public var date: When?
  public var text: Translated
  public var causes: [CauseLine]
  public var provenance: Provenance

  public static let schema = Schema(
    "weakness-line", WeaknessLine.init,
    Field("record", \.record),
    Field("form", \.form),
    Field("about", \.about),
    Field("is_main", \.isMain),
    Field("stated_by", \.statedBy),
    Field("stated_by_name", \.statedByName),
    Field("date", \.date),
    Field("text", \.text),
    Field("causes", \.causes),
    Field("provenance", \.provenance))
}

/// A request that was answered in the cycle, or answered on a day no source gives.
public struct RequestLine: Composed {
  public var record: String
  public var from: String
  public var to: String
  public var asked: When?
  public var answers: [AnswerLine]
  public var timeToAnswer: Figure?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "request-line", RequestLine.init,
    Field("record", \.record),
    Field("from", \.from),
    Field("to", \.to),
    Field("asked", \.asked),
    Field("answers", \.answers),
    Field("time_to_answer", \.timeToAnswer),
    Field("text", \.text),
    Field("provenance", \.provenance))
}

public struct AnswerLine: Composed {
  public var record: String
  public var by: String
  public var document: String?
  public var session: String?
  public var date: When?
  public var provenance: Provenance

  public static let schema = Schema(
    "answer-line", AnswerLine.init,
    Field("record", \.record),
    Field("by", \.by),
    Field("document", \.document),
    Field("session", \.session),
    Field("date", \.date),
    Field("provenance", \.provenance))
}
