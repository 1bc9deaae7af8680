internal import Acting
internal import Charters
internal import Governance
public import Kernel
internal import Registry
internal import Store

/// What is done to one partner, with what a person wants to hear of it. A preview says what would be and writes nothing.
extension Partnership {
  /// Counts a partner in another sector of the charter in force.
  ///
  /// - Returns: the main sector in which it then counts.
  public func place(
    partner id: String, inSector sector: String, _ intent: Intent, preview: Preview? = nil
  ) async throws -> String {
    try await acting(intent, preview: preview) { occasion in
      try Partner.placing.carryOut(on: .init(id), .init(sector: sector), occasion)
      return try occasion.neededCharter(on: occasion.today).mainSector(of: sector) ?? sector
    }
  }

  /// Lets a partner join one more area of the charter in force.
  ///
  /// - Returns: all its areas, the new one last.
  public func join(
    partner id: String, area: String, _ intent: Intent, preview: Preview? = nil
  ) async throws -> [String] {
    try await acting(intent, preview: preview) {
      try Partner.joining.carryOut(on: .init(id), .init(area: area), $0).record.areas
    }
  }
}
