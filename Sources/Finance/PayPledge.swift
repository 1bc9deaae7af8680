public import Charters
public import Kernel
internal import Registry
public import Store

extension Pledge {
  /// What a payment is told beside its amount.
  public struct Receipt: Sendable {
    /// Minor units of the pledge's currency.
    public let minor: Int
    public let day: Day
    /// The cycle it counts in, where the pledge names none.
    public let cycle: String?
    /// How something in kind was valued.
    public let valuation: String?

    public init(minor: Int, day: Day, cycle: String?, valuation: String? = nil) {
      self.minor = minor
      self.day = day
      self.cycle = cycle
      self.valuation = valuation
    }
  }

  /// Takes in a payment: the pledge says how much of it has come, and a contribution says what came. What the pledge says of
  /// donor, window, cycle and earmark holds for the contribution.
  ///
  /// - Throws: a `Refusal` where more is paid than is outstanding, or no cycle is known for it.
  public static func pay(
    _ id: ID, _ receipt: Receipt, under charter: Charter?, _ book: inout Cashbook, _ intent: Intent,
    _ connection: any Connection
  ) throws -> (pledge: Pledge, contribution: Contribution) {
    guard let pledge = try connection.one(id), let version = try connection.version(of: id) else {
      throw Refusal("not-found", "there is no pledge \u{201C}\(id.text.prefix(60))\u{201D}")
    }
    let paid = try pledge.paying(receipt.minor, as: intent.capacity)
    let contribution = try paid.contribution(receipt, version: version + 1, under: charter, connection)
    let journal = try Journal(connection)
    try journal.append(paid, intent, after: version)
    try journal.append(contribution, intent)
    // Both are in before the book is asked: only together do they leave the window what it holds.
    for refusal in try book.refusals(of: contribution, connection) { throw refusal }
    return (paid, contribution)
  }

  /// - Parameter version: of the pledge after the payment; no two payments of a pledge leave it at the same one.
  private func contribution(
    _ receipt: Receipt, version: Int, under charter: Charter?, _ connection: any Connection
  ) throws -> Contribution {
    guard let cycle = cycle ?? receipt.cycle else {
      throw Refusal(
        "no-cycle", "pledge \(id) names no cycle and none runs on \(receipt.day); give --cycle",
        field: "cycle")
    }
    let sector = try partner.flatMap { try connection.one($0) }?.sector
    var amount = amount
    amount.minor = receipt.minor
    return Contribution(
      id: .init("\(id)-payment-\(version)"), donor: donor, partner: partner,
      sector: sector.flatMap { charter?.mainSector(of: $0) } ?? sector ?? "not-stated", amount: amount,
      valuation: receipt.valuation, window: window, cycle: cycle, earmark: earmark,
      received: When(receipt.day), pledge: id, provenance: provenance)
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
          "\(pledge.id) was promised in \(pledge.amount.currency), \(pledge.amount.kind.rawValue), and \(id) came in "
            + "\(amount.currency), \(amount.kind.rawValue)", field: "pledge")
      ]
    }
    let sum = contributed.adding(amount.minor)
    guard sum > pledge.paid else { return [] }
    return [
      Refusal(
        "paid",
        "of \(pledge.id) \(Currency.text(pledge.paid, amount.currency)) are paid, and its contributions would come to "
          + "\(Currency.text(sum, amount.currency)); \u{201C}entente pledge pay\u{201D} writes both",
        field: "pledge")
    ]
  }
}
