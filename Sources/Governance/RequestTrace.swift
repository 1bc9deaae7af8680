public import Kernel
public import Store

/// A request with everything that came back on it.
public struct RequestTrace: Sendable, Hashable {
  public let request: Request
  /// Earliest first; those without a date last.
  public let answers: [Answer]
  public let advice: [Advice]

  /// How long the first answer took, in days; nil unless both dates are known to the day (R2, R47).
  ///
  /// It is as sure as the less sure of the two dates, and rests on the sources of both.
  public var timeToAnswer: Figure? {
    guard let asked = request.date, asked.precision == .day,
      let answer = answers.first(where: { $0.date != nil }), let answered = answer.date,
      answered.precision == .day
    else { return nil }
    let provenances = [request.provenance, answer.provenance]
    var sources: [String] = []
    for source in provenances.flatMap(\.source) where !sources.contains(source) { sources.append(source) }
    // "Not after" on the asking date makes the span a lower bound; anything else but exact makes it inferred.
    let qualifier: Qualifier =
      provenances.allSatisfy { $0.qualifier == .exact }
      ? .exact
      : request.provenance.qualifier == .atMost && answer.provenance.qualifier == .exact
        ? .atLeast : .inferred
    return Figure(
      value: Double(answered.first.number - asked.first.number), unit: "day", qualifier: qualifier,
      asOf: answered, source: sources.joined(separator: "; "),
      verification: provenances.contains { $0.verification != .stated } ? .inferred : .stated)
  }
}

extension Connection {
  /// Requests with their answers, in the order they were asked; those without a date last.
  ///
  /// - Parameter day: only what was asked by then, with the answers given by then.
  public func requests(on day: Day? = nil) throws -> [RequestTrace] {
    try traces(
      """
      WHERE \(Query.isValid(Request.self, on: day)) ORDER BY date NULLS LAST, id
      """, on: day)
  }

  /// The requests that a body made at a session and that wait for their answer.
  public func openRequests(at session: Session.ID) throws -> [RequestTrace] {
    try traces(
      "WHERE session = \(session) AND state IN ('open', 'considered') ORDER BY date NULLS LAST, id", on: nil)
  }

  /// Every request that waits for its answer.
  public func openRequests() throws -> [RequestTrace] {
    try traces("WHERE state IN ('open', 'considered') ORDER BY date NULLS LAST, id", on: nil)
  }

  public func trace(of id: Request.ID) throws -> RequestTrace? {
    try traces("WHERE id = \(id)", on: nil).first
  }

  /// Three queries, however many requests there are.
  private func traces(_ rest: Query, on day: Day?) throws -> [RequestTrace] {
    let requests = try all(Request.self, rest)
    let ids = requests.map(\.id)
    let answers = Dictionary(
      grouping: try all(
        Answer.self,
        """
        WHERE request IN \(anyOf: ids) AND \(Query.isValid(Answer.self, on: day))
        ORDER BY date NULLS LAST, id
        """), by: \.request)
    let advice = Dictionary(
      grouping: try all(
        Advice.self,
        "WHERE request IN \(anyOf: ids) AND \(Query.isValid(Advice.self, on: day)) ORDER BY id"),
      by: \.request)
    return requests.map {
      RequestTrace(request: $0, answers: answers[$0.id] ?? [], advice: advice[$0.id] ?? [])
    }
  }
}
