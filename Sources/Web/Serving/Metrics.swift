internal import Kernel
internal import Synchronization
internal import Telling

/// What the server counts about itself, told in the Prometheus text format. No address, no person.
public final class Metrics: Sendable {
  private struct Counts {
    var requests: [String: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.limits.count + 1)
    var seconds = 0.0
  }
  private static let limits = [0.005, 0.025, 0.1, 0.5, 2.5]
  private let counts = Mutex(Counts())

  /// - Parameter route: the kind of address, never the address itself, so that the list stays short.
  public func count(route: String, status: Int, seconds: Double) {
    counts.withLock { counts in
      counts.requests["route=\"\(route)\",status=\"\(status)\"", default: 0] += 1
      let bucket = Self.limits.firstIndex { seconds <= $0 } ?? Self.limits.count
      counts.buckets[bucket] += 1
      counts.seconds += seconds
    }
  }

  /// - Parameter partnership: the label under which several on one host are told apart.
  public func text(acts: Int, of partnership: String? = nil) -> String {
    Self.text([(partnership, acts, self)])
  }

  /// The counts of several partnerships, each line under the name of its own; nil counts have no store that answers.
  public static func text(_ all: [(partnership: String?, acts: Int?, metrics: Metrics)]) -> String {
    var text = "# HELP entente_acts Acts in the journal.\n# TYPE entente_acts gauge\n"
    for (name, acts, _) in all {
      if let acts { text += "entente_acts\(labels(name)) \(acts)\n" }
    }
    text += "# HELP entente_requests_total Requests answered.\n# TYPE entente_requests_total counter\n"
    for (name, _, metrics) in all {
      for (labels, number) in metrics.counts.withLock({ $0.requests }).sorted(by: { $0.key < $1.key }) {
        text += "entente_requests_total\(Self.labels(name, labels)) \(number)\n"
      }
    }
    text += "# HELP entente_request_seconds Time to answer.\n# TYPE entente_request_seconds histogram\n"
    for (name, _, metrics) in all {
      let counts = metrics.counts.withLock { $0 }
      var sum = 0
      for (index, limit) in limits.enumerated() {
        sum += counts.buckets[index]
        text += "entente_request_seconds_bucket\(labels(name, "le=\"\(limit)\"")) \(sum)\n"
      }
      sum += counts.buckets[limits.count]
      text += "entente_request_seconds_bucket\(labels(name, "le=\"+Inf\"")) \(sum)\n"
      text += "entente_request_seconds_sum\(labels(name)) \(counts.seconds)\n"
      text += "entente_request_seconds_count\(labels(name)) \(sum)\n"
    }
    return text
  }

  private static func labels(_ partnership: String?, _ more: String? = nil) -> String {
    let all = [partnership.map { "partnership=\"\($0)\"" }, more].compactMap { $0 }
    return all.isEmpty ? "" : "{\(all.joined(separator: ","))}"
  }
}
