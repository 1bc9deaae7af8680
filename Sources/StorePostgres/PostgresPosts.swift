internal import CLibPQ
internal import Kernel

/// Statements sent without waiting for their answers: libpq's pipeline mode.
final class PostgresPosts: Occupant {
  private let link: PostgresLink
  /// What to say where a statement changed another number of rows than one; in the order they were sent.
  private var awaited: [@Sendable () -> Refusal] = []
  private var answered = 0
  private var unasked = 0
  private var first: (any Error)?

  init(_ link: PostgresLink) { self.link = link }

  /// Makes the wire ready for one more.
  func begin() throws {
    if link.occupant === self {
      // A failure known by now need not wait for the end.
      if let failure = link.failure { throw failure }
      return try link.checkCancellation()
    }
    try link.claim(for: self)
    guard PQenterPipelineMode(link.handle) == 1 else { throw link.refused() }
  }

  func sent(orElse refusal: @escaping @Sendable () -> Refusal) throws {
    awaited.append(refusal)
    unasked += 1
    guard unasked == 200 else { return }
    // The server keeps its answers back until it is asked; taking them now and then keeps both buffers small.
    unasked = 0
    guard PQsendFlushRequest(link.handle) == 1 else { throw link.refused() }
    try link.flush()
    try takeAnswers(leaving: 2000)
  }

  /// Takes the answers that are here, and waits for those that leave too many open.
  private func takeAnswers(leaving limit: Int) throws {
    while answered < awaited.count, awaited.count - answered > limit || PQisBusy(link.handle) == 0 {
      if let result = try link.result() { take(result) }
    }
    if answered == awaited.count { forget() }
  }

  private func take(_ result: OpaquePointer) {
    defer { PQclear(result) }
    let refusal = awaited[answered]
    answered += 1
    guard first == nil else { return }
    if let error = link.error(in: result) {
      first = error
    } else if PostgresStatement.changes(result) != 1 {
      first = link.fail(refusal())
    }
  }

  private func forget() {
    awaited.removeAll(keepingCapacity: true)
    answered = 0
  }

  /// Waits for every answer; throws the first failure.
  func leave() throws {
    defer {
      forget()
      (unasked, first) = (0, nil)
    }
    guard PQpipelineSync(link.handle) == 1 else { throw link.refused() }
    while true {
      guard let result = try link.result() else { continue }
      if PQresultStatus(result) == PGRES_PIPELINE_SYNC {
        PQclear(result)
        break
      }
      guard answered < awaited.count else {
        defer { PQclear(result) }
        throw link.broken(link.error(in: result) ?? Refusal("store.unasked"))
      }
      take(result)
      if link.isBroken { break }
    }
    let hasLeft = PQexitPipelineMode(link.handle) == 1
    if let first { throw first }
    guard hasLeft else { throw link.refused() }
  }
}
