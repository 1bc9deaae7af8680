internal import Charters
internal import Kernel

/// Makes the number of the parts that were chosen, as the rule's method has it.
struct RollUpMaking {
  private let rule: RollUpRule
  private(set) var parts: [RolledPart] = []
  /// What several parts name, told of each but the first.
  private(set) var leftOut: [LeftOut] = []
  private var chosen: [Observation] = []
  /// The sum, or what stands above the line of a ratio.
  private var above = FigureSum()
  private var below = FigureSum()
  private var things = CountedThings()
  private var certaintyAbove = Qualifier.exact
  private var certaintyBelow = Qualifier.exact

  init(_ rule: RollUpRule) { self.rule = rule }

  mutating func take(_ choice: RollUpChoice) {
    for observation in choice.chosen {
      chosen.append(observation)
      let isDisputed = choice.disputed.contains(observation.id)
      if case .ratio(let formula) = rule.method {
        if formula.numerator.contains(observation.indicator) {
          addAbove(observation)
          parts.append(RolledPart(observation, side: .numerator, isDisputed: isDisputed))
        }
        if formula.denominator.contains(observation.indicator) {
          below.add(observation.amount)
          certaintyBelow = certaintyBelow.weakest(with: observation.certainty)
          parts.append(RolledPart(observation, side: .denominator, isDisputed: isDisputed))
        }
      } else if rule.method == .countedOnce {
        addAbove(observation)
        let (new, unnamed, already) = things.add(observation)
        leftOut += already.map { LeftOut(observation, .alreadyCounted, counts: $1, instead: $0) }
        parts.append(RolledPart(observation, counts: new, unnamed: unnamed, isDisputed: isDisputed))
      } else {
        addAbove(observation)
        parts.append(RolledPart(observation, isDisputed: isDisputed))
      }
    }
  }

  private mutating func addAbove(_ observation: Observation) {
    above.add(observation.amount)
    certaintyAbove = certaintyAbove.weakest(with: observation.certainty)
  }

  /// From the first to the last year of the parts; open where none has a date.
  var years: Period {
    let dated = chosen.compactMap(\.referenceYear)
    return Period(since: dated.min(), until: dated.max())
  }

  /// The number, or why there is none.
  var value: (value: Figure?, absence: RolledUp.Absence?) {
    if rule.method == .notAdded { return (nil, .notAdded) }
    if chosen.isEmpty { return (nil, .nothingReported) }
    let made: (value: Figure?, absence: RolledUp.Absence?) =
      switch rule.method {
      case .ratio: ratio
      case .countedOnce: (counted, nil)
      case .sum, .notAdded: sum
      }
    // One part that gives only the least of it and one that gives only the most make neither.
    guard let value = made.value, value.value == nil, value.low == nil, value.high == nil else { return made }
    return (nil, .nothingReported)
  }

  private var sum: (value: Figure?, absence: RolledUp.Absence?) {
    if above.isTooLarge { return (nil, .tooLarge) }
    let isRange = above.isRange
    return (
      figure(above.total, isRange ? above.least : nil, isRange ? above.most : nil, certaintyAbove), nil
    )
  }

  private var ratio: (value: Figure?, absence: RolledUp.Absence?) {
    if above.isTooLarge || below.isTooLarge { return (nil, .tooLarge) }
    guard let divisor = below.total ?? below.least, divisor > 0 else { return (nil, .noDenominator) }
    let scale: Double = rule.indicator.unit == "%" ? 100 : 1
    func quotient(_ a: Double?, _ b: Double?) -> Double? { a.flatMap { a in b.map { a / $0 * scale } } }
    let isPositive = (above.total ?? above.least ?? 0) >= 0
    // Bounds are divided crosswise, which holds where nothing is below zero.
    let isRange = above.isRange || below.isRange
    let hasBounds = isRange && (above.least ?? -1) >= 0 && (below.least ?? 0) > 0
    let numbers = [
      quotient(above.total, below.total), hasBounds ? quotient(above.least, below.most) : nil,
      hasBounds ? quotient(above.most, below.least) : nil,
    ]
    if numbers.contains(where: { $0.map { !$0.isFinite } ?? false }) { return (nil, .tooLarge) }
    let certainty = certaintyAbove.weakest(with: isPositive ? certaintyBelow.turned : certaintyBelow)
    return (figure(numbers[0], numbers[1], numbers[2], certainty), nil)
  }

  private var counted: Figure {
    if things.parts == 1 {
      let amount = chosen[0].amount
      let isSilent = chosen[0].numbers.isEmpty
      return figure(
        isSilent ? things.least : amount.value, amount.low, amount.high, certaintyAbove)
    }
    let certainty = certaintyAbove.withoutStrictness
    guard let most = things.most, certainty.direction != .up else {
      return figure(things.least, nil, nil, certainty.weakest(with: .atLeast))
    }
    if certainty.direction == .down || things.least == most { return figure(most, nil, nil, certainty) }
    return figure(nil, things.least, most, certainty)
  }

  private func figure(_ value: Double?, _ low: Double?, _ high: Double?, _ certainty: Qualifier) -> Figure {
    let sources = Set(chosen.flatMap(\.provenance.source)).sorted()
    let isOfOneYear = Set(chosen.map(\.referenceYear)).count == 1
    return Figure(
      value: value, low: low, high: high, unit: rule.indicator.unit ?? "", qualifier: certainty,
      asOf: isOfOneYear ? chosen[0].referenceYear : nil, source: sources.joined(separator: "; "),
      verification: chosen.contains { $0.isUnverified } ? .unverified : .inferred)
  }
}

extension RolledPart {
  fileprivate init(
    _ observation: Observation, side: Side? = nil, counts: [String] = [], unnamed: Int = 0, isDisputed: Bool
  ) {
    self.init(
      observation: observation.id.text, activity: observation.activity?.text ?? "",
      indicator: observation.indicator, side: side, year: observation.referenceYear,
      amount: observation.amount, counts: counts, unnamed: unnamed, isDisputed: isDisputed,
      provenance: observation.provenance)
  }
}

extension Qualifier {
  /// Two that are each more than a number, and may share what they count, are together no more than at least.
  fileprivate var withoutStrictness: Qualifier {
    switch self {
    case .moreThan: .atLeast
    case .lessThan: .atMost
    case .exact, .atLeast, .atMost, .about, .estimated, .inferred, .unverified: self
    }
  }
}
