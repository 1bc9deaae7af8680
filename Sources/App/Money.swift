internal import Charters
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
    _ intent: Intent, isPreview: Bool
  ) async throws -> Payment {
    let (pledge, contribution) = try await change(isPreview: isPreview) { connection in
      guard let pledge = try connection.one(Pledge.ID(id)) else {
        throw Refusal("not-found", "there is no pledge \u{201C}\(id.prefix(60))\u{201D}")
      }
      let named = try cycle.map { try connection.cycle($0) } ?? connection.cycle(runningOn: day)
      if cycle != nil, let own = pledge.cycle, let named, named.id.text != own {
        throw Refusal("cycle", "pledge \(id) counts in \(own); leave --cycle out", field: "cycle")
      }
      let receipt = Pledge.Receipt(
        minor: try Currency.minor(of: amount, in: pledge.amount.currency), day: day, cycle: named?.id.text,
        valuation: valuation)
      var book = Cashbook(as: intent.capacity, cycles: try connection.cycleStarts(), today: .today)
      return try Pledge.pay(
        pledge.id, receipt, under: CharterBook().inForce(on: day, connection), &book, intent, connection)
    }
    let currency = pledge.amount.currency
    return Payment(
      state: pledge.state.rawValue, paid: Currency.text(pledge.paid, currency),
      outstanding: Currency.text(pledge.outstanding, currency), paidMinor: pledge.paid,
      outstandingMinor: pledge.outstanding, contribution: contribution.id.text)
  }

  /// What is to be allocated, as people say it.
  public struct Wanted: Sendable {
    public var window: String
    public var area: String?
    public var activity: String?
    /// With its currency: `100.00 USD`.
    public var amount: String
    public var cycle: String
    public var day: Day
    public var decision: String?
    /// Nil takes window, place and day.
    public var id: String?
    public var provenance: Provenance

    public init(
      window: String, area: String? = nil, activity: String? = nil, amount: String, cycle: String, day: Day,
      decision: String? = nil, id: String? = nil, provenance: Provenance = Provenance([])
    ) {
      self.window = window
      self.area = area
      self.activity = activity
      self.amount = amount
      self.cycle = cycle
      self.day = day
      self.decision = decision
      self.id = id
      self.provenance = provenance
    }
  }

  /// What an allocation does to a window: what it held before, and what is left after.
  public struct Allocated: Sendable, Hashable {
    public let id: String
    public let amount: Money
    public let before: WindowBalance
    public let after: WindowBalance
  }

  /// Allocates money of a window to an area or an activity.
  public func allocate(_ wanted: Wanted, _ intent: Intent, isPreview: Bool) async throws -> Allocated {
    let amount = try Money(cash: wanted.amount)
    return try await change(isPreview: isPreview) { connection in
      let window = Window.ID(wanted.window)
      let place = wanted.area ?? wanted.activity ?? ""
      let allocation = Allocation(
        id: wanted.id.map { .init($0) } ?? Allocation.id(from: window, to: place, on: wanted.day),
        window: window, amount: amount, area: wanted.area.map { .init($0) },
        activity: wanted.activity.map { .init($0) }, cycle: try connection.cycle(wanted.cycle).id.text,
        decided: wanted.day, decision: wanted.decision.map { .init($0) },
        provenance: wanted.provenance)
      let cycles = try connection.cycleStarts()
      func balance() throws -> WindowBalance {
        try connection.windowLedger(cycles: cycles, of: window).balance(
          of: wanted.window, in: amount.currency, on: wanted.day)
      }
      let before = try balance()
      var book = Cashbook(as: intent.capacity, cycles: cycles, today: .today)
      try Allocation.allocate(allocation, &book, intent, connection)
      return Allocated(id: allocation.id.text, amount: amount, before: before, after: try balance())
    }
  }
}
