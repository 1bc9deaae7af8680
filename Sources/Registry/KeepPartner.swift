public import Charters
public import Kernel
public import Store

extension Partner {
  /// Lets a partner go: always, without a sanction, and with its history kept.
  @discardableResult
  public static func withdraw(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    var withdrawn = try partner.moved(by: "withdraw", as: intent.capacity)
    withdrawn.membership.until = When(day)
    return try Journal(connection, stamp).append(withdrawn, intent, after: version)
  }

  /// Screens, declines, suspends, reinstates or expels, as the charter lets the capacity.
  @discardableResult
  public static func change(
    _ id: ID, by move: String, on day: Day, under charter: Charter?, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    try partner.allow(move, as: intent.capacity, under: charter)
    var changed = try partner.moved(by: move, as: intent.capacity)
    if move == "expel" { changed.membership.until = When(day) }
    return try Journal(connection, stamp).append(changed, intent, after: version)
  }

  /// Counts a partner in another sector. Everything else it is stays, and so does what it was.
  ///
  /// - Throws: a `Refusal` for a sector that the charter does not know.
  @discardableResult
  public static func place(
    _ id: ID, inSector sector: String, under charter: Charter, _ intent: Intent,
    _ connection: any Connection, _ stamp: Stamp = .system
  ) throws -> Int {
    let (partner, version) = try found(id, connection)
    let placed = try partner.placed(inSector: sector, under: charter, as: intent.capacity)
    return try Journal(connection, stamp).append(placed, intent, after: version)
  }

  /// The partner as it is in another sector.
  public func placed(
    inSector sector: String, under charter: Charter, as capacity: Capacity
  ) throws -> Partner {
    guard capacity == .secretariat || capacity == .focalPoint(of: id.text) else {
      throw Refusal("not-allowed", "\(capacity) may not place \(id) in a sector", field: "capacity")
    }
    var placed = self
    placed.sector = sector
    _ = try placed.mainSector(under: charter)
    return placed
  }
}
