public import Governance
public import Kernel
public import Registry
public import Workplan

/// Money of a window that is given to an area or an activity to spend (A38, R124).
public struct Allocation: Moving {
  public enum State: String, Code { case allocated, withdrawn }
  public var id: ID
  public var window: Window.ID
  public var amount: Money
  /// What it pays for: an area, or an activity and through it the areas of that.
  public var area: Area.ID?
  public var activity: Activity.ID?
  public var cycle: String
  public var decided: Day
  /// The decision of a body that it rests on; nil where the secretariat allocates.
  public var decision: Decision.ID?
  /// From this day it holds no more, and the money is there again.
  public var withdrawnOn: Day?
  public var provenance: Provenance
  public var state: State

  public init(
    id: ID, window: Window.ID, amount: Money, area: Area.ID?, activity: Activity.ID?, cycle: String,
    decided: Day, decision: Decision.ID?, withdrawnOn: Day? = nil, provenance: Provenance,
    state: State = .allocated
  ) {
    self.id = id
    self.window = window
    self.amount = amount
    self.area = area
    self.activity = activity
    self.cycle = cycle
    self.decided = decided
    self.decision = decision
    self.withdrawnOn = withdrawnOn
    self.provenance = provenance
    self.state = state
  }
  public static let schema = Schema(
    "allocation", Allocation.init,
    Field("id", \.id),
    Field("window", \.window, indexed: true),
    Field("amount", \.amount),
    Field("area", \.area),
    Field("activity", \.activity, indexed: true),
    Field("cycle", \.cycle, .word),
    Field("decided", \.decided),
    Field("decision", \.decision),
    Field("withdrawn_on", \.withdrawnOn),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("decided") }

  /// Whether it holds on a day.
  public func holds(on day: Day) -> Bool { decided <= day && (withdrawnOn.map { $0 > day } ?? true) }

  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    func refuse(_ code: String, _ sentence: String, _ field: String) {
      refusals.append(Refusal(code, sentence, field: field))
    }
    if amount.minor <= 0 {
      refuse("amount", "the amount is zero or less; allocate more than zero", "amount.minor")
    }
    if amount.kind == .inKind {
      refuse(
        "in-kind", "what is given in kind is where it is and cannot be allocated; allocate cash",
        "amount.kind")
    }
    if (area == nil) == (activity == nil) {
      refuse("one-place", "an allocation pays for one area or one activity; name one of the two", "area")
    }
    if (state == .withdrawn) != (withdrawnOn != nil) {
      refuse(
        "withdrawn", "a withdrawn allocation has the day of its withdrawal, and no other has one",
        "withdrawn_on")
    }
    if let withdrawnOn, withdrawnOn < decided {
      refuse(
        "withdrawn", "it was decided on \(decided) and cannot be withdrawn before that", "withdrawn_on")
    }
    return refusals
  }
}
