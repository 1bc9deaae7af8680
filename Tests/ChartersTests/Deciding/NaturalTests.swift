import Testing

@testable import Charters

/// Whole numbers without an upper limit, against sums done digit by digit as on paper: the oracle shares nothing with
/// what it judges.
@Suite struct NaturalTests {
  /// Decimal digits, the least first.
  private struct Paper: Equatable {
    var digits: [Int]
    init(_ number: UInt64) { digits = String(number).utf8.reversed().map { Int($0) - 48 } }

    private static func carried(_ columns: [Int]) -> Paper {
      var paper = Paper(0)
      paper.digits = []
      var carry = 0
      for column in columns {
        carry += column
        paper.digits.append(carry % 10)
        carry /= 10
      }
      while carry > 0 {
        paper.digits.append(carry % 10)
        carry /= 10
      }
      while paper.digits.count > 1, paper.digits.last == 0 { paper.digits.removeLast() }
      return paper
    }

    static func + (a: Paper, b: Paper) -> Paper {
      carried(
        (0..<max(a.digits.count, b.digits.count)).map {
          ($0 < a.digits.count ? a.digits[$0] : 0) + ($0 < b.digits.count ? b.digits[$0] : 0)
        })
    }

    static func * (a: Paper, b: UInt64) -> Paper {
      let other = Paper(b)
      var columns = Array(repeating: 0, count: a.digits.count + other.digits.count)
      for (i, left) in a.digits.enumerated() {
        for (j, right) in other.digits.enumerated() { columns[i + j] += left * right }
      }
      return carried(columns)
    }

    var text: String { digits.reversed().map(String.init).joined() }
  }

  /// Numbers that repeat from run to run, many of them at the edge of a machine word.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
    mutating func any() -> UInt64 {
      switch next() % 4 {
      case 0: UInt64.max - next() % 3
      case 1: next() % 5
      case 2: 1 << (next() % 64)
      default: next()
      }
    }
  }

  @Test func sumsAndProductsAreThoseOnPaper() {
    var numbers = Numbers(state: 41)
    for _ in 0..<2000 {
      let first = numbers.any()
      var (natural, paper) = (Natural(first), Paper(first))
      for _ in 0..<Int(numbers.next() % 6) {
        let (factor, addend) = (numbers.any(), numbers.any())
        natural = natural * factor + Natural(addend)
        paper = paper * factor + Paper(addend)
      }
      #expect(natural.description == paper.text)
    }
  }

  @Test func whatIsDividedComesTogetherAgain() {
    var numbers = Numbers(state: 42)
    for _ in 0..<2000 {
      let number = Natural(numbers.any()) * numbers.any() * numbers.any() + Natural(numbers.any())
      let divisor = max(numbers.any(), 1)
      let (quotient, remainder) = number.divided(by: divisor)
      #expect(remainder < divisor)
      #expect(quotient * divisor + Natural(remainder) == number)
    }
  }

  @Test func whatIsTakenAwayIsPutBack() {
    var numbers = Numbers(state: 43)
    for _ in 0..<2000 {
      let a = Natural(numbers.any()) * numbers.any()
      let b = Natural(numbers.any()) * numbers.any()
      #expect(a + b - b == a)
      #expect(a - (a + b) == .zero)
      #expect((a < b) != (a >= b))
      #expect(b.isZero || a < a + b)
    }
  }

  @Test func theLeastCommonMultipleIsDividedByBothAndByNoSmaller() {
    var numbers = Numbers(state: 44)
    for _ in 0..<500 {
      let (a, b) = (numbers.next() % 400 + 1, numbers.next() % 400 + 1)
      let least = (1...b).first { (a * $0).isMultiple(of: b) }.map { a * $0 }
      #expect(Natural(a).commonMultiple(with: b) == least.map { Natural($0) })
    }
    // Twelve groups of several hundred members each.
    let wide = [401, 409, 419, 421, 431, 433, 439, 443, 449, 457, 461, 463].reduce(Natural(1)) {
      $0.commonMultiple(with: $1)
    }
    #expect(wide.description == "45987697914415881582130663374439")
  }

  @Test func hundredthsAreRoundedDown() {
    #expect(Natural(11).hundredths(of: Natural(60)) == 1833)
    #expect(Natural(60).hundredths(of: Natural(60)) == 10_000)
    #expect(Natural(61).hundredths(of: Natural(60)) == 10_000)
    #expect(Natural(1).hundredths(of: .zero) == 0)
    let whole = Natural(.max) * .max
    #expect((whole - Natural(1)).hundredths(of: whole) == 9_999)
  }
}
