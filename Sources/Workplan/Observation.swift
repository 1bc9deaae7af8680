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
  /// When it became known: the date of the assessment, which speaks of years before. Nil where nobody says.
  public var published: When?
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
    Field("activity", \.activity),
    Field("medium", \.medium, .word),
    Field("scope", \.scope, .notEmpty),
    Field("reference_year", \.referenceYear),
    Field("published", \.published),
    Field("amount", \.amount),
    Field("counts", \.counts),
    Field("text", \.text),
    Field("provenance", \.provenance))
  public static var validity: Validity { .sinceAll(["reference_year", "published"]) }

  /// What is named is countable, each thing once, and no more of it than the amount says.
  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    let areCountries = amount.unit == "country"
    for thing in counts where !thing.isWord || areCountries {
      if (try? Country(code: thing)) != nil { continue }
      let named: [String: Phrase.Value] = ["thing": "\(thing.prefix(40))"]
      refusals.append(
        areCountries
          ? Refusal("counts.country", named, field: "counts")
          : Refusal("counts.thing", named, field: "counts"))
    }
    let things = Set(counts)
    if things.count < counts.count {
      refusals.append(Refusal("twice.thing", field: "counts"))
    }
    // What is no whole number is no count, and tells less than nothing of how many may be named.
    if let value = amount.value, value.rounded(.up) < Double(things.count) {
      refusals.append(Refusal("counts.more", ["named": "\(things.count)"], field: "counts"))
    }
    return refusals
  }
}
