/// Currencies by their code of three letters, and amounts in their smallest unit. Source: ISO 4217, list one.
public enum Currency {
  private static let placesOfCodes: [String: Int] = Dictionary(
    (inUse + withdrawn).flatMap { line in
      line.codes.split { $0 == " " || $0 == "\n" }.map { (String($0), line.places) }
    }
  ) { first, _ in first }

  /// Whether there is, or since 1990 was, such a currency.
  public static func isKnown(_ code: String) -> Bool { placesOfCodes[code] != nil }

  /// Decimal places of an amount: 2 for dollars, 0 for yen, 3 for Kuwaiti dinars. A code that is not listed, which only
  /// older records can hold, has two.
  public static func places(of code: String) -> Int { placesOfCodes[code] ?? 2 }

  /// Smallest units in one whole unit: 100 cents in a dollar.
  static func scale(of code: String) -> Int { (0..<places(of: code)).reduce(1) { scale, _ in scale * 10 } }

  /// An amount in whole units, for charts and for numbers that a language writes.
  public static func units(_ minor: Int, _ code: String) -> Double { Double(minor) / Double(scale(of: code)) }

  /// An amount as a program writes it, with the places of its currency: `500.00 USD`, `500 JPY`.
  public static func text(_ minor: Int, _ code: String) -> String {
    let scale = UInt(scale(of: code))
    let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: scale)
    let digits = String(rest)
    let fraction =
      scale == 1
      ? "" : "." + String(repeating: "0", count: places(of: code) - digits.utf8.count) + digits
    return "\(minor < 0 ? "-" : "")\(whole)\(fraction) \(code)"
  }

  /// Smallest units of a written amount, such as `25000.50`.
  ///
  /// - Throws: a `Refusal` for what is no amount, is below nothing, or is finer than the currency's smallest unit.
  public static func minor(of text: String, in code: String) throws -> Int {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let places = places(of: code)
    let isWritten =
      (1...2).contains(parts.count) && !parts[0].isEmpty && parts[0].utf8.count <= 15
      && parts.allSatisfy { $0.utf8.allSatisfy { 48...57 ~= $0 } }
      && (parts.count == 1 || 1...max(places, 1) ~= parts[1].utf8.count && places > 0)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let digits = parts[0] + fraction + String(repeating: "0", count: max(0, places - fraction.utf8.count))
    guard isWritten, let minor = Int(digits) else {
      let place: [String: Phrase.Value] = ["text": "\(text.prefix(40))", "currency": .text(code)]
      throw places == 0
        ? Refusal("amount.whole", place, field: "amount")
        : Refusal("amount", place.merging(["fraction": "\("5000".prefix(places))"]) { $1 }, field: "amount")
    }
    return minor
  }
}

extension Money {
  /// As a program writes it: `500.00 USD`.
  public var text: String { Currency.text(minor, currency) }

  public func line(in language: Language) -> String {
    let rate = rate.map { rate in " (\(rate.cell) USD\(rateDay.map { ", \($0)" } ?? ""))" } ?? ""
    return "\(text) \(kind.rawValue)\(rate)"
  }

  /// An amount with its currency, such as `100.00 USD`, in cash.
  ///
  /// - Throws: a `Refusal` where currency or amount cannot be read.
  public init(cash text: String) throws {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else {
      throw Refusal("amount.cash", ["text": "\(text.prefix(40))"], field: "amount")
    }
    let currency = String(parts[1])
    guard Currency.isKnown(currency) else {
      throw Refusal("form.currency", ["code": "\(currency.prefix(20))"], field: "amount")
    }
    self.init(minor: try Currency.minor(of: String(parts[0]), in: currency), currency: currency)
  }
}
