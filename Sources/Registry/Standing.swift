public import Charters
public import Kernel

/// Whether a partner may use its rights on a day, and if not, why (models: fee paid before the assembly).
public enum Standing: Sendable, Hashable {
  case good
  /// It does not belong on the day, or is suspended.
  case notAdmitted
  /// Fees that were due by the day and not settled.
  case arrears([Fee.ID])
  /// Its category pays a fee, and none is on record for the year.
  case noFee(year: Int)
}

extension Partner {
  /// - Parameter fees: all fees on record; those of others are passed over.
  public func standing(on day: Day, _ fees: [Fee], under membership: Membership) -> Standing {
    guard stateAsMember == .admitted, belongs(on: day) else { return .notAdmitted }
    guard membership.goodStanding != nil, membership.terms(of: category)?.isFeeRequired ?? false else {
      return .good
    }
    let own = fees.filter { $0.partner == id }.sorted { ($0.year, $0.id.text) < ($1.year, $1.id.text) }
    let arrears = own.filter { $0.dueOn <= day && !$0.isSettled(on: day) }
    guard arrears.isEmpty else { return .arrears(arrears.map(\.id)) }
    let year = day.civil.year
    guard own.contains(where: { $0.year == year && $0.isSettled(on: day) }) else { return .noFee(year: year) }
    return .good
  }

  public func isInGoodStanding(on day: Day, _ fees: [Fee], under membership: Membership) -> Bool {
    standing(on: day, fees, under: membership) == .good
  }

  private func belongs(on day: Day) -> Bool { membership.since != nil && membership.covers(day) }
}
