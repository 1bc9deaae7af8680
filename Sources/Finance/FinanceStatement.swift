public import Kernel

/// What a source says of money, with an amount only where the source prints one.
public struct FinanceStatement: Record {
  public enum Direction: String, Code { case up, down }
  public var id: ID
  /// trend, share, source, weakness ...
  public var form: String
  public var window: Window.ID?
  public var cycle: String?
  public var direction: Direction?
  public var amount: Figure?
  public var about: String
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "finance-statement", FinanceStatement.init,
    Field("id", \.id),
    Field("form", \.form, .word),
    Field("window", \.window),
    Field("cycle", \.cycle, .word),
    Field("direction", \.direction),
    Field("amount", \.amount),
    Field("about", \.about, .word),
    Field("text", \.text),
    Field("provenance", \.provenance))
}
