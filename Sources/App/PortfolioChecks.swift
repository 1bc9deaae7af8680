internal import Charters
internal import Governance
public import Kernel
public import Reporting
internal import Store

extension Partnership {
  /// What the checks tell of the portfolio on a day, by the thresholds of the charter in force then.
  public func findings(on day: Day) async throws -> [PortfolioFinding] {
    try await database.read { connection in
      let charter = try CharterBook().inForce(on: day, connection)
      return try connection.portfolio(on: day, under: charter).findings
    }
  }
}
