internal import CLibPQ
internal import Dispatch
internal import Kernel

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Who has the wire: libpq carries one thing at a time, so the next one asks the last to finish or to step aside.
protocol Occupant: AnyObject {
  /// Brings the wire to rest. What is still wanted of the server's answer is kept in memory.
  func leave() throws
}

/// One libpq connection. It never waits without a limit, and hears when its caller is cancelled.
final class PostgresLink {
  let handle: OpaquePointer
  private let bell: Bell
  /// Nil while something runs that is not to be interrupted, such as a commit.
  var caller: Caller?
  /// The longest silence of the server to bear; nil for any.
  var patience: Duration?
  /// Reads go through cursors of the server, so that bulk work can go on between two pages of them.
  var isBulk = false
  /// How many rows a loader had sent before the piece that is under way.
  var rowsBefore = 0
  /// How many scripts have run: statements prepared before are prepared anew.
  var scripts = 0
  /// Why the transaction can only be rolled back.
  private(set) var failure: (any Error)?
  private(set) var isBroken = false
  private(set) var occupant: (any Occupant)?
  private var hasAskedToStop = false
  private var end: ContinuousClock.Instant?

  /// - Throws: a refusal `unreachable` that says where and why, never the password.
  init(_ address: PostgresAddress, within limit: Duration, bell: Bell, caller: Caller) throws {
    self.bell = bell
    self.caller = caller
    handle = try Self.connect(address, ContinuousClock.now + limit, bell, caller)
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    PQsetnonblocking(handle, 1)
  }

  deinit { PQfinish(handle) }

  // MARK: Taking turns

  /// Makes the wire free for the next one.
  func claim(for next: (any Occupant)? = nil) throws {
    if let failure { throw failure }
    try checkCancellation()
    if let last = occupant {
      occupant = nil
      try last.leave()
    }
    occupant = next
  }

  func checkCancellation() throws {
    if let caller, caller.isCancelled { throw fail(CancellationError()) }
  }

  func release(_ last: any Occupant) { if occupant === last { occupant = nil } }

  /// Notes the first failure: from then on the transaction can only be rolled back.
  func fail(_ error: any Error) -> any Error {
    if failure == nil { failure = error }
    return error
  }

  /// What went wrong when libpq did not take a request.
  func refused() -> any Error {
    let message = String(cString: PQerrorMessage(handle))
    guard PQstatus(handle) == CONNECTION_OK else { return broken(PostgresRefusal.unreachable(message)) }
    return fail(Refusal(code: "store", Phrase(asItIs: message)))
  }

  func broken(_ error: any Error) -> any Error {
    isBroken = true
    return fail(error)
  }

  /// The error a result stands for, or nil.
  func error(in result: OpaquePointer?) -> (any Error)? {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC:
      return nil
    case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
      return broken(Refusal("store.copy"))
    default:
      let refusal = PostgresRefusal.of(result, handle, after: rowsBefore)
      if PQstatus(handle) != CONNECTION_OK || refusal.code == "unreachable" { isBroken = true }
      if let caller, caller.isCancelled { return fail(CancellationError()) }
      return fail(refusal)
    }
  }

  // MARK: Waiting

  /// The next result of what was sent; nil at the end of one statement's results.
  func result() throws -> OpaquePointer? {
    while true {
      let unsent = PQflush(handle)
      guard unsent >= 0 else { throw refused() }
      if PQisBusy(handle) == 0 {
        if let result = PQgetResult(handle) { return result }
        guard PQstatus(handle) == CONNECTION_OK else { throw refused() }
        return nil
      }
      try wait(writing: unsent == 1)
      guard PQconsumeInput(handle) == 1 else { throw refused() }
    }
  }

  /// Waits until all that was given to libpq is on its way.
  func flush() throws {
    while true {
      let unsent = PQflush(handle)
      guard unsent >= 0 else { throw refused() }
      if unsent == 0 { return }
      try wait(writing: true)
      guard PQconsumeInput(handle) == 1 else { throw refused() }
    }
  }

  /// Reads all results of what was sent and answers the last; its owner clears it.
  func collect() throws -> OpaquePointer? {
    var last: OpaquePointer?
    var first: (any Error)?
    while let next = try result() {
      PQclear(last)
      last = next
      if let error = error(in: next) {
        first = first ?? error
        if isBroken { break }
      }
    }
    if let first {
      PQclear(last)
      throw first
    }
    return last
  }

  /// Runs statements that take no value.
  func run(_ script: String) throws {
    try claim()
    guard PQsendQuery(handle, script) == 1 else { throw refused() }
    PQclear(try collect())
  }

  private func wait(writing: Bool) throws {
    guard PQsocket(handle) >= 0 else { throw refused() }
    let limit = patience.map { ContinuousClock.now + $0 }
    while true {
      if let caller, caller.isCancelled, !hasAskedToStop {
        hasAskedToStop = true
        try askToStop()
      }
      let last = [limit, end].compactMap { $0 }.min()
      let events = Self.poll(PQsocket(handle), writing ? POLLIN | POLLOUT : POLLIN, bell, last)
      if events.socket { return }
      if let last, ContinuousClock.now >= last {
        throw broken(
          hasAskedToStop
            ? CancellationError() : Refusal("timed-out.server"))
      }
    }
  }

  /// Asks the server to stop what runs. The answer to it comes on the wire, as an error of the statement.
  func askToStop() throws {
    end = ContinuousClock.now + .seconds(5)
    guard let address = PQgetCancel(handle) else { return }
    // libpq opens a connection for it and waits without a limit: not on this thread.
    let request = CancelRequest(address: address)
    let isSent = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      request.send()
      isSent.signal()
    }
    guard isSent.wait(timeout: .now() + 5) == .success else { throw broken(CancellationError()) }
  }

  /// Forgets what went wrong, before a rollback and between two transactions.
  func forgive() {
    failure = nil
    occupant = nil
    hasAskedToStop = false
    end = nil
  }

  /// Whether the server has hung up, as far as can be seen without asking it.
  var hasHungUp: Bool {
    guard PQstatus(handle) == CONNECTION_OK else { return true }
    guard Self.poll(PQsocket(handle), POLLIN, nil, .now).socket else { return false }
    return PQconsumeInput(handle) == 0 || PQstatus(handle) != CONNECTION_OK
  }

  private static func poll(
    _ socket: Int32, _ events: Int32, _ bell: Bell?, _ end: ContinuousClock.Instant?
  ) -> (socket: Bool, bell: Bool) {
    var files = [
      pollfd(fd: socket, events: Int16(events), revents: 0),
      pollfd(fd: bell?.reader ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let left = end.map { max($0 - .now, .zero).milliseconds }
    #if canImport(Glibc)
      let count = Glibc.poll(&files, 2, left.map { Int32(clamping: $0) } ?? -1)
    #else
      let count = Darwin.poll(&files, 2, left.map { Int32(clamping: $0) } ?? -1)
    #endif
    guard count > 0 else { return (false, false) }
    if files[1].revents != 0 { bell?.silence() }
    return (files[0].revents != 0, files[1].revents != 0)
  }

  private static func connect(
    _ address: PostgresAddress, _ end: ContinuousClock.Instant, _ bell: Bell, _ caller: Caller
  ) throws -> OpaquePointer {
    let parameters = address.parameters
    let words = parameters.flatMap { [strdup($0.name), strdup($0.value)] }
    defer { words.forEach { free($0) } }
    func every(_ first: Int) -> [UnsafePointer<CChar>?] {
      stride(from: first, to: words.count, by: 2).map { UnsafePointer(words[$0]) } + [nil]
    }
    let handle = PQconnectStartParams(every(0), every(1), 0)
    func refusal(_ reason: String, said: Phrase? = nil) -> Refusal {
      let isFull = ["too many clients", "too many connections", "remaining connection slots"]
        .contains { reason.contains($0) }
      return Refusal(
        code: isFull ? "busy" : "unreachable",
        Phrase(
          "refusal.unreachable.server",
          ["address": "\(address)", "reason": said.map { .phrase($0) } ?? .text(address.discreet(reason))]))
    }
    guard let handle else { throw refusal("", said: Phrase("refusal.unreachable.memory")) }
    var events = POLLOUT
    while PQstatus(handle) != CONNECTION_BAD {
      let heard = poll(PQsocket(handle), events, bell, end)
      if caller.isCancelled {
        PQfinish(handle)
        throw CancellationError()
      }
      if !heard.socket {
        if ContinuousClock.now < end { continue }
        PQfinish(handle)
        throw refusal("", said: Phrase("refusal.unreachable.no-answer"))
      }
      switch PQconnectPoll(handle) {
      case PGRES_POLLING_OK: return handle
      case PGRES_POLLING_READING: events = POLLIN
      case PGRES_POLLING_WRITING: events = POLLOUT
      default: break
      }
    }
    let reason = String(cString: PQerrorMessage(handle))
    PQfinish(handle)
    throw refusal(reason)
  }
}

/// libpq's address for cancelling: made to be used from another thread.
private struct CancelRequest: @unchecked Sendable {
  let address: OpaquePointer

  func send() {
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(address, &message, 256)
    PQfreeCancel(address)
  }
}
