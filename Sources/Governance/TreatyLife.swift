public import Kernel
public import Store

extension Connection {
  /// The phases of a treaty in the order they began; a new one leaves the earlier ones as they were (R8).
  public func phases(of treaty: Treaty.ID) throws -> [TreatyPhase] {
    try all(TreatyPhase.self, "WHERE treaty = \(treaty) ORDER BY since, id")
  }

  /// The phase a treaty was in on a day; nil before the first.
  public func phase(of treaty: Treaty.ID, on day: Day) throws -> TreatyPhase? {
    try all(
      TreatyPhase.self,
      "WHERE treaty = \(treaty) AND \(Query.isValid(TreatyPhase.self, on: day)) ORDER BY since DESC LIMIT 1"
    ).first
  }

  /// The phases of every treaty that had begun by a day, such as `negotiating`.
  public func phasesBegun(by day: Day) throws -> Set<String> {
    Set(try all(TreatyPhase.self, "WHERE \(Query.isValid(TreatyPhase.self, on: day))").map(\.phase))
  }
}
