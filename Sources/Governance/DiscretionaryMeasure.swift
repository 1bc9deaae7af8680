internal import Acting
internal import Charters
public import Kernel
internal import Registry
internal import Store

/// What a Party does of its own choice under a treaty that lets it: a stricter measure at home, or an agreement with
/// other States (A18a).
public struct DiscretionaryMeasure: Record {
  public enum Form: String, Code {
    case stricterMeasure = "stricter-measure"
    case agreementWithStates = "agreement-with-states"
  }
  public var id: ID
  public var party: Country
  public var treaty: Treaty.ID
  public var form: Form
  public var article: String?
  /// The turn of the treaty's text that leaves the choice, in the charter's words: may, are-encouraged-to ...
  public var wording: String?
  /// The other States of an agreement.
  public var states: [Country]
  public var since: When?
  public var text: Translated
  public var provenance: Provenance

  public static let schema = Schema(
    "discretionary-measure", DiscretionaryMeasure.init,
    Field("id", \.id),
    Field("party", \.party),
    Field("treaty", \.treaty),
    Field("form", \.form),
    Field("article", \.article),
    Field("wording", \.wording, .word),
    Field("states", \.states),
    Field("since", \.since),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("since") }

  public var contradictions: [Refusal] {
    guard form == .agreementWithStates, states.isEmpty else { return [] }
    return [Refusal("states.none", field: "states")]
  }
}

extension DiscretionaryMeasure {
  /// A Party records what it takes, through the partner that speaks for it; or the secretariat does (A26).
  static let keeping = Keeping(
    DiscretionaryMeasure.self, add: .secretariatOr(.party(.field("party"))),
    correct: .secretariatOr(.party(.field("party")))
  ) { measure, _, occasion in
    try measure.refusals(occasion)
  }

  /// Whether it is one that its Party may take.
  private func refusals(_ occasion: Occasion) throws -> [Refusal] {
    let (day, connection) = (since?.last ?? occasion.today, occasion.connection)
    guard let charter = try occasion.charter(on: occasion.today) else { return [] }
    var refusals: [Refusal] = []
    let wordings = charter.natures.flatMap(\.wordings)
    if let wording, !wordings.isEmpty, !wordings.contains(wording) {
      refusals.append(
        Refusal(
          "wording",
          ["charter": .text(charter.label), "wording": "\(wording.prefix(60))", "known": .list(wordings)],
          field: "wording"))
    }
    if states.contains(party) {
      refusals.append(Refusal("states.itself", ["party": "\(party)"], field: "states"))
    }
    let parties = "\(treaty)-party"
    if try connection.isKept(group: parties),
      try !connection.countries(in: parties, on: day).contains(party)
    {
      refusals.append(
        Refusal("not-a-party", ["party": "\(party)", "treaty": "\(treaty)", "day": "\(day)"], field: "party"))
    }
    return refusals
  }
}
