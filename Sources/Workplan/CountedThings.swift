internal import Kernel

/// Things that several projects count, each counted once. Where a project counts more than it names, nobody can tell
/// whether another names the rest: the number is then known from one bound to another only.
struct CountedThings {
  /// Each thing by the observation that named it first.
  private var first: [String: Observation.ID] = [:]
  /// The most that one part alone counts.
  private var mostOfOne = 0.0
  private var unnamedAtMost: Double? = 0
  private(set) var parts = 0

  /// - Returns: the things that it names first, how many more it counts without a name, and those that stand already.
  mutating func add(
    _ observation: Observation
  ) -> (new: [String], unnamed: Int, already: [Observation.ID: [String]]) {
    parts += 1
    var new: [String] = []
    var already: [Observation.ID: [String]] = [:]
    var own: Set<String> = []
    for thing in observation.counts where own.insert(thing).inserted {
      if let before = first[thing] {
        already[before, default: []].append(thing)
      } else {
        first[thing] = observation.id
        new.append(thing)
      }
    }
    let named = Double(own.count)
    let amount = observation.amount
    let isSilent = observation.numbers.isEmpty
    let least = max(named, amount.low ?? amount.value ?? 0)
    let most = isSilent ? named : (amount.high ?? amount.value).map { max(named, $0) }
    mostOfOne = max(mostOfOne, observation.certainty.direction == .down ? named : least)
    unnamedAtMost = unnamedAtMost.flatMap { sum in most.map { sum + $0 - named } }
    return (new, Int(exactly: max(named, amount.value ?? least) - named) ?? .max, already)
  }

  /// No fewer than are named by anyone, nor than one part alone counts.
  var least: Double { max(Double(first.count), mostOfOne) }
  /// Nil where a part gives no upper bound.
  var most: Double? { unnamedAtMost.map { Double(first.count) + $0 } }
}
