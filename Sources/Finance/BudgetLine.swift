public import Kernel

/// A line of the budget; coordination is one (R112).
public struct BudgetLine: Record {
  public var id: ID
  public var purpose: String
  /// The body or the areas it is for.
  public var holder: String
  /// Nil where no source states it.
  public var amount: Money?
  public var provenance: Provenance

  public static let schema = Schema(
    "budget-line", BudgetLine.init,
    Field("id", \.id),
    Field("purpose", \.purpose, .word),
    Field("holder", \.holder, .word),
    Field("amount", \.amount),
    Field("provenance", \.provenance))
}
