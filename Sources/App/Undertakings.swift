internal import Charters
internal import Exchange
internal import Governance
public import Kernel
internal import Registry
internal import Store

/// What is done to one partner and is no move of a workflow. A preview says what would be and writes
/// nothing.
extension Partnership {
  /// Counts a partner in another sector of the charter in force.
  ///
  /// - Returns: the main sector in which it then counts.
  public func place(
    partner id: String, inSector sector: String, _ intent: Intent, isPreview: Bool
  ) async throws -> String {
    try await change(isPreview: isPreview) { connection in
      guard let charter = try CharterBook().inForce(on: .today, connection) else {
        throw Refusal("no-charter", "no charter is in force, so there are no sectors to place anyone in")
      }
      try Partner.place(.init(id), inSector: sector, under: charter, intent, connection)
      return charter.mainSector(of: sector) ?? sector
    }
  }

  /// Lets a partner join one more area of the charter in force.
  ///
  /// - Returns: all its areas, the new one last.
  public func join(
    partner id: String, area: String, _ intent: Intent, isPreview: Bool
  ) async throws -> [String] {
    try await change(isPreview: isPreview) { connection in
      let charter = try CharterBook().inForce(on: .today, connection)
      try Partner.join(.init(id), area: area, under: charter, intent, connection)
      return try connection.one(Partner.ID(id))?.areas ?? []
    }
  }
}
