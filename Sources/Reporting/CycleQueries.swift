public import Kernel
public import Store

extension Connection {
  /// The cycle by its id or, as people type it, by its years: `2009-2010`.
  public func cycle(_ word: String) throws -> Cycle {
    if let cycle: Cycle = try one(Cycle.ID(word)) ?? one(Cycle.ID("cycle-\(word)")) { return cycle }
    let known = try cycles().map { $0.id.text.replacing("cycle-", with: "") }
    throw Refusal(
      "not-found",
      "there is no cycle \u{201C}\(word.prefix(60))\u{201D}; "
        + (known.isEmpty ? "none is kept" : "there are \(known.joined(separator: ", "))"))
  }

  /// Every cycle, oldest first.
  public func cycles() throws -> [Cycle] {
    try all(Cycle.self, "ORDER BY period_since NULLS FIRST, id")
  }

  /// The first day of each cycle that has one, by its id.
  public func cycleStarts() throws -> [String: Day] {
    Dictionary(
      uniqueKeysWithValues: try cycles().map { ($0.id.text, $0.period.since?.first ?? Day(1, 1, 1)) })
  }

  /// The cycle that a day falls into, the latest begun where there are two; nil between cycles.
  public func cycle(runningOn day: Day) throws -> Cycle? {
    try cycles().last { $0.period.covers(day) }
  }
}
