public import Charters
public import Kernel
public import Registry

/// Work done in the partnership: project, guidance, service, inventory. An activity belongs to areas, or
/// says that it cuts across.
public struct Activity: Moving {
  public enum State: String, Code {
    case notStated = "not-stated"
    case planned
    case underWay = "under-way"
    case done
    case takenOver = "taken-over-by-treaty"
    case ended
  }
  public var id: ID
  /// project, guidance, service, briefing, inventory ...
  public var form: String
  /// Areas by id; none only where it cuts across.
  public var areas: [String]
  /// Declared, as A28a asks where no area is named.
  public var isCrossCutting: Bool
  public var topic: Topic.ID?
  public var stream: String?
  public var function: String?
  /// capacity-building or information-sharing
  public var mode: String?
  /// interim, binding, voluntary-party, voluntary-collective
  public var nature: String?
  public var interimType: String?
  /// At which level of society it mobilises, in the charter's words (N4a).
  public var societyLevel: String?
  public var problemLevel: ProblemLevel?
  /// The kind of solution it works out; the charter's list may be open (A1).
  public var solutionType: String?
  /// Whether that solution rests on a market; nil where no source says.
  public var isMarketBased: Bool?
  /// What comes out of it, in the charter's words: meeting, options-paper ... (A14)
  public var output: String?
  /// Sectors that take part, in the charter's words (P1).
  public var sectors: [String] = []
  /// At which level it is carried out (P6); where the problem lies is another matter.
  public var workLevel: ProblemLevel?
  /// The body that coordinates it: headquarters, a regional office ...
  public var coordinatedBy: Body.ID?
  /// Other initiatives whose work it is too (A25).
  public var sharedWith: [Partnership.ID] = []
  /// Whether the source itself says the nature: stated or implied.
  public var natureBasis: String?
  /// The treaty phase it runs in.
  public var phase: String?
  public var country: Country?
  public var region: String?
  public var isPriority: Bool
  /// The action it carries out; none means it is off plan.
  public var priorityAction: PriorityAction.ID?
  /// The later treaty decision it prepares.
  public var easesDecision: String?
  /// What it needs, and where that is meant to come from (N4d).
  public var need: Money?
  public var intendedSource: String?
  public var period: Period
  public var text: Translated
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "activity", Activity.init,
    Field("id", \.id),
    Field("form", \.form, .word),
    Field("areas", \.areas),
    Field("is_cross_cutting", \.isCrossCutting),
    Field("topic", \.topic),
    Field("stream", \.stream, .word),
    Field("function", \.function, .word),
    Field("mode", \.mode, .word),
    Field("nature", \.nature, .word),
    Field("interim_type", \.interimType, .word),
    Field("society_level", \.societyLevel, .word),
    Field("problem_level", \.problemLevel),
    Field("solution_type", \.solutionType, .word),
    Field("is_market_based", \.isMarketBased),
    Field("output", \.output, .word),
    Field("sectors", \.sectors),
    Field("work_level", \.workLevel),
    Field("coordinated_by", \.coordinatedBy),
    Field("shared_with", \.sharedWith),
    Field("nature_basis", \.natureBasis, .word),
    Field("phase", \.phase, .word),
    Field("country", \.country),
    Field("region", \.region),
    Field("is_priority", \.isPriority),
    Field("priority_action", \.priorityAction),
    Field("eases_decision", \.easesDecision, .word),
    Field("need", \.need),
    Field("intended_source", \.intendedSource),
    Field("period", \.period),
    Field("text", \.text),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .sinceStart(of: "period") }

  /// Activities go through the areas; what cuts across says so (A28a).
  public var contradictions: [Refusal] {
    guard areas.isEmpty, !isCrossCutting else { return [] }
    return [
      Refusal("no-area", field: "areas")
    ]
  }
}
