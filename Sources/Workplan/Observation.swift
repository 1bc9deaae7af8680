public import Kernel

/// A measured or estimated value of an indicator for a year, from one assessment. Assessments that differ
/// stand side by side.
public struct Observation: Record {
  public var id: ID
  public var indicator: String
  /// The project that measured it; nil for what holds of the whole, or of the world.
  public var activity: Activity.ID?
  public var medium: String?
  public var scope: String
  public var referenceYear: When?
  public var amount: Figure
  /// What was counted, where the source names it: countries by their codes, other things by a word each. Two projects
  /// that name the same thing are thereby known to.
  public var counts: [String]
  public var text: Translated?
  public var provenance: Provenance

  public static let schema = Schema(
    "observation", Observation.init,
    Field("id", \.id),
    Field("indicator", \.indicator, .word, indexed: true),
    Field("activity", \.activity, indexed: true),
    Field("medium", \.medium, .word),
    Field("scope", \.scope, .notEmpty),
    Field("reference_year", \.referenceYear),
    Field("amount", \.amount),
    Field("counts", \.counts),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .since("reference_year") }

  /// What is named is countable, each thing once, and no more of it than the amount says.
  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    func refuse(_ code: String, _ sentence: String) {
      refusals.append(Refusal(code, sentence, field: "counts"))
    }
    let areCountries = amount.unit == "country"
    for thing in counts where !thing.isWord || areCountries {
      if (try? Country(code: thing)) != nil { continue }
      refuse(
        "counts",
        areCountries
          ? "\u{201C}\(thing.prefix(40))\u{201D} is not a country; countries are named by their ISO 3166 codes of two capital letters such as KG"
          : "\u{201C}\(thing.prefix(40))\u{201D} names nothing that can be counted once; write a word of small letters, digits and dashes, or the code of a country"
      )
    }
    let things = Set(counts)
    if things.count < counts.count {
      refuse("twice", "a thing is named once; what is named twice counts once")
    }
    // What is no whole number is no count, and tells less than nothing of how many may be named.
    if let value = amount.value, value.rounded(.up) < Double(things.count) {
      refuse(
        "counts",
        "\(things.count) are named and the amount says fewer; name no more than it says")
    }
    return refusals
  }
}
