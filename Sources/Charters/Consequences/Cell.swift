public import Kernel

/// One answer for one part: what follows, and why.
public struct Cell: Composed {
  public enum Standing: String, Code {
    case given
    /// There is none, and something says so.
    case none
    case notStated = "not-stated"
  }
  public var question: Question
  public var standing: Standing
  /// Words of the charter or ids. Every element of the outer list holds; within one, any of its words does:
  /// `[[a, b], [c]]` is “a or b, and c”.
  public var values: [[String]]
  /// Days (expected, for `pace`), reports, partners a post.
  public var number: Double?
  /// The longest wait in days, for `pace`.
  public var most: Double?
  public var unit: String?
  public var amounts: [Amount]
  public var reasons: [Reason]

  public static let schema = Schema(
    "cell", Cell.init(question:standing:values:number:most:unit:amounts:reasons:),
    Field("question", \.question),
    Field("standing", \.standing),
    Field("values", \.values),
    Field("number", \.number),
    Field("most", \.most),
    Field("unit", \.unit),
    Field("amounts", \.amounts),
    Field("reasons", \.reasons))

  /// The weakest of what it rests on: an assumption makes the whole answer assumed.
  public var basis: Reason.Basis { reasons.map(\.basis).max() ?? .derived }

  /// The first of each choice: who is meant where the charter leaves it open and someone has to be named.
  public var main: [String] { values.compactMap(\.first) }

  /// Whether two parts have the same answer, whatever its reasons.
  public func answers(as other: Cell) -> Bool {
    question == other.question && standing == other.standing && values == other.values
      && number == other.number && most == other.most && amounts == other.amounts
  }
}

extension Cell {
  init(
    _ question: Question, _ standing: Standing = .given, _ values: [[String]] = [], number: Double? = nil,
    most: Double? = nil, unit: String? = nil, amounts: [Amount] = [], because reasons: [Reason]
  ) {
    self.init(
      question: question, standing: standing, values: values, number: number, most: most, unit: unit,
      amounts: amounts, reasons: reasons)
  }
}

/// A sum in minor units. Currencies, and cash and in-kind, are never added up.
public struct Amount: Composed, Comparable {
  public var minor: Int
  public var currency: String
  public var isInKind: Bool

  public init(minor: Int, currency: String, isInKind: Bool = false) {
    self.minor = minor
    self.currency = currency
    self.isInKind = isInKind
  }

  public static let schema = Schema(
    "amount", Amount.init(minor:currency:isInKind:),
    Field("minor", \.minor),
    Field("currency", \.currency),
    Field("is_in_kind", \.isInKind))

  public static func < (a: Amount, b: Amount) -> Bool {
    (a.isInKind ? 1 : 0, a.currency, a.minor) < (b.isInKind ? 1 : 0, b.currency, b.minor)
  }

  /// One sum for each currency and kind.
  static func sums(_ amounts: [Amount]) -> [Amount] {
    var sums: [Amount] = []
    for amount in amounts.sorted() {
      if let last = sums.last, last.currency == amount.currency, last.isInKind == amount.isInKind {
        sums[sums.count - 1].minor = last.minor.adding(amount.minor)
      } else {
        sums.append(amount)
      }
    }
    return sums
  }
}

/// What an answer rests on: a rule of the charter, records, or a rule of ours applied to both.
public struct Reason: Composed {
  /// From the surest to the least sure.
  public enum Basis: String, Code, Comparable {
    /// Records say it.
    case recorded
    /// The charter's source says it.
    case stated
    /// Follows from the charter and the records by a rule.
    case derived
    /// Our reading of the source; no quotation.
    case implied
    /// A default the charter sets without a source.
    case assumed

    private var doubt: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Basis, b: Basis) -> Bool { a.doubt < b.doubt }
  }
  public var basis: Basis
  /// The rule that was applied, a word of docs/reference/consequences.md.
  public var rule: String
  /// Where it stands in the charter: `options.independent.default.reports-to`, and its line.
  public var path: String?
  public var line: Int?
  /// Records it was worked out from, as `kind/id`.
  public var records: [String]
  /// Paragraphs of the note and ids of sources.
  public var source: [String]

  public static let schema = Schema(
    "reason", Reason.init(basis:rule:path:line:records:source:),
    Field("basis", \.basis),
    Field("rule", \.rule),
    Field("path", \.path),
    Field("line", \.line),
    Field("records", \.records),
    Field("source", \.source))
}

extension Reason {
  init(_ basis: Basis, _ rule: String, records: [String] = [], source: [String] = []) {
    self.init(basis: basis, rule: rule, path: nil, line: nil, records: records, source: source)
  }

  /// A place in the charter, with what it rests on there.
  init(_ rule: String, at path: String, _ ground: Ground, atLeast: Basis = .stated) {
    let basis: Basis =
      switch ground.basis {
      case .stated: ground.qualifier == .inferred ? .implied : .stated
      case .implied: .implied
      case .assumed: .assumed
      }
    self.init(
      basis: max(basis, atLeast), rule: rule, path: path, line: ground.line > 0 ? ground.line : nil,
      records: [], source: ground.source)
  }
}
