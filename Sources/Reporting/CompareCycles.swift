internal import Finance
public import Kernel
public import Store

/// The money of one cycle, as far as it can be set beside another's (R117).
public struct CycleMoney: Composed {
  public var cycle: String
  /// Donors whose contributions are kept; nil where none is, which is not the same as none.
  public var donors: Int?
  /// Total in minor units by currency; currencies are never added up.
  public var totals: [CurrencyTotal]
  /// What sources say of it, with the direction.
  public var statements: [StatementLine]

  public static let schema = Schema(
    "cycle-money", CycleMoney.init,
    Field("cycle", \.cycle),
    Field("donors", \.donors),
    Field("totals", \.totals),
    Field("statements", \.statements))
}

public struct CurrencyTotal: Composed {
  public var currency: String
  public var minor: Int
  /// The share of the largest donor, in percent.
  public var largestShare: Double

  public static let schema = Schema(
    "currency-total", CurrencyTotal.init,
    Field("currency", \.currency),
    Field("minor", \.minor),
    Field("largest_share", \.largestShare))
}

/// How something moved from one cycle to the next, and who says so.
public struct Trend: Composed {
  public enum Movement: String, Code { case up, down, unchanged, unknown }
  /// donors, funding, or funding in one currency.
  public var subject: String
  public var movement: Movement
  /// The statements it rests on; empty where it is computed from contributions.
  public var statements: [String]

  public static let schema = Schema(
    "trend", Trend.init,
    Field("subject", \.subject),
    Field("movement", \.movement),
    Field("statements", \.statements))
}

/// Two cycles side by side. Where no amounts are kept the trend is what a source says of the later one.
public struct CycleComparison: Composed {
  public var earlier: CycleMoney
  public var later: CycleMoney
  public var trends: [Trend]

  public static let schema = Schema(
    "cycle-comparison", CycleComparison.init,
    Field("earlier", \.earlier),
    Field("later", \.later),
    Field("trends", \.trends))

  public static func compare(_ a: Cycle, _ b: Cycle, _ connection: any Connection) throws -> CycleComparison {
    let bIsLater = (a.period.since?.first ?? Day(1, 1, 1)) <= (b.period.since?.first ?? Day(1, 1, 1))
    let earlier = try money(of: bIsLater ? a : b, connection)
    let later = try money(of: bIsLater ? b : a, connection)
    return CycleComparison(earlier: earlier, later: later, trends: trends(earlier, later))
  }

  private static func money(of cycle: Cycle, _ connection: any Connection) throws -> CycleMoney {
    let id = cycle.id.text
    let given = try connection.all(Contribution.self, "WHERE cycle = \(id) ORDER BY id")
    let byCurrency = Dictionary(grouping: given, by: \.amount.currency)
    let totals = byCurrency.keys.sorted().map { currency in
      let sums = Dictionary(grouping: byCurrency[currency] ?? [], by: \.donor)
        .mapValues { $0.total { $0.amount.minor } }
      let total = sums.values.total()
      let largest = sums.values.max() ?? 0
      return CurrencyTotal(
        currency: currency, minor: total, largestShare: total == 0 ? 0 : 100 * Double(largest) / Double(total)
      )
    }
    let statements = try connection.all(FinanceStatement.self, "WHERE cycle = \(id) ORDER BY id")
    return CycleMoney(
      cycle: id, donors: given.isEmpty ? nil : Set(given.map(\.donor)).count, totals: totals,
      statements: statements.map { StatementLine($0, []) })
  }

  private static func trends(_ earlier: CycleMoney, _ later: CycleMoney) -> [Trend] {
    var trends: [Trend] = []
    if let before = earlier.donors, let after = later.donors {
      trends.append(Trend(subject: "donors", movement: movement(before, after), statements: []))
    } else {
      trends.append(said(of: "donors", later))
    }
    let currencies = Set(earlier.totals.map(\.currency)).intersection(later.totals.map(\.currency))
    if currencies.isEmpty { trends.append(said(of: "funding", later)) }
    for currency in currencies.sorted() {
      let total = { (money: CycleMoney) in money.totals.first { $0.currency == currency }?.minor ?? 0 }
      trends.append(
        Trend(
          subject: "funding in \(currency)", movement: movement(total(earlier), total(later)), statements: [])
      )
    }
    return trends
  }

  private static func movement(_ before: Int, _ after: Int) -> Trend.Movement {
    after > before ? .up : after < before ? .down : .unchanged
  }

  private static func said(of subject: String, _ money: CycleMoney) -> Trend {
    let statements = money.statements.filter { $0.about == subject && $0.direction != nil }
    let directions = Set(statements.compactMap { $0.direction.flatMap(Trend.Movement.init(rawValue:)) })
    // Sources that say opposite things leave it open.
    return Trend(
      subject: subject, movement: directions.count == 1 ? directions.first ?? .unknown : .unknown,
      statements: statements.map(\.record))
  }
}
