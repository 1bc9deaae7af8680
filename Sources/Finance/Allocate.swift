public import Acting
public import Governance
public import Kernel
public import Registry
internal import Store
public import Workplan

extension Allocation {
  /// What is to be allocated, to an area or an activity.
  public struct Wanted: VerbInputs {
    /// Nil takes window, place and day: the same allocation given twice is refused as there already.
    public var id: ID?
    public var window: Window.ID
    public var amount: Money
    public var area: Area.ID?
    public var activity: Activity.ID?
    public var cycle: String
    public var decision: Decision.ID?
    public var provenance: Provenance
    public var on: Day?

    public init(
      id: ID? = nil, window: Window.ID, amount: Money, area: Area.ID? = nil, activity: Activity.ID? = nil,
      cycle: String, decision: Decision.ID? = nil, provenance: Provenance = Provenance([]), on: Day? = nil
    ) {
      self.id = id
      self.window = window
      self.amount = amount
      self.area = area
      self.activity = activity
      self.cycle = cycle
      self.decision = decision
      self.provenance = provenance
      self.on = on
    }
    public static let schema = Schema(
      "wanted", Wanted.init(id:window:amount:area:activity:cycle:decision:provenance:on:),
      Field("id", \.id),
      Field("window", \.window),
      Field("amount", \.amount),
      Field("area", \.area),
      Field("activity", \.activity),
      Field("cycle", \.cycle, .word),
      Field("decision", \.decision),
      Field("provenance", \.provenance),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Allocates money of a window, if the window has so much for the place.
  ///
  /// Refused is more than is free there: the sentence says what is set aside and for which areas.
  public static let allocating = Making<Allocation, Wanted>("allocate", under: keeping) { inputs, occasion in
    let day = inputs.on ?? occasion.today
    let place = inputs.area?.text ?? inputs.activity?.text ?? ""
    return Allocation(
      id: inputs.id ?? id(from: inputs.window, to: place, on: day), window: inputs.window,
      amount: inputs.amount, area: inputs.area, activity: inputs.activity, cycle: inputs.cycle, decided: day,
      decision: inputs.decision, provenance: inputs.provenance)
  }

  /// The secretariat, or a member of the body that decided it.
  private static let deciding = Right.secretariatOr(
    .member(.other("body", ofThe: "decision", at: .field("decision"))))

  /// Takes an allocation back from a day on: the money is there again.
  public static let withdrawing = Verb<Allocation, OnDay>(
    "withdraw", on: Allocation.self, from: [.allocated], to: .withdrawn, may: deciding
  ) { allocation, inputs, occasion in
    allocation.withdrawnOn = inputs.on ?? occasion.today
    if let refusal = try allocation.refusalOfDecision(occasion.connection) { throw refusal }
  }

  static let keeping = Keeping(Allocation.self, add: deciding) { allocation, _, occasion in
    if let refusal = try allocation.refusalOfPlace(occasion.connection) { return [refusal] }
    return try Cashbook.with(occasion) { try $0.refusals(of: allocation, occasion.connection) }
  }

  /// The store would refuse what does not exist, too, but not say what is missing.
  private func refusalOfPlace(_ connection: any Connection) throws -> Refusal? {
    if let area, try connection.one(area) == nil {
      return Refusal("dangling-reference.area", ["area": "\(area.text.prefix(60))"], field: "area")
    }
    if let activity, try connection.one(activity) == nil {
      return Refusal(
        "dangling-reference.activity", ["activity": "\(activity.text.prefix(60))"], field: "activity")
    }
    if let decision, try connection.one(decision) == nil {
      return Refusal(
        "dangling-reference.decision", ["decision": "\(decision.text.prefix(60))"], field: "decision")
    }
    return nil
  }

  /// An id that follows from what is allocated.
  public static func id(from window: Window.ID, to place: String, on day: Day) -> ID {
    .init("\(window)-\(place)-\(day)")
  }
}
