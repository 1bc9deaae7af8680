public import Charters
public import Kernel

/// What a partnership does as one in one country, adapted to it (P3, P4).
public struct NationalInitiative: Record {
  public var id: ID
  public var name: Translated
  public var country: Country
  public var partner: Partner.ID?
  public var area: Area.ID?
  /// What was adapted to local needs.
  public var adaptation: Translated?
  /// Groups of people it is for: vulnerable ...
  public var populations: [String]
  public var period: Period
  public var provenance: Provenance

  public static let schema = Schema(
    "national-initiative", NationalInitiative.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("country", \.country),
    Field("partner", \.partner),
    Field("area", \.area),
    Field("adaptation", \.adaptation),
    Field("populations", \.populations),
    Field("period", \.period),
    Field("provenance", \.provenance))
  public static var validity: Validity { .during("period") }

  public func refusals(under charter: Charter) -> [Refusal] {
    guard !charter.membership.hasNationalInitiatives else { return [] }
    return [
      Refusal("no-national-initiatives", ["charter": .text(charter.label)], field: "id")
    ]
  }

  /// Those in countries of a group, as far as the charter attends to it (R145).
  public static func those(_ initiatives: [NationalInitiative], in countries: Set<Country>)
    -> [NationalInitiative]
  {
    initiatives.filter { countries.contains($0.country) }.sorted { $0.id.text < $1.id.text }
  }
}

extension Representation {
  /// A charter may say that nobody speaks for others.
  public func refusals(under charter: Charter) -> [Refusal] {
    guard charter.membership.mayRepresentOthers == false else { return [] }
    return [
      Refusal("represents-others", ["charter": .text(charter.label)], field: "partner")
    ]
  }
}
