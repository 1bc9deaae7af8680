internal import Kernel

/// An exact share of a whole, in lowest terms: 2/3, 33.3 % as 333/1000. Never a floating-point number.
public struct Fraction: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let numerator: Int
  public let denominator: Int

  /// The finest denominator that a charter may write.
  static let finest = 1_000_000

  /// Nil below zero, for a denominator under 1, or for a number that is not exact any more.
  public init?(_ numerator: Int, _ denominator: Int) {
    guard numerator >= 0, denominator > 0 else { return nil }
    let divisor = Self.greatestDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  private init(reduced numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  public static let zero = Fraction(reduced: 0, 1)
  public static let whole = Fraction(reduced: 1, 1)
  public static let half = Fraction(reduced: 1, 2)

  /// Reads `2/3`, `66.6 %`, `66.6%`, `0.666` and `1`.
  ///
  /// - Throws: a `Refusal` with what would be right.
  public init(text: some StringProtocol) throws {
    let words = text.split(separator: " ").joined()
    let isPercent = words.hasSuffix("%")
    let number = isPercent ? String(words.dropLast()) : words
    let parts = number.split(separator: "/", omittingEmptySubsequences: false)
    let read: Fraction?
    switch (parts.count, isPercent) {
    case (2, false):
      read = Self.digits(parts[0]).flatMap { top in
        Self.digits(parts[1]).flatMap { Fraction(top, $0) }
      }
    case (1, _): read = Self.decimal(parts[0], isPercent ? 100 : 1)
    default: read = nil
    }
    guard let read, read.denominator <= Self.finest, read.numerator <= Self.finest else {
      throw Refusal("fraction", ["text": "\(text.prefix(40))"])
    }
    self = read
  }

  private static func digits(_ text: Substring) -> Int? {
    guard 1...9 ~= text.utf8.count, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return Int(text)
  }

  private static func decimal(_ text: Substring, _ scale: Int) -> Fraction? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let whole = digits(parts[0]) else { return nil }
    guard parts.count == 2 else { return Fraction(whole, scale) }
    guard parts[1].utf8.count <= 6, let rest = digits(parts[1]) else { return nil }
    let power = (0..<parts[1].utf8.count).reduce(1) { product, _ in product * 10 }
    return Fraction(whole * power + rest, power * scale)
  }

  static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  public static func < (a: Fraction, b: Fraction) -> Bool {
    let (left, right) = (
      a.numerator.multipliedFullWidth(by: b.denominator), b.numerator.multipliedFullWidth(by: a.denominator)
    )
    return (left.high, left.low) < (right.high, right.low)
  }

  /// Nil where the sum has no exact form in a machine number.
  static func sum(_ fractions: [Fraction]) -> Fraction? {
    fractions.reduce(.zero) { (sum: Fraction?, next) in
      guard let sum else { return nil }
      let (left, a) = sum.numerator.multipliedReportingOverflow(by: next.denominator)
      let (right, b) = next.numerator.multipliedReportingOverflow(by: sum.denominator)
      let (top, c) = left.addingReportingOverflow(right)
      let (bottom, d) = sum.denominator.multipliedReportingOverflow(by: next.denominator)
      return a || b || c || d ? nil : Fraction(top, bottom)
    }
  }

  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

/// What a share must reach: `> 1/2`, `>= 2/3`.
public struct Threshold: Sendable, Hashable, CustomStringConvertible {
  public let share: Fraction
  /// Whether the share itself is not enough.
  public let isStrict: Bool

  public init(_ share: Fraction, isStrict: Bool) {
    self.share = share
    self.isStrict = isStrict
  }

  public init(text: String) throws {
    let marks = [">=": false, "\u{2265}": false, ">": true]
    let bare = text.drop { $0 == " " }
    guard let mark = [">=", "\u{2265}", ">"].first(where: { bare.hasPrefix($0) }), let isStrict = marks[mark]
    else {
      throw Refusal("threshold", ["text": "\(text.prefix(40))"])
    }
    self.init(try Fraction(text: bare.dropFirst(mark.count)), isStrict: isStrict)
  }

  /// Whether more than half is asked, so that as many for as against are a tie.
  var isSimpleMajority: Bool { isStrict && share == .half }

  func isMet(by part: Natural, of whole: Natural) -> Bool {
    let (left, right) = (part * UInt64(share.denominator), whole * UInt64(share.numerator))
    return isStrict ? left > right : left >= right
  }

  public var description: String { "\(isStrict ? ">" : ">=") \(share)" }
}
