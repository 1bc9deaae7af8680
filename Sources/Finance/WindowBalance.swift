internal import Kernel
/// What a window holds in one currency, for what it is set aside, and what of it is allocated (A38, R124). Minor units of
/// the currency; pure arithmetic.
///
/// A payment for an area takes first what is earmarked for that area and then what is free. What is earmarked for one
/// area pays for no other.
public struct WindowBalance: Sendable, Hashable {
  /// What came in.
  public struct Gift: Sendable, Hashable {
    /// The record, as `contribution/japan-2010-1`.
    public let record: String
    /// The area it is bound to; nil where it is free.
    public let earmark: String?
    public let minor: Int

    public init(_ record: String, _ minor: Int, for earmark: String? = nil) {
      self.record = record
      self.earmark = earmark
      self.minor = minor
    }
  }
  /// What is allocated.
  public struct Payment: Sendable, Hashable {
    public let record: String
    /// The areas the paid work belongs to; none for work that cuts across all.
    public let areas: [String]
    public let minor: Int

    public init(_ record: String, _ minor: Int, for areas: [String]) {
      self.record = record
      self.areas = areas
      self.minor = minor
    }
  }
  /// What is set aside for one area.
  public struct Reserve: Sendable, Hashable {
    public let area: String
    /// What came in for it.
    public let given: Int
    /// What of that is allocated.
    public let used: Int
    public var left: Int { given - used }
    public let gifts: [String]
    /// The allocations that use it.
    public let payments: [String]
  }

  public let held: Int
  public let allocated: Int
  /// What is bound to no area and not allocated. Below 0 where more is allocated than there is.
  public let free: Int
  /// By area, in the order of their ids.
  public let reserves: [Reserve]
  public let gifts: [Gift]
  public let payments: [Payment]
  private let shares: EarmarkShares

  public init(_ gifts: [Gift], _ payments: [Payment]) {
    var earmarked: [String: Int] = [:]
    var open = 0
    for gift in gifts {
      if let area = gift.earmark {
        earmarked[area] = (earmarked[area] ?? 0).adding(gift.minor)
      } else {
        open = open.adding(gift.minor)
      }
    }
    // What was paid back beyond what came in for an area is missing in what is free.
    for sum in earmarked.values where sum < 0 { open = open.adding(sum) }
    var shares = EarmarkShares(earmarked)
    for payment in payments {
      open = open.adding(-(payment.minor - shares.pay(payment.minor, for: payment.areas)))
    }
    held = gifts.total { $0.minor }
    allocated = payments.total { $0.minor }
    free = open
    self.gifts = gifts
    self.payments = payments
    reserves = shares.areas.enumerated().map { index, area in
      let given = max(0, earmarked[area] ?? 0)
      return Reserve(
        area: area, given: given, used: given - shares.left[index],
        gifts: gifts.filter { $0.earmark == area }.map(\.record),
        payments: zip(payments, shares.taken).filter { $1[index] > 0 }.map(\.0.record))
    }
    self.shares = shares
  }

  /// What more can be allocated to work in these areas.
  public func available(for areas: [String]) -> Int {
    var shares = shares
    return max(0, free).adding(shares.pay(.max, for: areas))
  }

  /// How much more is allocated than there is, or than may pay for it.
  public var missing: Int { free < 0 ? -max(free, -.max) : 0 }
}
