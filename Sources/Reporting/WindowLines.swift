internal import Finance
public import Kernel
internal import Registry
public import Store
internal import Workplan

/// What one window holds in one currency on a day (R124). Amounts in minor units of the currency.
public struct WindowLine: Composed {
  public var record: String
  /// Nil where the window is not on record.
  public var name: Translated?
  public var currency: String
  public var held: Int
  public var allocated: Int
  /// What is bound to no area and not allocated; below 0 where more is allocated than there is.
  public var free: Int
  /// What is bound to areas and not allocated.
  public var setAside: Int
  public var reserves: [ReserveLine]
  public var received: [MoneyLine]
  public var allocations: [MoneyLine]

  public static let schema = Schema(
    "window-line", WindowLine.init,
    Field("record", \.record),
    Field("name", \.name),
    Field("currency", \.currency),
    Field("held", \.held),
    Field("allocated", \.allocated),
    Field("free", \.free),
    Field("set_aside", \.setAside),
    Field("reserves", \.reserves),
    Field("received", \.received),
    Field("allocations", \.allocations))
}

/// What is set aside for one area.
public struct ReserveLine: Composed {
  public var area: String
  public var given: Int
  /// What of it is allocated.
  public var used: Int
  public var left: Int

  public static let schema = Schema(
    "reserve-line", ReserveLine.init,
    Field("area", \.area),
    Field("given", \.given),
    Field("used", \.used),
    Field("left", \.left))
}

/// A record by which money came into a window or went out of it.
public struct MoneyLine: Composed {
  /// contribution, pledge or allocation
  public var kind: String
  public var record: String
  /// Who gave; nil for an allocation.
  public var donor: String?
  public var minor: Int
  /// What it is bound to or paid for: areas, those of the activity where it is one.
  public var areas: [String]
  public var activity: String?
  public var day: When?
  public var provenance: Provenance

  public static let schema = Schema(
    "money-line", MoneyLine.init,
    Field("kind", \.kind),
    Field("record", \.record),
    Field("donor", \.donor),
    Field("minor", \.minor),
    Field("areas", \.areas),
    Field("activity", \.activity),
    Field("day", \.day),
    Field("provenance", \.provenance))
}

extension Connection {
  /// What every window held on a day, in each currency, with the records it follows from.
  public func windowLines(on day: Day) throws -> [WindowLine] {
    let ledger = try windowLedger(cycles: cycleStarts())
    return try ledger.balances(on: day).map { key, balance in
      WindowLine(
        record: key.window, name: try one(Window.ID(key.window))?.name, currency: key.currency,
        held: balance.held, allocated: balance.allocated, free: balance.free,
        setAside: balance.reserves.total { $0.left },
        reserves: balance.reserves.map {
          ReserveLine(area: $0.area, given: $0.given, used: $0.used, left: $0.left)
        },
        received: balance.gifts.compactMap { MoneyLine(gift: $0, ledger) },
        allocations: balance.payments.compactMap { MoneyLine(payment: $0, ledger) })
    }
  }
}

extension WindowLine {
  /// What of it concerns one area: what is set aside for it, came in for it, or is allocated to it.
  ///
  /// - Returns: nil where nothing does.
  public func about(_ area: String) -> WindowLine? {
    var line = self
    line.reserves.removeAll { $0.area != area }
    line.received.removeAll { !$0.areas.contains(area) }
    line.allocations.removeAll { !$0.areas.contains(area) }
    return line.reserves.isEmpty && line.allocations.isEmpty ? nil : line
  }
}

extension MoneyLine {
  fileprivate init?(gift: WindowBalance.Gift, _ ledger: WindowLedger) {
    if let contribution = ledger.contribution(gift.record) {
      self.init(
        kind: Contribution.kind, record: contribution.id.text, donor: contribution.donor, minor: gift.minor,
        areas: gift.earmark.map { [$0] } ?? [], activity: nil, day: contribution.received,
        provenance: contribution.provenance)
    } else if let pledge = ledger.pledge(gift.record) {
      self.init(
        kind: Pledge.kind, record: pledge.id.text, donor: pledge.donor, minor: gift.minor,
        areas: gift.earmark.map { [$0] } ?? [], activity: nil, day: nil, provenance: pledge.provenance)
    } else {
      return nil
    }
  }

  fileprivate init?(payment: WindowBalance.Payment, _ ledger: WindowLedger) {
    guard let allocation = ledger.allocation(payment.record) else { return nil }
    self.init(
      kind: Allocation.kind, record: allocation.id.text, donor: nil, minor: payment.minor,
      areas: payment.areas, activity: allocation.activity?.text, day: When(allocation.decided),
      provenance: allocation.provenance)
  }
}
