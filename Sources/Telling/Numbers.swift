internal import Kernel

extension Words {
  /// A number as the language writes it: `1,234.5` in English, `1 234,5` in French. At most `digits` places, and
  /// no zeros at the end: a figure is not made more exact than it is.
  public func number(_ value: Double, digits: Int = 2) -> String {
    guard value.isFinite, value.magnitude <= Double(Int.largest) else { return self["figure.unknown"] }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled <= Double(Int.largest) else { return self.number(value, digits: 0) }
    let whole = Int(scaled) / Int(scale)
    var fraction = String(Int(scaled) % Int(scale))
    if digits > 0 {
      fraction = String(repeating: "0", count: max(0, digits - fraction.utf8.count)) + fraction
      while fraction.hasSuffix("0") { fraction.removeLast() }
    } else {
      fraction = ""
    }
    let text = grouped(whole) + (fraction.isEmpty ? "" : decimal + fraction)
    return value < 0 && scaled > 0 ? "\u{2212}" + text : text
  }

  /// A sum of money: 1,234.5 USD.
  ///
  /// - Parameter minor: smallest units of the currency.
  public func amount(_ minor: Int, _ currency: String) -> String {
    "\(number(Currency.units(minor, currency), digits: Currency.places(of: currency)))\u{A0}\(currency)"
  }

  /// Thousands apart. Spanish leaves a number of four digits whole.
  private func grouped(_ whole: Int) -> String {
    let digits = String(whole)
    guard digits.utf8.count > (language == .es ? 4 : 3) else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += group }
      text.append(digit)
    }
    return text
  }

  private var decimal: String {
    switch language {
    case .en, .zh, .ar: "."
    case .fr, .ru, .es: ","
    }
  }

  private var group: String {
    switch language {
    case .en, .zh, .ar: ","
    case .fr: "\u{202F}"
    case .ru: "\u{A0}"
    case .es: "."
    }
  }
}
