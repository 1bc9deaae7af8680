public import Kernel
public import Store

/// One step of a motion: what was done, and the motion as it stood after it.
public struct MotionStep: Sendable {
  public let motion: Motion
  /// The day it speaks of: of the opening, the change of the text, the count. A step without one counts from the day it
  /// was recorded, and never after the next step.
  public let day: Day
  public let act: Act
  /// Where it was a count, what that added.
  public let count: Count?

  /// One count of the ballots, with the rule it was made under.
  public struct Count: Sendable {
    public let rule: String
    public let round: Int
    public let lines: [Translated]
  }
}

/// A motion from its proposal to its end.
public struct MotionCourse: Sendable {
  /// Oldest first.
  public let steps: [MotionStep]

  public init(_ acts: [Act]) throws {
    var steps: [MotionStep] = []
    var before: Motion?
    for act in acts {
      guard let motion = try act.record(Motion.self) else { continue }
      steps.append(
        MotionStep(
          motion: motion, day: Self.day(of: motion, after: before) ?? Moment(milliseconds: act.at).day,
          act: act, count: Self.count(of: motion, after: before)))
      before = motion
    }
    self.steps = Self.inOrder(steps)
  }

  /// The day that a step brings with it; nil where it brings none.
  private static func day(of motion: Motion, after before: Motion?) -> Day? {
    if motion.arithmetic.count != (before?.arithmetic.count ?? 0) { return motion.counted }
    if motion.changed != before?.changed { return motion.changed }
    if motion.opened != before?.opened { return motion.opened }
    return nil
  }

  private static func count(of motion: Motion, after before: Motion?) -> MotionStep.Count? {
    let known = before?.arithmetic.count ?? 0
    guard motion.arithmetic.count > known else { return nil }
    return MotionStep.Count(
      rule: before?.rule ?? motion.rule, round: before?.round ?? motion.round,
      lines: Array(motion.arithmetic.dropFirst(known)))
  }

  /// What was recorded late still comes before what followed it.
  private static func inOrder(_ steps: [MotionStep]) -> [MotionStep] {
    var ordered: [MotionStep] = []
    for step in steps.reversed() {
      let day = ordered.last.map { min($0.day, step.day) } ?? step.day
      ordered.append(MotionStep(motion: step.motion, day: day, act: step.act, count: step.count))
    }
    return ordered.reversed()
  }

  /// The motion as it stood on a day; nil where it was not there yet. One that came from a file as it ended was open
  /// from its opening on.
  public func standing(on day: Day) -> Motion? {
    if let step = steps.last(where: { $0.day <= day }) { return step.motion }
    guard var first = steps.first?.motion, let opened = first.opened, opened <= day else { return nil }
    first.state = .open
    first.outcome = nil
    first.counted = nil
    first.firstBallot = nil
    first.until = nil
    first.arithmetic = []
    if let changed = first.changed, changed > day { first.changed = nil }
    return first
  }
}

extension Connection {
  /// - Returns: nil where there is no such motion.
  public func course(of id: Motion.ID) throws -> MotionCourse? {
    let acts = try history(kind: Motion.kind, record: id.text)
    return acts.isEmpty ? nil : try MotionCourse(acts)
  }

  /// Motions as they stood on a day: those still to be decided first, then those counted last.
  public func motions(on day: Day) throws -> [Motion] {
    try all(Motion.self).compactMap { motion in
      motion.isUnchanged(since: day) ? motion : try course(of: motion.id)?.standing(on: day)
    }
    .sorted { a, b in
      if a.isEnded != b.isEnded { return !a.isEnded }
      let (first, second) = (a.counted ?? a.opened, b.counted ?? b.opened)
      if first == second { return a.id.text < b.id.text }
      guard let first, let second else { return first == nil }
      return first > second
    }
  }
}

extension Motion {
  /// Whether nothing more can be done on it.
  public var isEnded: Bool {
    switch state {
    case .proposed, .seconded, .open: false
    case .decided, .lapsed, .withdrawn: true
    }
  }

  /// Whether everything that is dated in it had happened by a day. It may have been withdrawn later, which only its acts
  /// tell.
  fileprivate func isUnchanged(since day: Day) -> Bool {
    [opened, changed, counted].allSatisfy { $0.map { $0 <= day } ?? true } && opened != nil
      && state != .lapsed
      && state != .withdrawn
  }
}
