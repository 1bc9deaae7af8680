internal import Foundation

/// What an act gets from outside: its time and its id. Tests give fixed ones.
public struct Stamp: Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int
  /// A new id for an act of that time.
  public let id: @Sendable (Int) -> String

  public init(now: @escaping @Sendable () -> Int, id: @escaping @Sendable (Int) -> String) {
    self.now = now
    self.id = id
  }

  /// The machine's clock; ids of 20 characters that sort by time.
  public static let system = Stamp(
    now: { Int(Date().timeIntervalSince1970 * 1000) },
    id: { time in hexadecimal(UInt64(time), digits: 12) + hexadecimal(.random(in: 0...(.max)), digits: 8) })

  private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
    String(unsafeUninitializedCapacity: digits) { buffer in
      for index in 0..<digits {
        let digit = UInt8(number >> UInt64(4 * (digits - 1 - index)) & 15)
        buffer[index] = digit < 10 ? 48 + digit : 87 + digit
      }
      return digits
    }
  }
}
