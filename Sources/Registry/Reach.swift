public import Kernel
public import Store

/// Partners and those they speak for: counted apart, and nobody twice (A6d).
public struct Reach: Sendable, Hashable {
  public let partners: Int
  /// Entities by name that are no partners themselves; a name counts once, whoever speaks for it.
  public let listed: Int
  /// What partners estimate beyond those they list.
  public let estimated: Int

  public init(partners: Int, listed: Int, estimated: Int) {
    self.partners = partners
    self.listed = listed
    self.estimated = estimated
  }

  /// Everyone who is reached: partners, and those represented in addition.
  public var total: Int { partners.adding(listed).adding(estimated) }
  /// An estimate that enters a sum makes it one.
  public var qualifier: Qualifier { estimated > 0 ? .estimated : .exact }

  /// - Parameters:
  ///   - spoken: what partners that belong say of whom they represent.
  ///   - own: of the names they list, those of partners.
  static func count(partners: Int, spoken: [Representation], own: Set<String>) -> Reach {
    var estimated = 0
    for (_, lines) in Dictionary(grouping: spoken, by: \.partner) {
      let estimate = lines.compactMap { $0.estimate?.value }.max() ?? 0
      // The list is part of what is estimated.
      let named = Set(lines.compactMap { $0.entity?.folded }).count
      estimated = estimated.adding(max(0, Int(saturating: estimate) - named))
    }
    return Reach(
      partners: partners, listed: Set(spoken.compactMap { $0.entity?.folded }).subtracting(own).count,
      estimated: estimated)
  }
}

extension Connection {
  /// The partners that belong on a day, suspended ones included.
  public func partners(on day: Day) throws -> [Partner] {
    try all(
      Partner.self,
      "WHERE \(Query.isMember(on: day)) ORDER BY id")
  }

  /// How many partners of each country belong on a day; under nil, those without a country.
  ///
  /// - Parameter further: a condition for use behind `AND`.
  public func partnersByCountry(on day: Day, _ further: Query = "1 = 1") throws -> [Country?: Int] {
    let rows = try rows(
      """
      SELECT country, count(*) FROM \(Partner.self) WHERE \(Query.isMember(on: day)) AND \(further) \
      GROUP BY country
      """
    ) { (try Country?(row: $0), try $0.integer()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// How many partners of each sector, as their records name it, belong on a day.
  public func partnersBySector(on day: Day) throws -> [String: Int] {
    let rows = try rows(
      "SELECT sector, count(*) FROM \(Partner.self) WHERE \(Query.isMember(on: day)) GROUP BY sector"
    ) { (try $0.text(), try $0.integer()) }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// Partners are counted by the store, and their names are gone through one by one: there may be a million.
  public func reach(on day: Day) throws -> Reach {
    let partners: Int =
      try value("SELECT count(*) FROM \(Partner.self) WHERE \(Query.isMember(on: day))") ?? 0
    let spoken = try all(
      Representation.self,
      "WHERE partner IN (SELECT id FROM \(Partner.self) WHERE \(Query.isMember(on: day))) ORDER BY id")
    let listed = Set(spoken.compactMap { $0.entity?.folded })
    var own: Set<String> = []
    if !listed.isEmpty {
      try forEach("SELECT name FROM \(Partner.self) WHERE \(Query.isMember(on: day))") { row in
        for name in try Translated(row: row).texts where listed.contains(name.text.folded) {
          own.insert(name.text.folded)
        }
      }
    }
    return Reach.count(partners: partners, spoken: spoken, own: own)
  }
}

extension String {
  /// A name without the differences of case and spacing that make no other name of it.
  fileprivate var folded: String { lowercased().split(separator: " ").joined(separator: " ") }
}
