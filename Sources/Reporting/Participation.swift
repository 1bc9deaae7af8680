internal import Finance
internal import Governance
public import Kernel
internal import Registry
public import Store

/// How large the part of countries of one group is among those who take part in a cycle (A12): among members, among
/// those who contributed, among those who reported.
public struct Participation: Composed {
  public enum Measure: String, Code { case members, active, reporting }
  public var measure: Measure
  /// The group of countries it is about: developing.
  public var group: String
  public var partners: Int
  public var ofGroup: Int
  /// Partners without a country: international organisations and the like. They count in the whole and in no group.
  public var withoutCountry: Int
  /// Percent of the partners; nil where there are none.
  public var share: Figure?
  /// Why it may be so, as sources say.
  public var causes: [CauseLine]

  public static let schema = Schema(
    "participation", Participation.init,
    Field("measure", \.measure),
    Field("group", \.group),
    Field("partners", \.partners),
    Field("of_group", \.ofGroup),
    Field("without_country", \.withoutCountry),
    Field("share", \.share),
    Field("causes", \.causes))

  /// - Parameters:
  ///   - countries: one entry a partner.
  ///   - members: the countries of the group on the day.
  static func count(
    _ measure: Measure, _ group: String, _ countries: [Country?], in members: Set<Country>, on day: Day,
    causes: [CauseLine]
  ) -> Participation {
    let ofGroup = countries.count { $0.map(members.contains) ?? false }
    let share =
      countries.isEmpty
      ? nil
      : Figure(
        value: 100 * Double(ofGroup) / Double(countries.count), unit: "%", qualifier: .inferred,
        asOf: When(day), source: "registry", verification: .inferred)
    return Participation(
      measure: measure, group: group, partners: countries.count, ofGroup: ofGroup,
      withoutCountry: countries.count { $0 == nil }, share: share, causes: causes)
  }
}

extension Connection {
  /// Members, active and reporting partners of a cycle by a group of countries, as it was on a day.
  ///
  /// Active is who gave something in the cycle, in cash or in kind.
  public func participation(in cycle: Cycle, of group: String, on day: Day) throws -> [Participation] {
    let countries = try self.countries(in: group, on: day)
    let members = try partners(on: day)
    let gave = Set(
      try all(Contribution.self, "WHERE cycle = \(cycle.id.text) AND partner IS NOT NULL").map(\.partner))
    let reported = Set(try all(PartnerReport.self, "WHERE cycle = \(cycle.id)").map(\.partner))
    let causes = try all(
      Cause.self,
      """
      WHERE explains IN (SELECT id FROM \(Uncertainty.self) WHERE about = 'participation') ORDER BY id
      """
    ).map(CauseLine.init(_:))
    func count(_ measure: Participation.Measure, _ partners: [Partner]) -> Participation {
      .count(measure, group, partners.map(\.country), in: countries, on: day, causes: causes)
    }
    return [
      count(.members, members), count(.active, members.filter { gave.contains($0.id) }),
      count(.reporting, members.filter { reported.contains($0.id) }),
    ]
  }
}
