internal import Acting
internal import Exchange
public import Finance
internal import Governance
public import Kernel
internal import Registry
internal import Reporting
internal import Store
internal import Workplan

/// Money that comes in and is allocated. A preview says what would be and writes nothing.
extension Partnership {
  /// What a payment makes of a pledge.
  public struct Payment: Sendable, Hashable {
    public let state: String
    /// What has come in of it, such as `200.00 USD`.
    public let paid: String
    public let outstanding: String
    /// In minor units.
    public let paidMinor: Int
    public let outstandingMinor: Int
    /// The contribution that the payment is.
    public let contribution: String
  }

  /// Takes in a payment on a pledge: the pledge's state follows, and a contribution is written.
  ///
  /// - Parameters:
  ///   - amount: as people write it, such as `25000.50`, in the pledge's currency.
  ///   - cycle: the one it counts in, where the pledge names none; nil takes the one that runs on the day.
  ///   - valuation: how something in kind was valued.
  public func pay(
    pledge id: String, _ amount: String, on day: Day, cycle: String? = nil, valuation: String? = nil,
    _ intent: Intent, preview: Preview? = nil
  ) async throws -> Payment {
    let (pledge, contribution) = try await acting(intent, preview: preview) { occasion in
      let named = try cycle.map { try occasion.connection.cycle($0).id.text }
      let done = try Pledge.paying.carryOut(
        on: .init(id), .init(amount: amount, cycle: named, valuation: valuation, on: day), occasion)
      let payment = Contribution.ID("\(id)-payment-\(done.version)")
      guard let contribution = try occasion.connection.one(payment) else {
        throw Refusal("store.payment", ["pledge": "\(id)"])
      }
      return (done.record, contribution)
    }
    let currency = pledge.amount.currency
    return Payment(
      state: pledge.state.rawValue, paid: Currency.text(pledge.paid, currency),
      outstanding: Currency.text(pledge.outstanding, currency), paidMinor: pledge.paid,
      outstandingMinor: pledge.outstanding, contribution: contribution.id.text)
  }

  /// What an allocation does to a window: what it held before, and what is left after.
  public struct Allocated: Sendable, Hashable {
    public let id: String
    public let amount: Money
    public let before: WindowBalance
    public let after: WindowBalance
  }

  /// Allocates money of a window to an area or an activity.
  ///
  /// - Parameter cycle: as people type it, such as `2022-2023`.
  public func allocate(
    _ wanted: Allocation.Wanted, _ intent: Intent, preview: Preview? = nil
  ) async throws -> Allocated {
    try await acting(intent, preview: preview) { occasion in
      let connection = occasion.connection
      var wanted = wanted
      wanted.cycle = try connection.cycle(wanted.cycle).id.text
      let (day, cycles) = (wanted.on ?? occasion.today, try connection.cycleStarts())
      func balance() throws -> WindowBalance {
        try connection.windowLedger(cycles: cycles, of: wanted.window).balance(
          of: wanted.window.text, in: wanted.amount.currency, on: day)
      }
      let before = try balance()
      let made = try Allocation.allocating.carryOut(wanted, occasion).record
      return Allocated(id: made.id.text, amount: made.amount, before: before, after: try balance())
    }
  }
}
