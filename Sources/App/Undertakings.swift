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
    let paid: @Sendable (any Connection) throws -> (Pledge, version: Int) = { connection in
      guard let found = try connection.find(Pledge.self, id) else {
        throw Refusal("not-found", "there is no pledge \u{201C}\(id.prefix(60))\u{201D}")
      }
      return (try found.record.paying(minor, as: intent.capacity), found.version)
    }
    let pledge =
      isPreview
      ? try await database.read { try paid($0).0 }
      : try await database.change { connection in
        let (pledge, version) = try paid(connection)
        try Journal(connection).append(pledge, intent, after: version)
        return pledge
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
    let placed: @Sendable (any Connection) throws -> String = { connection in
      guard let charter = try CharterBook().inForce(on: .today, connection) else {
        throw Refusal("no-charter", "no charter is in force, so there are no sectors to place anyone in")
      }
      guard let partner = try connection.one(Partner.ID(id)) else {
        throw Refusal("not-found", "there is no partner \u{201C}\(id.prefix(60))\u{201D}")
      }
      if !isPreview {
        try Partner.place(partner.id, inSector: sector, under: charter, intent, connection)
      }
      return try partner.placed(inSector: sector, under: charter, as: intent.capacity)
        .mainSector(under: charter)
    }
    return isPreview ? try await database.read(placed) : try await database.change(placed)
  }

  /// Lets a partner join one more area of the charter in force.
  ///
  /// - Returns: all its areas, the new one last.
  public func join(
    partner id: String, area: String, _ intent: Intent, isPreview: Bool
  ) async throws -> [String] {
    if isPreview {
      return try await database.read { connection in
        guard let partner = try connection.one(Partner.ID(id)) else {
          throw Refusal("not-found", "there is no partner \u{201C}\(id.prefix(60))\u{201D}")
        }
        let charter = try CharterBook().inForce(on: .today, connection)
        return try partner.joining(area, under: charter, as: intent.capacity).areas
      }
    }
    return try await database.change { connection in
      let charter = try CharterBook().inForce(on: .today, connection)
      try Partner.join(.init(id), area: area, under: charter, intent, connection)
      return try connection.one(Partner.ID(id))?.areas ?? []
    }
  }
}
