internal import Kernel

/// Lets so many in at a time; who comes later waits in order, and not for ever.
actor Turnstile {
  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Void, any Error>
  }
  private let limit: Int
  private let queueing: Duration
  private var inside = 0
  private var waiters: [Waiter] = []
  private var count = 0
  private var isClosed = false
  private var closing: [CheckedContinuation<Void, Never>] = []

  init(limit: Int, queueing: Duration) {
    self.limit = max(limit, 1)
    self.queueing = queueing
  }

  /// - Throws: a refusal `busy` when the wait is over, `closed`, or `CancellationError`.
  func enter() async throws {
    if isClosed { throw Refusal("closed") }
    if inside < limit, waiters.isEmpty {
      inside += 1
      return
    }
    count += 1
    let number = count
    let (limit, queueing) = (limit, queueing)
    let timer = Task {
      try await Task.sleep(for: queueing)
      turnAway(
        number,
        Refusal("busy.connections", ["limit": "\(limit)", "time": "\(queueing)"]))
    }
    defer { timer.cancel() }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { waiters.append(Waiter(number: number, continuation: $0)) }
    } onCancel: {
      Task { await self.turnAway(number, CancellationError()) }
    }
  }

  /// Hands the place to the one who has waited longest.
  func leave() {
    if !waiters.isEmpty { return waiters.removeFirst().continuation.resume() }
    inside -= 1
    if inside == 0 {
      for waiter in closing { waiter.resume() }
      closing = []
    }
  }

  /// Lets nobody in who comes from now on, and answers when all have left.
  func close() async {
    isClosed = true
    if inside > 0 { await withCheckedContinuation { closing.append($0) } }
  }

  private func turnAway(_ number: Int, _ error: any Error) {
    guard let index = waiters.firstIndex(where: { $0.number == number }) else { return }
    waiters.remove(at: index).continuation.resume(throwing: error)
  }
}
