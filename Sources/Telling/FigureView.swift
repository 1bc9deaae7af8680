public import Kernel

/// A number as a page shows it: never without how sure it is and where it comes from.
public struct FigureView: Sendable, Hashable {
  public enum Amount: Sendable, Hashable {
    case number(Double)
    case range(Double, Double)
    /// Smallest units of a currency, which is told with them.
    case money(Int, String)
    /// What is said instead of a number: “fell”.
    case word(Said)
    /// It exists and nobody says it.
    case notStated
  }
  public enum Mark: Sendable, Hashable {
    case qualifier(Qualifier)
    /// Worked out here from other figures; the note says how.
    case computed
    /// The direction is known, the amount is not.
    case amountNotStated
  }

  public var name: String
  public var amount: Amount
  /// A key of the family `unit`; left out where the name says it.
  public var unit: String?
  public var mark: Mark
  public var verification: Verification = .stated
  public var asOf: When?
  public var sources: [SourceRef] = []
  /// How it was found, or what other sources say.
  public var note: Said?
  /// The record it is taken from.
  public var route: Route?
  /// What other sources give for the same thing; all are kept.
  public var others: [FigureView] = []

  public init(
    name: String, amount: Amount, unit: String? = nil, mark: Mark, verification: Verification = .stated,
    asOf: When? = nil, sources: [SourceRef] = [], note: Said? = nil, route: Route? = nil,
    others: [FigureView] = []
  ) {
    self.name = name
    self.amount = amount
    self.unit = unit
    self.mark = mark
    self.verification = verification
    self.asOf = asOf
    self.sources = sources
    self.note = note
    self.route = route
    self.others = others
  }

  public init(
    name: String, _ figure: Figure, showsUnit: Bool = true, note: Said? = nil, route: Route? = nil,
    others: [FigureView] = []
  ) {
    self.init(
      name: name, amount: Amount(figure), unit: showsUnit ? figure.unit : nil,
      mark: .qualifier(figure.qualifier), verification: figure.verification, asOf: figure.asOf,
      sources: figure.source.split(separator: ";").map { SourceRef(String($0.drop { $0 == " " })) },
      note: note, route: route, others: others)
  }
}

extension FigureView.Amount {
  public init(_ figure: Figure) {
    if let value = figure.value {
      self = .number(value)
    } else if let low = figure.low, let high = figure.high {
      self = .range(low, high)
    } else if let bound = figure.low ?? figure.high {
      self = .number(bound)
    } else {
      self = .notStated
    }
  }
}
