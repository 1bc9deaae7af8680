public import Acting
internal import Charters
public import Kernel
internal import Registry
internal import Store

extension Pledge {
  public static let agreeing = Verb(
    "agree", on: Pledge.self, from: .announced, to: .agreed, may: .secretariat)
  public static let writingOff = Verb(
    "write off", on: Pledge.self, from: .announced, .agreed, .partReceived, to: .writtenOff,
    may: .secretariat)

  /// What came in.
  public struct Payment: VerbInputs {
    /// As people write it, such as `25000.50`, in the pledge's currency.
    public var amount: String
    /// The cycle it counts in, where the pledge names none; nil takes the one that runs on the day.
    public var cycle: String?
    /// How something in kind was valued.
    public var valuation: String?
    public var on: Day?
    public init(amount: String, cycle: String? = nil, valuation: String? = nil, on: Day? = nil) {
      self.amount = amount
      self.cycle = cycle
      self.valuation = valuation
      self.on = on
    }
    public static let schema = Schema(
      "payment", Payment.init(amount:cycle:valuation:on:),
      Field("amount", \.amount, .notEmpty),
      Field("cycle", \.cycle, .word),
      Field("valuation", \.valuation),
      Field("on", \.on))
    public var day: Day? { on }
  }

  /// Takes in a payment: the pledge says how much of it has come, and a contribution says what came. What the pledge says of
  /// donor, window, cycle and earmark holds for the contribution.
  ///
  /// Refused are more than is outstanding, and a payment that no cycle is known for.
  public static let paying = Verb<Pledge, Payment>(
    "pay", on: Pledge.self, from: [.announced, .agreed, .partReceived], to: nil, may: .secretariat,
    then: { pledge, version, inputs, occasion in
      let contribution = try pledge.contribution(inputs, version: version, occasion)
      try occasion.write(contribution, "pay")
      // Both are in before the book is asked: only together do they leave the window what it holds.
      let refusals = try Cashbook.with(occasion) { try $0.refusals(of: contribution, occasion.connection) }
      if let refusal = refusals.first { throw refusal }
    }
  ) { pledge, inputs, _ in
    pledge = try pledge.paying(try Currency.minor(of: inputs.amount, in: pledge.amount.currency))
  }

  static let verbs: [any DeclaredVerb] = [agreeing, paying, writingOff]

  /// - Parameter version: of the pledge after the payment; no two payments of a pledge leave it at the same one.
  private func contribution(
    _ payment: Payment, version: Int, _ occasion: Occasion
  ) throws -> Contribution {
    let day = payment.on ?? occasion.today
    let charter = try occasion.charter(on: day)
    if let own = self.cycle, let named = payment.cycle, named != own {
      throw Refusal("cycle.leave-out", ["pledge": "\(id)", "cycle": "\(own)"], field: "cycle")
    }
    let running = try self.cycle ?? payment.cycle ?? occasion.connection.idOfCycle(runningOn: day)
    guard let cycle = running else {
      throw Refusal("no-cycle.running", ["pledge": "\(id)", "day": "\(day)"], field: "cycle")
    }
    let sector = try partner.flatMap { try occasion.connection.one($0) }?.sector
    var amount = amount
    amount.minor = try Currency.minor(of: payment.amount, in: amount.currency)
    return Contribution(
      id: .init("\(id)-payment-\(version)"), donor: donor, partner: partner,
      sector: sector.flatMap { charter?.mainSector(of: $0) } ?? sector ?? "not-stated", amount: amount,
      valuation: payment.valuation, window: window, cycle: cycle, earmark: earmark,
      received: When(day), pledge: id, provenance: provenance)
  }
}

extension Contribution {
  /// What stands against its paying a pledge: other money, or more than was taken in of it. A payment is on record twice,
  /// as paid of the pledge and as a contribution, and the two agree.
  ///
  /// - Parameter contributed: what other contributions pay of the pledge.
  func refusals(paying pledge: Pledge, after contributed: Int) -> [Refusal] {
    guard pledge.amount.currency == amount.currency, pledge.amount.kind == amount.kind else {
      return [
        Refusal(
          "other-money",
          [
            "pledge": "\(pledge.id)", "promised": "\(pledge.amount.currency)",
            "promisedKind": .text(pledge.amount.kind.rawValue), "contribution": "\(id)",
            "given": "\(amount.currency)", "givenKind": .text(amount.kind.rawValue),
          ], field: "pledge")
      ]
    }
    let sum = contributed.adding(amount.minor)
    guard sum > pledge.paid else { return [] }
    return [
      Refusal(
        "paid.contributions",
        [
          "pledge": "\(pledge.id)", "paid": .text(Currency.text(pledge.paid, amount.currency)),
          "sum": .text(Currency.text(sum, amount.currency)),
        ], field: "pledge")
    ]
  }
}
