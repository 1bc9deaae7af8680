public import Kernel
public import Store

/// That a country belongs to a group, and from when until when: region, income, developing, Party ...
///
/// A group is shown as the body that defines it publishes it; it is used for statistics and judges nobody.
public struct CountryGroup: Record {
  public var id: ID
  public var country: Country
  /// developing, transition, minamata-party, low-income ...
  public var group: String
  public var period: Period
  public var provenance: Provenance

  public static let schema = Schema(
    "country-group", CountryGroup.init,
    Field("id", \.id),
    Field("country", \.country, indexed: true),
    Field("group", \.group, .word, indexed: true),
    Field("period", \.period),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }
}

extension Connection {
  /// The countries of a group on a day.
  public func countries(in group: String, on day: Day) throws -> Set<Country> {
    Set(
      try all(
        CountryGroup.self,
        "WHERE \"group\" = \(group) AND \(Query.isValid(CountryGroup.self, on: day))"
      ).map(\.country))
  }

  /// The groups of a country on a day, by name.
  public func groups(of country: Country, on day: Day) throws -> [CountryGroup] {
    try all(
      CountryGroup.self,
      "WHERE country = \(country) AND \(Query.isValid(CountryGroup.self, on: day)) ORDER BY \"group\"")
  }

  /// The countries bound on a day by a treaty of the charter. Who is Party to `minamata` stands in the group
  /// `minamata-party`.
  public func parties(to treaties: [String], on day: Day) throws -> Set<Country> {
    try treaties.reduce(into: []) { $0.formUnion(try countries(in: "\($1)-party", on: day)) }
  }

  /// Whether anyone keeps a group, on whatever day.
  public func isKept(group: String) throws -> Bool {
    try value("SELECT 1 FROM \(CountryGroup.self) WHERE \"group\" = \(group) LIMIT 1", as: Int.self) != nil
  }
}
