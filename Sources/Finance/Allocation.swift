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
    Field("window", \.window),
    Field("amount", \.amount),
    Field("area", \.area),
    Field("activity", \.activity),
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
    if amount.minor <= 0 { refusals.append(Refusal("amount.allocation", field: "amount.minor")) }
    if amount.kind == .inKind { refusals.append(Refusal("in-kind", field: "amount.kind")) }
    if (area == nil) == (activity == nil) { refusals.append(Refusal("one-place", field: "area")) }
    if (state == .withdrawn) != (withdrawnOn != nil) {
      refusals.append(Refusal("withdrawn", field: "withdrawn_on"))
    }
    if let withdrawnOn, withdrawnOn < decided {
      refusals.append(Refusal("withdrawn.before", ["decided": "\(decided)"], field: "withdrawn_on"))
    }
    return refusals
  }
}
