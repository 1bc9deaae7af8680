public import Charters
public import Kernel
internal import Registry
public import Store

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
    return [Refusal("states", "an agreement with States names the other States", field: "states")]
  }
}

extension Connection {
  /// Whether a measure is one that its Party may take, and that the one who records it may record (A26).
  ///
  /// - Parameters:
  ///   - capacity: of who records it; nil for a preview that nobody signed.
  ///   - today: the day that counts for a measure without a date.
  public func refusals(
    of measure: DiscretionaryMeasure, under charter: Charter, as capacity: Capacity?, today: Day
  ) throws -> [Refusal] {
    var refusals: [Refusal] = []
    let wordings = charter.natures.flatMap(\.wordings)
    if let wording = measure.wording, !wordings.isEmpty, !wordings.contains(wording) {
      refusals.append(
        Refusal(
          "wording",
          "the charter \(charter.label) has no wording \u{201C}\(wording.prefix(60))\u{201D}; it has "
            + wordings.joined(separator: ", "), field: "wording"))
    }
    if measure.states.contains(measure.party) {
      refusals.append(Refusal("states", "\(measure.party) makes no agreement with itself", field: "states"))
    }
    let day = measure.since?.last ?? today
    let parties = "\(measure.treaty)-party"
    if try isKept(group: parties), try !countries(in: parties, on: day).contains(measure.party) {
      refusals.append(
        Refusal(
          "not-a-party",
          "\(measure.party) is no Party to \(measure.treaty) on \(day); only a Party takes measures under it",
          field: "party"))
    }
    if case .focalPoint(let id) = capacity {
      let partner = try one(Partner.ID(id))
      let isParty =
        partner.map { charter.membership.terms(of: $0.category)?.isPartyPossible ?? false } ?? false
      if !isParty || partner?.country != measure.party {
        refusals.append(
          Refusal(
            "party-only",
            "\(id) does not speak for \(measure.party) as a Party; its focal point or the "
              + "secretariat may record what it takes", field: "capacity"))
      }
    }
    return refusals
  }
}
