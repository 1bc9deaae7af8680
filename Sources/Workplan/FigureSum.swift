internal import Kernel

/// A sum of numbers that may be ranges. Small numbers are not lost beside large ones, so that a sum does not depend on
/// the order of its parts (Neumaier's compensation).
struct FigureSum {
  private var value = Compensated()
  private var low = Compensated()
  private var high = Compensated()
  private var hasEveryValue = true
  private var hasEveryLow = true
  private var hasEveryHigh = true
  private(set) var isRange = false

  /// A number without bounds is exactly that; of one with a single bound the other is not known.
  mutating func add(_ figure: Figure) {
    let hasBounds = figure.low != nil || figure.high != nil
    isRange = isRange || hasBounds
    value.add(figure.value, &hasEveryValue)
    low.add(hasBounds ? figure.low : figure.value, &hasEveryLow)
    high.add(hasBounds ? figure.high : figure.value, &hasEveryHigh)
  }

  /// Nil where a part has none.
  var total: Double? { hasEveryValue ? value.total : nil }
  /// Nil where a part has no lower bound; the total itself where no part has bounds.
  var least: Double? { hasEveryLow ? low.total : nil }
  var most: Double? { hasEveryHigh ? high.total : nil }
  var isTooLarge: Bool { [total, least, most].contains { $0.map { !$0.isFinite } ?? false } }

  private struct Compensated {
    private var sum = 0.0
    private var lost = 0.0

    mutating func add(_ number: Double?, _ hasAll: inout Bool) {
      guard let number else {
        hasAll = false
        return
      }
      let next = sum + number
      lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    // What was lost beside an infinite sum is no number.
    var total: Double { sum.isFinite ? sum + lost : sum }
  }
}
