public import Kernel

/// One thing that a charter says in a row of a comparison, with the place where it says it.
public struct ComparedFact: Sendable, Hashable {
  /// What is said, so that it can be told in any language.
  public enum Value: Sendable, Hashable {
    /// As the charter names or words it.
    case name(Translated)
    /// A word of the charter language; the family says of which kind.
    case word(String, of: String)
    /// A word that means itself: a percentage, a fraction.
    case code(String)
    case date(When)
    case period(Period)
    case years(Int)
    case months(Int)
  }
  /// What the values are of, where the row alone does not say it: “parallel to”, the name of a window.
  public let head: Value?
  public let values: [Value]
  /// Where it stands: `linkage.default.modality`.
  public let path: String
  /// Sources, how exact, whether stated or our reading, and the line of the file.
  public let ground: Ground
}

/// What a charter says in one row.
public struct ComparedCell: Sendable, Hashable {
  public let row: ComparisonRow
  /// Empty where the charter says nothing.
  public let facts: [ComparedFact]
  /// The block that was looked at; where nothing is said, this is where it would stand.
  public let path: String
  /// The line of that block; 0 where the charter has none.
  public let line: Int
}
