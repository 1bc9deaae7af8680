public import Kernel
public import Store

extension Connection {
  /// The cycle by its id or, as people type it, by its years: `2009-2010`.
  public func cycle(_ word: String) throws -> Cycle {
    if let cycle: Cycle = try one(Cycle.ID(word)) ?? one(Cycle.ID("cycle-\(word)")) { return cycle }
    let known = try cycles().map { $0.id.text.replacing("cycle-", with: "") }
    let place: [String: Phrase.Value] = ["cycle": "\(word.prefix(60))"]
    throw known.isEmpty
      ? Refusal("not-found.cycle-none", place)
      : Refusal("not-found.cycle", place.merging(["known": .list(known)]) { $1 })
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
