internal import Charters
internal import Exchange
internal import Finance
internal import Governance
public import Kernel
internal import Registry
internal import Store

/// What is done to one partner or one pledge and is no move of a workflow. A preview says what would be and writes
/// nothing.
extension Partnership {
  /// What a payment makes of a pledge.
  public struct Payment: Sendable, Hashable {
    public let state: String
    /// In minor units.
    public let paid: Int
    public let outstanding: Int
    public let currency: String
  }

  /// Takes in a payment on a pledge.
  ///
  /// - Parameter minor: minor units of the pledge's currency.
  public func pay(
    pledge id: String, _ minor: Int, _ intent: Intent, isPreview: Bool
  ) async throws -> Payment {
    let pledge = try await change(isPreview: isPreview) { connection in
      guard let found = try connection.find(Pledge.self, id) else {
        throw Refusal("not-found", "there is no pledge \u{201C}\(id.prefix(60))\u{201D}")
      }
      let paid = try found.record.paying(minor, as: intent.capacity)
      try Journal(connection).append(paid, intent, after: found.version)
      return paid
    }
    return Payment(
      state: pledge.state.rawValue, paid: pledge.paid, outstanding: pledge.outstanding,
      currency: pledge.amount.currency)
  }

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
