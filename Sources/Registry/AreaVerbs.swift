public import Acting
public import Kernel

// The life of an area. The secretariat writes it down, and members of the bodies that the charter lets decide on the
// structure do (A32, A33).
extension Area {
  private static let decides = Right.secretariatOr(.charter(.structure))

  public static let preparing = Verb(
    "prepare", on: Area.self, from: .proposed, to: .preparatory, may: decides)
  public static let launching = Verb(
    "launch", on: Area.self, from: .proposed, .preparatory, to: .launched, may: decides)
  public static let activating = Verb(
    "activate", on: Area.self, from: .launched, .dormant, to: .active, may: decides)
  public static let resting = Verb(
    "rest", on: Area.self, from: .active, .launched, to: .dormant, may: decides)

  /// The last day of an area, and what goes on with its work.
  public struct End: VerbInputs {
    public var on: Day?
    /// An area, body or treaty; asked for where it is merged or absorbed.
    public var into: String?
    public init(on: Day? = nil, into: String? = nil) {
      self.on = on
      self.into = into
    }
    public static let schema = Schema(
      "end", End.init(on:into:), Field("on", \.on), Field("into", \.into, .word))
    public var day: Day? { on }
  }

  public static let merging = ending("merge", to: .merged)
  public static let absorbing = ending("absorb", to: .absorbed)
  public static let closing = ending("close", to: .closed)

  /// Ends an area on a day. Its data stay as they are and can be read as of any date (A32).
  private static func ending(_ name: String, to state: State) -> Verb<Area, End> {
    Verb(name, on: Area.self, from: [.active, .launched, .dormant], to: state, may: decides) {
      area, inputs, occasion in
      let day = inputs.on ?? occasion.today
      if let since = area.period.since, day < since.first {
        throw Refusal(
          "ends-before", ["area": "\(area.id)", "since": "\(since)", "day": "\(day)"], field: "period")
      }
      area.period.until = When(day)
      area.absorbedBy = inputs.into ?? area.absorbedBy
    }
  }

  static let verbs: [any DeclaredVerb] = [
    preparing, launching, activating, resting, merging, absorbing, closing,
  ]
}
