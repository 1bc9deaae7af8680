internal import Foundation

/// What an act gets from outside: its time, its id and its salt. Tests give fixed ones.
public struct Stamp: Sendable {
  /// Milliseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int
  /// A new id.
  public let id: @Sendable () -> String
  /// `SealedPart.saltLength` bytes.
  public let salt: @Sendable () -> [UInt8]

  public init(
    now: @escaping @Sendable () -> Int, id: @escaping @Sendable () -> String,
    salt: @escaping @Sendable () -> [UInt8]
  ) {
    self.now = now
    self.id = id
    self.salt = salt
  }

  /// The machine's clock, and what nobody can guess: ids of 20 characters that say nothing, not even when.
  public static let system = Stamp(
    now: { Int(Date().timeIntervalSince1970 * 1000) },
    id: {
      hexadecimal(.random(in: 0...(.max)), digits: 16) + hexadecimal(.random(in: 0...0xFFFF), digits: 4)
    },
    salt: { bytes(.random(in: 0...(.max))) + bytes(.random(in: 0...(.max))) })

  private static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number) { Array($0) } }

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
