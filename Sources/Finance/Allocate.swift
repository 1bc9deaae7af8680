public import Kernel
public import Store

extension Allocation {
  /// Allocates money of a window, if the window has so much for the place.
  ///
  /// - Parameter book: of the transaction that writes it, so that of two who allocate at once the second is told what the
  ///   first has left.
  /// - Throws: a `Refusal` with what is free, what is set aside and for which areas.
  public static func allocate(
    _ allocation: Allocation, _ book: inout Cashbook, _ intent: Intent, _ connection: any Connection
  ) throws {
    for refusal in allocation.refusals { throw refusal }
    try allocation.findPlace(connection)
    for refusal in try book.refusals(of: allocation, connection) { throw refusal }
    try Journal(connection).append(allocation, intent)
  }

  /// Takes an allocation back from a day on.
  ///
  /// - Returns: the new version.
  public static func withdraw(
    _ id: ID, on day: Day, _ intent: Intent, _ connection: any Connection
  ) throws -> Int {
    guard let allocation = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no allocation \u{201C}\(id.text.prefix(60))\u{201D}")
    }
    var withdrawn = try allocation.moved(by: "withdraw", as: intent.capacity)
    withdrawn.withdrawnOn = day
    for refusal in try withdrawn.refusals(decidedBy: intent.capacity, connection) { throw refusal }
    return try Journal(connection).append(withdrawn, intent, after: version)
  }

  /// The store would refuse what does not exist, too, but not say what is missing.
  private func findPlace(_ connection: any Connection) throws {
    func refuse(_ kind: String, _ id: String) -> Refusal {
      Refusal("dangling-reference", "there is no \(kind) \u{201C}\(id.prefix(60))\u{201D}", field: kind)
    }
    if let area, try connection.one(area) == nil { throw refuse("area", area.text) }
    if let activity, try connection.one(activity) == nil { throw refuse("activity", activity.text) }
    if let decision, try connection.one(decision) == nil { throw refuse("decision", decision.text) }
  }

  /// An id that follows from what is allocated: the same allocation given twice is refused as there already.
  public static func id(from window: Window.ID, to place: String, on day: Day) -> ID {
    .init("\(window)-\(place)-\(day)")
  }
}
