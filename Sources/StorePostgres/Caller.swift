internal import Kernel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A bell a waiting thread hears beside its socket: a pipe, as poll(2) knows nothing else.
final class Bell: Sendable {
  let reader: Int32
  private let writer: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Refusal("store.files", ["reason": .text(String(cString: strerror(errno)))])
    }
    (reader, writer) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    _ = close(reader)
    _ = close(writer)
  }

  func ring() {
    var byte: UInt8 = 1
    _ = write(writer, &byte, 1)
  }

  func silence() {
    var bytes: (UInt64, UInt64) = (0, 0)
    while read(reader, &bytes, 16) == 16 {}
  }
}

/// The task that waits for a session, as the session's thread sees it: was it cancelled meanwhile?
final class Caller: Sendable {
  private let bell: Bell
  private let cancelled = Atomic(false)

  init(_ bell: Bell) { self.bell = bell }

  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  func cancel() {
    cancelled.store(true, ordering: .releasing)
    bell.ring()
  }
}
