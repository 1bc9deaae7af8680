internal import Finance
public import Governance
public import Kernel
public import Store
internal import Workplan

extension Connection {
  /// The report of a cycle, as the charter in force on its day has it made.
  ///
  /// - Parameters:
  ///   - cycle: as people type it, such as `2009-2010`.
  ///   - day: the day it speaks of; nil takes the one on which it was presented.
  public func report(
    on cycle: String, asOf day: Day?, _ charters: CharterBook
  ) throws -> ProgressReport {
    try report(on: self.cycle(cycle), asOf: day, charters)
  }

  func report(on cycle: Cycle, asOf day: Day?, _ charters: CharterBook) throws -> ProgressReport {
    let on = day ?? cycle.reportedOn ?? .init(1970, 1, 1)
    let charter = try charters.inForce(on: on, self)
    return try ProgressReport.assemble(
      cycle, to: try charter.map { try AddresseeLine.lines(of: $0, self) } ?? [],
      rolledUp: try charter.map { try rolledUp(under: $0, on: on) } ?? [], asOf: day, self)
  }
}
