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
  ///   - partners: how many of each country; under nil, those without one.
  ///   - members: the countries of the group on the day.
  static func count(
    _ measure: Measure, _ group: String, _ partners: [Country?: Int], in members: Set<Country>, on day: Day,
    causes: [CauseLine]
  ) -> Participation {
    let whole = partners.values.reduce(0, +)
    let ofGroup = partners.reduce(0) { sum, line in
      sum + (line.key.map(members.contains) ?? false ? line.value : 0)
    }
    let share =
      whole == 0
      ? nil
      : Figure(
        value: 100 * Double(ofGroup) / Double(whole), unit: "%", qualifier: .inferred,
        asOf: When(day), source: "registry", verification: .inferred)
    return Participation(
      measure: measure, group: group, partners: whole, ofGroup: ofGroup, withoutCountry: partners[nil] ?? 0,
      share: share, causes: causes)
  }
}

extension Connection {
  /// Members, active and reporting partners of a cycle by a group of countries, as it was on a day.
  ///
  /// Active is who gave something in the cycle, in cash or in kind.
  public func participation(in cycle: Cycle, of group: String, on day: Day) throws -> [Participation] {
    let countries = try self.countries(in: group, on: day)
    let joined: Query = "membership_since IS NOT NULL"
    let gave: Query =
      "id IN (SELECT partner FROM \(Contribution.self) WHERE cycle = \(cycle.id.text) AND partner IS NOT NULL)"
    let reported: Query = "id IN (SELECT partner FROM \(PartnerReport.self) WHERE cycle = \(cycle.id))"
    let causes = try all(
      Cause.self,
      """
      WHERE explains IN (SELECT id FROM \(Uncertainty.self) WHERE about = 'participation') ORDER BY id
      """
    ).map(CauseLine.init(_:))
    func count(_ measure: Participation.Measure, _ condition: Query) throws -> Participation {
      .count(
        measure, group, try partnersByCountry(on: day, condition), in: countries, on: day,
        causes: causes)
    }
    return [
      try count(.members, joined), try count(.active, joined + " AND " + gave),
      try count(.reporting, joined + " AND " + reported),
    ]
  }
}
