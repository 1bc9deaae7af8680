internal import Kernel
internal import Synchronization

/// What the server counts about itself, told in the Prometheus text format. No address, no person.
final class Metrics: Sendable {
  private struct Counts {
    var requests: [String: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.limits.count + 1)
    var seconds = 0.0
  }
  private static let limits = [0.005, 0.025, 0.1, 0.5, 2.5]
  private let counts = Mutex(Counts())

  /// - Parameter route: the kind of address, never the address itself, so that the list stays short.
  func count(route: String, status: Int, seconds: Double) {
    counts.withLock { counts in
      counts.requests["route=\"\(route)\",status=\"\(status)\"", default: 0] += 1
      let bucket = Self.limits.firstIndex { seconds <= $0 } ?? Self.limits.count
      counts.buckets[bucket] += 1
      counts.seconds += seconds
    }
  }

  func text(acts: Int) -> String {
    let counts = counts.withLock { $0 }
    var text = """
      # HELP entente_acts Acts in the journal.
      # TYPE entente_acts gauge
      entente_acts \(acts)
      # HELP entente_requests_total Requests answered.
      # TYPE entente_requests_total counter

      """
    for (labels, number) in counts.requests.sorted(by: { $0.key < $1.key }) {
      text += "entente_requests_total{\(labels)} \(number)\n"
    }
    text += "# HELP entente_request_seconds Time to answer.\n# TYPE entente_request_seconds histogram\n"
    var sum = 0
    for (index, limit) in Self.limits.enumerated() {
      sum += counts.buckets[index]
      text += "entente_request_seconds_bucket{le=\"\(limit)\"} \(sum)\n"
    }
    sum += counts.buckets[Self.limits.count]
    text += "entente_request_seconds_bucket{le=\"+Inf\"} \(sum)\n"
    text += "entente_request_seconds_sum \(counts.seconds)\nentente_request_seconds_count \(sum)\n"
    return text
  }
}
