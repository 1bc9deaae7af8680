/// A whole number without an upper limit. Weights of chambers, sides and kinds have a common denominator that a machine
/// number need not hold: twelve groups of several hundred members each are enough.
struct Natural: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The least first, none of them zero at the end.
  private var limbs: [UInt64]

  static let zero = Natural(0)

  init(_ number: UInt64) { limbs = number == 0 ? [] : [number] }

  var isZero: Bool { limbs.isEmpty }

  static func + (a: Natural, b: Natural) -> Natural {
    var sum = a
    sum += b
    return sum
  }

  static func += (a: inout Natural, b: Natural) {
    var carry: UInt64 = 0
    for index in 0..<max(a.limbs.count, b.limbs.count) {
      let left = index < a.limbs.count ? a.limbs[index] : 0
      let right = index < b.limbs.count ? b.limbs[index] : 0
      let (sum, over) = left.addingReportingOverflow(right)
      let (whole, more) = sum.addingReportingOverflow(carry)
      carry = over || more ? 1 : 0
      if index < a.limbs.count { a.limbs[index] = whole } else { a.limbs.append(whole) }
    }
    if carry > 0 { a.limbs.append(carry) }
  }

  /// What is left of `a`; zero where `b` is larger.
  static func - (a: Natural, b: Natural) -> Natural {
    guard a > b else { return .zero }
    var rest = a
    var borrow: UInt64 = 0
    for index in rest.limbs.indices {
      let right = index < b.limbs.count ? b.limbs[index] : 0
      let (part, under) = rest.limbs[index].subtractingReportingOverflow(right)
      let (whole, more) = part.subtractingReportingOverflow(borrow)
      borrow = under || more ? 1 : 0
      rest.limbs[index] = whole
    }
    rest.trim()
    return rest
  }

  static func * (a: Natural, b: UInt64) -> Natural {
    var product = a
    var carry: UInt64 = 0
    for index in product.limbs.indices {
      let (high, low) = product.limbs[index].multipliedFullWidth(by: b)
      let (sum, over) = low.addingReportingOverflow(carry)
      product.limbs[index] = sum
      carry = high + (over ? 1 : 0)
    }
    if carry > 0 { product.limbs.append(carry) }
    product.trim()
    return product
  }

  /// - Parameter divisor: at least 1.
  func divided(by divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    var quotient = self
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      (quotient.limbs[index], rest) = divisor.dividingFullWidth((rest, limbs[index]))
    }
    quotient.trim()
    return (quotient, rest)
  }

  /// The least number that both divide.
  func commonMultiple(with other: UInt64) -> Natural {
    var (a, b) = (divided(by: other).remainder, other)
    while a != 0 { (a, b) = (b % a, a) }
    return self * (other / b)
  }

  private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }

  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    for index in a.limbs.indices.reversed() where a.limbs[index] != b.limbs[index] {
      return a.limbs[index] < b.limbs[index]
    }
    return false
  }

  /// In decimal digits.
  var description: String {
    guard !isZero else { return "0" }
    var groups: [String] = []
    var rest = self
    while !rest.isZero {
      let (quotient, remainder) = rest.divided(by: 1_000_000_000)
      let digits = String(remainder)
      groups.append(quotient.isZero ? digits : String(repeating: "0", count: 9 - digits.count) + digits)
      rest = quotient
    }
    return groups.reversed().joined()
  }

  /// Hundredths of a per cent of `whole`, rounded down, for showing only: 1833 is 18.33 %.
  func hundredths(of whole: Natural) -> Int {
    guard !whole.isZero else { return 0 }
    let scaled = self * 10_000
    var (low, high) = (0, 10_001)
    while high - low > 1 {
      let middle = (low + high) / 2
      if whole * UInt64(middle) <= scaled { low = middle } else { high = middle }
    }
    return low
  }
}
