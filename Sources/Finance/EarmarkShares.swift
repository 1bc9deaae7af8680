/// Which earmarked money pays for what: as much as can be is taken from earmarks, so that as little as can be is taken
/// from what is free.
///
/// An activity of two areas may draw on the earmarks of both. What it takes from one is then given up again where
/// another, which has that area alone, needs it and the first can take from its other area. The result does not depend
/// on the order (a maximum flow between earmarks and payments).
struct EarmarkShares: Sendable, Hashable {
  /// The areas that money is earmarked for, in the order of their ids.
  let areas: [String]
  /// What is left of each, in minor units.
  private(set) var left: [Int]
  /// What each payment takes from each area.
  private(set) var taken: [[Int]] = []
  /// The places in `areas` on which each payment may draw.
  private var reach: [[Int]] = []

  /// - Parameter earmarked: minor units by area; what is below nothing counts as nothing.
  init(_ earmarked: [String: Int]) {
    areas = earmarked.keys.sorted()
    left = areas.map { max(0, earmarked[$0] ?? 0) }
  }

  /// Takes a payment of so much for work in these areas.
  ///
  /// - Returns: what of it earmarks pay.
  mutating func pay(_ minor: Int, for work: [String]) -> Int {
    reach.append(areas.indices.filter { work.contains(areas[$0]) })
    taken.append(areas.map { _ in 0 })
    var rest = minor
    while rest > 0, let path = shortestPath(from: reach.count - 1) { rest -= shift(rest, along: path) }
    return minor - rest
  }

  /// One step of a path: this payment takes more from this area.
  private struct Step {
    let payment: Int
    let area: Int
  }

  /// How to get at money that is left: directly, or by letting others take from elsewhere. Nil where nothing can be got.
  private func shortestPath(from payment: Int) -> [Step]? {
    var cameFrom: [Int: Step] = [:]
    var origin: [Int: Int] = [payment: -1]
    var queue = [payment]
    while !queue.isEmpty {
      let next = queue.removeFirst()
      for area in reach[next] where cameFrom[area] == nil {
        cameFrom[area] = Step(payment: next, area: area)
        if left[area] > 0 { return path(to: area, cameFrom, origin) }
        for other in taken.indices where origin[other] == nil && taken[other][area] > 0 {
          origin[other] = area
          queue.append(other)
        }
      }
    }
    return nil
  }

  private func path(to area: Int, _ cameFrom: [Int: Step], _ origin: [Int: Int]) -> [Step] {
    var path: [Step] = []
    var end = area
    while end >= 0, let step = cameFrom[end] {
      path.append(step)
      end = origin[step.payment] ?? -1
    }
    return path
  }

  /// Moves as much as the path bears; it runs from the money that is left back to the payment that asks.
  private mutating func shift(_ wanted: Int, along path: [Step]) -> Int {
    var part = min(wanted, left[path[0].area])
    for (step, next) in zip(path, path.dropFirst()) { part = min(part, taken[step.payment][next.area]) }
    left[path[0].area] -= part
    for (step, next) in zip(path, path.dropFirst()) { taken[step.payment][next.area] -= part }
    for step in path { taken[step.payment][step.area] += part }
    return part
  }
}
