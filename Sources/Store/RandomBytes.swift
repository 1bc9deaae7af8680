internal import Glibc
internal import Synchronization

/// Bytes that nobody can guess, asked of the machine so many at a time: asking anew for the few of each act takes longer than
/// everything else that is done to record it.
final class RandomBytes: Sendable {
  static let shared = RandomBytes()
  private let kept = Mutex([UInt8]())
  /// The most that the machine gives at once, and how often it is asked when none are left.
  private static let (portion, portions) = (256, 16)

  /// Each byte is given once.
  func take(_ count: Int) -> [UInt8] {
    kept.withLock { kept in
      if kept.count < count { Self.fill(&kept) }
      let taken = Array(kept[(kept.count - count)...])
      kept.removeLast(count)
      return taken
    }
  }

  private static func fill(_ bytes: inout [UInt8]) {
    bytes = Array(
      unsafeUninitializedCapacity: portion * portions
    ) { buffer, count in
      for start in stride(from: 0, to: portion * portions, by: portion) {
        // Without it nothing may be recorded: a salt that can be guessed gives away what it is to hide.
        guard getentropy(buffer.baseAddress! + start, portion) == 0 else {
          fatalError("This machine gives no random bytes.")
        }
      }
      count = portion * portions
    }
  }
}
