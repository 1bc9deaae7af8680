internal import BigInt

/// A whole number without an upper limit. Weights of chambers, sides and kinds have a common denominator that a machine
/// number need not hold: twelve groups of several hundred members each are enough.
struct Natural: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let number: BigUInt

  static let zero = Natural(0)

  init(_ number: UInt64) { self.number = BigUInt(number) }

  private init(number: BigUInt) { self.number = number }

  var isZero: Bool { number.isZero }

  static func + (a: Natural, b: Natural) -> Natural { Natural(number: a.number + b.number) }

  static func += (a: inout Natural, b: Natural) { a = a + b }

  /// What is left of `a`; zero where `b` is larger.
  static func - (a: Natural, b: Natural) -> Natural {
    a > b ? Natural(number: a.number - b.number) : .zero
  }

  static func * (a: Natural, b: UInt64) -> Natural { Natural(number: a.number * BigUInt(b)) }

  /// - Parameter divisor: at least 1.
  func divided(by divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: BigUInt(divisor))
    return (Natural(number: quotient), UInt64(remainder))
  }

  /// The least number that both divide; nothing but zero is divided by zero.
  func commonMultiple(with other: UInt64) -> Natural {
    guard !isZero, other > 0 else { return .zero }
    let other = BigUInt(other)
    return Natural(number: number * (other / number.greatestCommonDivisor(with: other)))
  }

  static func < (a: Natural, b: Natural) -> Bool { a.number < b.number }

  /// In decimal digits.
  var description: String { number.description }

  /// Hundredths of a per cent of `whole`, rounded down, for showing only: 1833 is 18.33 %.
  func hundredths(of whole: Natural) -> Int {
    guard !whole.isZero else { return 0 }
    return min(Int(number * 10_000 / whole.number), 10_000)
  }
}
