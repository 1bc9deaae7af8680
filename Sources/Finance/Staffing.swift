public import Kernel
public import Store

/// How much working time a secretariat has on a day (A3, A35).
public enum Staffing {
  /// Full-time equivalents of the posts held on a day.
  ///
  /// A post whose share of time nobody states counts as one at the most, and the figure then says "at most".
  /// Nil where there is no post.
  public static func fullTimeEquivalent(of posts: [Post], on day: Day) -> Figure? {
    guard !posts.isEmpty else { return nil }
    let sources = Set(posts.flatMap(\.provenance.source)).sorted()
    return Figure(
      value: posts.reduce(0) { $0 + ($1.fullTimeShare ?? 1) }, unit: "full-time-equivalent",
      qualifier: posts.allSatisfy { $0.fullTimeShare != nil } ? .exact : .atMost, asOf: When(day),
      source: sources.joined(separator: "; "), verification: .inferred)
  }
}

extension Connection {
  /// The posts held on a day, the oldest first.
  public func posts(on day: Day) throws -> [Post] {
    try all(Post.self, "WHERE \(Query.isValid(Post.self, on: day)) ORDER BY period_since NULLS FIRST, id")
  }
}
