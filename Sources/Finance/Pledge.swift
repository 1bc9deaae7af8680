public import Kernel
public import Registry

/// A promise of money or of something in kind, and what came of it (models differ in words; the states are ours).
public struct Pledge: Moving {
  public enum State: String, Code {
    case announced, agreed
    case partReceived = "part-received"
    case received
    case writtenOff = "written-off"
  }
  public var id: ID
  public var donor: String
  public var partner: Partner.ID?
  public var amount: Money
  /// When it was promised.
  public var promised: When
  /// Until when it is to be paid; nil where nothing was agreed.
  public var due: When?
  /// What has come in so far, in minor units of the amount's currency.
  public var paid: Int
  public var window: Window.ID?
  public var cycle: String?
  public var earmark: Area.ID?
  public var provenance: Provenance
  public var state: State

  public static let schema = Schema(
    "pledge", Pledge.init,
    Field("id", \.id),
    Field("donor", \.donor, .notEmpty),
    Field("partner", \.partner),
    Field("amount", \.amount),
    Field("promised", \.promised),
    Field("due", \.due),
    Field(
      "paid", \.paid, .within(0...Int.max), line: { Currency.text($0.paid, $0.amount.currency) }),
    Field("window", \.window),
    Field("cycle", \.cycle, .word),
    Field("earmark", \.earmark),
    Field("provenance", \.provenance),
    Field("state", \.state))
  public static var validity: Validity { .since("promised") }

  /// What is still to come; nothing where it is received or written off.
  public var outstanding: Int {
    [.received, .writtenOff].contains(state) ? 0 : max(0, amount.minor - paid)
  }

  /// What its state says of its payment.
  public var contradictions: [Refusal] {
    var refusals: [Refusal] = []
    if amount.minor <= 0 {
      refusals.append(Refusal("amount.pledge", field: "amount.minor"))
    }
    if let due, due.last < promised.first {
      refusals.append(
        Refusal("due", ["promised": "\(promised)"], field: "due"))
    }
    switch state {
    case .received where paid < amount.minor:
      refusals.append(
        Refusal("paid.received", field: "paid"))
    case .partReceived where paid == 0 || paid >= amount.minor:
      refusals.append(
        Refusal("paid.part-received", field: "paid"))
    default: break
    }
    return refusals
  }

  /// Takes in a payment: the state follows from what has come in.
  ///
  /// - Parameter minor: minor units of the pledge's currency.
  /// - Throws: a `Refusal` where nothing is paid, or more than is outstanding.
  public func paying(_ minor: Int) throws -> Pledge {
    guard minor > 0, minor <= outstanding else {
      throw Refusal(
        "paid.outstanding",
        ["pledge": "\(id)", "outstanding": .text(Currency.text(outstanding, amount.currency))], field: "paid")
    }
    var pledge = self
    pledge.state = minor == outstanding ? .received : .partReceived
    pledge.paid = pledge.paid.adding(minor)
    return pledge
  }
}
