public import Kernel

/// A field of work with leads, members, a business plan and perhaps an end. Areas come from the charter.
public struct Area: Moving {
  public enum State: String, Code {
    case proposed, preparatory, launched, active, dormant, merged, absorbed, closed
  }
  public var id: ID
  public var name: Translated
  /// Its place in the charter's list.
  public var number: Int
  /// Since when it exists; how sure that is stands in `provenance`.
  public var period: Period
  /// Where only the latest start is known: it existed by then.
  public var notAfter: When?
  /// Dimensions of its scope, which may reach beyond the substance.
  public var themes: [String]
  /// Whether the area treats a problem wider than its pollutant.
  public var isBeyondSubstance: Bool
  /// What is said of a planned end.
  public var plannedEnd: Translated?
  public var plannedEndOn: When?
  /// The area, body or treaty that took it over.
  public var absorbedBy: String?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "area", Area.init,
    Field("id", \.id),
    Field("name", \.name),
    Field("number", \.number, .within(1...999)),
    Field("period", \.period),
    Field("not_after", \.notAfter),
    Field("themes", \.themes),
    Field("is_beyond_substance", \.isBeyondSubstance),
    Field("planned_end", \.plannedEnd),
    Field("planned_end_on", \.plannedEndOn),
    Field("absorbed_by", \.absorbedBy, .word),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .during("period") }

  /// What has ended says when, and what was taken over says by whom (A32).
  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    if [.merged, .absorbed, .closed].contains(state), period.until == nil {
      refusals.append(
        Refusal("no-end", ["state": .text(state.rawValue)], field: "period"))
    }
    if [.merged, .absorbed].contains(state), absorbedBy == nil {
      refusals.append(
        Refusal("no-destination", ["state": .text(state.rawValue)], field: "absorbed_by"))
    }
    return refusals
  }
}
