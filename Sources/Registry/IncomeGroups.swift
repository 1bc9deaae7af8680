public import Charters
public import Kernel
public import Store

/// Countries by income, as the body that groups them publishes it, and whom a charter attends to first (P4).
extension Connection {
  /// The income group of a country on a day: low-income, lower-middle-income ... Nil where none is on record.
  public func incomeGroup(of country: Country, on day: Day) throws -> String? {
    try groups(of: country, on: day).first { $0.group.hasSuffix("-income") }?.group
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
