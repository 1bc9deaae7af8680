public import Charters
public import Kernel
public import Store

extension CharterBook {
  /// The day that it is for a partnership: where its charter says its days begin.
  ///
  /// - Parameter now: the moment, the same for all who ask in one transaction.
  public func day(at now: Moment, _ connection: any Connection) throws -> Day {
    try zone(at: now, connection).day(at: now)
  }

  /// The zone of the edition in force, as the day stands in UTC: an edition begins at midnight, and which midnight only it can
  /// say.
  public func zone(at now: Moment, _ connection: any Connection) throws -> DayZone {
    try inForce(on: now.day, connection)?.timeZone ?? .utc
  }
}
