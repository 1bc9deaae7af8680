internal import Kernel

/// How long one who wants a change waits until the bodies that must decide it can next meet.
struct Wait {
  /// In whole days, rounded up.
  let expected: Double
  let longest: Double
  let reasons: [Reason]
}

/// When bodies meet, as far as the records and the charter say.
struct Calendar {
  let charter: Charter
  private let sittings: [String: [Facts.Sitting]]
  /// Between recorded meetings, worked out once: each part under each option asks.
  private let waits: [String: Wait]

  init(_ charter: Charter, _ facts: Facts) {
    self.charter = charter
    sittings = Dictionary(grouping: facts.sittings, by: \.body).mapValues {
      $0.sorted { ($0.since, $0.until, $0.record) < ($1.since, $1.until, $1.record) }
    }
    waits = sittings.compactMapValues(Self.wait(between:))
  }

  /// The wait for one body; nil where neither records nor charter say how often it meets.
  ///
  /// Recorded meetings come before what the charter says: the longest wait is the longest gap between two that follow
  /// each other, the expected one is that of someone who arrives on any day of the gaps, Σg² ∕ 2Σg.
  func wait(for body: String) -> Wait? {
    let declared = charter.body(body)
    if let declared, declared.meets == "any-day" {
      return Wait(
        expected: 0, longest: 0,
        reasons: [Reason("any-day", at: "bodies.\(body).meets", declared.meetsGround)])
    }
    if let wait = waits[body] { return wait }
    guard let declared, let months = declared.meets.flatMap(Rhythm.months) else { return nil }
    let longest = (months * 365 / 12).rounded(.up)
    return Wait(
      expected: (longest / 2).rounded(.up), longest: longest,
      reasons: [Reason("calendar", at: "bodies.\(body).meets", declared.meetsGround)])
  }

  private static func wait(between known: [Facts.Sitting]) -> Wait? {
    var gaps: [Double] = []
    var used: [Facts.Sitting] = []
    for (earlier, later) in zip(known, known.dropFirst()) {
      // Between the eighth and the tenth lies a meeting whose date nobody gives: no gap is known.
      if let a = earlier.number, let b = later.number, b > a + 1 { continue }
      let gap = Double(later.since.number - earlier.until.number)
      guard gap > 0 else { continue }
      gaps.append(gap)
      for sitting in [earlier, later] where used.last != sitting { used.append(sitting) }
    }
    guard let longest = gaps.max() else { return nil }
    let expected = gaps.reduce(0) { $0 + $1 * $1 } / (2 * gaps.reduce(0, +))
    return Wait(
      expected: expected.rounded(.up), longest: longest,
      reasons: [
        Reason(
          .derived, "meetings", records: used.map(\.record),
          source: used.flatMap(\.source).uniqued)
      ])
  }

  /// How often a body meets in a year; nil where nobody knows.
  func meetingsAYear(of body: String) -> Double? {
    let known = sittings[body] ?? []
    var spans: [Double] = []
    for (earlier, later) in zip(known, known.dropFirst()) {
      if let a = earlier.number, let b = later.number, b > a + 1 { continue }
      spans.append(Double(later.since.number - earlier.since.number))
    }
    if !spans.isEmpty, spans.reduce(0, +) > 0 { return 365 * Double(spans.count) / spans.reduce(0, +) }
    return charter.body(body)?.meets.flatMap(Rhythm.months).map { 12 / $0 }
  }

  /// The wait for several who must all decide: the longest of them. Of a choice the first named counts.
  ///
  /// - Returns: nil with the bodies whose calendar nobody knows, where there is one.
  func wait(forAll slots: [[String]]) -> (wait: Wait?, unknown: [String]) {
    let bodies = slots.compactMap(\.first)
    guard !bodies.isEmpty else { return (nil, []) }
    var waits: [Wait] = []
    var unknown: [String] = []
    for body in bodies {
      if let wait = wait(for: body) { waits.append(wait) } else { unknown.append(body) }
    }
    guard unknown.isEmpty, let slowest = waits.max(by: { $0.longest < $1.longest }) else {
      return (nil, unknown)
    }
    let expected = waits.map(\.expected).max() ?? slowest.expected
    // Reasons of those that decide the number; of the others the answer does not depend.
    let reasons = waits.filter { $0.longest == slowest.longest || $0.expected == expected }.flatMap(\.reasons)
    let rule = bodies.count > 1 ? [Reason(.derived, "the-slowest-decides")] : []
    return (Wait(expected: expected, longest: slowest.longest, reasons: reasons + rule), [])
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of its first place.
  var uniqued: [Element] {
    var met: Set<Element> = []
    return filter { met.insert($0).inserted }
  }
}
