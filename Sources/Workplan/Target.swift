public import Charters
public import Governance
public import Kernel
public import Registry
public import Store

/// What an area aims at, and by when.
public struct Target: Record {
  public var id: ID
  public var area: Area.ID
  public var indicator: String
  public var amount: Figure?
  public var year: When?
  /// The duty of the treaty that it goes further than, as its source says (A19).
  public var moreAmbitiousThan: TreatyDuty.ID?
  /// What that duty asks for in the same unit, where it is a number.
  public var treatyAmount: Figure?
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "target", Target.init,
    Field("id", \.id),
    Field("area", \.area),
    Field("indicator", \.indicator, .word, indexed: true),
    Field("amount", \.amount),
    Field("year", \.year),
    Field("more_ambitious_than", \.moreAmbitiousThan),
    Field("treaty_amount", \.treatyAmount),
    Field("text", \.text),
    Field("provenance", \.provenance))

  /// A number of the treaty's is compared with a number of the target's, in one unit, under the duty that states it.
  public var contradictions: [Refusal] {
    guard let treatyAmount else { return [] }
    guard moreAmbitiousThan != nil else {
      return [
        Refusal("no-duty", field: "more_ambitious_than")
      ]
    }
    guard amount?.unit == treatyAmount.unit else {
      return [
        amount.map {
          Refusal(
            "unit", ["unit": .text($0.unit), "treatyUnit": .text(treatyAmount.unit)],
            field: "treaty_amount.unit")
        } ?? Refusal("unit.none", ["treatyUnit": .text(treatyAmount.unit)], field: "treaty_amount.unit")
      ]
    }
    return []
  }

  /// A charter may say that it goes no further than the treaty.
  public func refusals(under charter: Charter) -> [Refusal] {
    guard moreAmbitiousThan != nil, charter.ambition?.mayExceedTreaty == false else { return [] }
    return [
      Refusal("ambition", ["charter": .text(charter.label)], field: "more_ambitious_than")
    ]
  }
}

extension Connection {
  /// Targets that go further than the treaty, each with the duty it exceeds.
  public func targetsBeyondTreaties() throws -> [(target: Target, duty: TreatyDuty)] {
    try all(Target.self, "WHERE more_ambitious_than IS NOT NULL ORDER BY area, id").compactMap { target in
      try target.moreAmbitiousThan.flatMap { try one($0) }.map { (target, $0) }
    }
  }
}
