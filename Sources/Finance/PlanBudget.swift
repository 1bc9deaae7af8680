public import Kernel

/// The budget of one national action plan for gold mining, by element.
public struct PlanBudget: Record {
  public var id: ID
  public var country: Country
  public var items: Int
  public var education: Double?
  public var formalisation: Double?
  public var marketBased: Double?
  public var tradeControl: Double?
  public var practiceReform: Double?
  public var planManagement: Double?
  public var vulnerablePeople: Double?
  public var publicHealth: Double?
  /// Whole units of the currency, as the source adds them up.
  public var total: Double
  public var currency: String
  public var rateDate: Day?
  public var provenance: Provenance

  public static let schema = Schema(
    "plan-budget", PlanBudget.init,
    Field("id", \.id),
    Field("country", \.country),
    Field("items", \.items),
    Field("education", \.education),
    Field("formalisation", \.formalisation),
    Field("market_based", \.marketBased),
    Field("trade_control", \.tradeControl),
    Field("practice_reform", \.practiceReform),
    Field("plan_management", \.planManagement),
    Field("vulnerable_people", \.vulnerablePeople),
    Field("public_health", \.publicHealth),
    Field("total", \.total),
    Field("currency", \.currency, .notEmpty),
    Field("rate_date", \.rateDate),
    Field("provenance", \.provenance))
}
