public import Charters
public import Kernel
public import Store

/// Countries by income, as the body that groups them publishes it, and whom a charter attends to first (P4).
extension Connection {
  /// The income group of each country on a day: low-income, lower-middle-income ... Left out is who is in none.
  public func incomeGroups(on day: Day) throws -> [Country: String] {
    let found = try all(
      CountryGroup.self,
      "WHERE \"group\" LIKE '%-income' AND \(Query.isValid(CountryGroup.self, on: day)) ORDER BY id")
    return Dictionary(found.map { ($0.country, $0.group) }) { first, _ in first }
  }
}

extension Attention {
  /// Whether a country of an income group, or work for some people, comes first.
  ///
  /// - Parameter income: a group of countries; a charter's `middle` holds the lower and the upper one.
  public func comesFirst(income: String?, _ people: [String]) -> Bool {
    people.contains { populations.contains($0) }
      || income.map { group in
        incomeGroups.contains { "\($0)-income" == group || group.hasSuffix("-\($0)-income") }
      } ?? false
  }
}
