internal import Foundation
internal import Kernel

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
    id: { hexadecimal(RandomBytes.shared.take(10)) },
    salt: { RandomBytes.shared.take(SealedPart.saltLength) })

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    var json = JSONWriter(capacity: 2 * bytes.count)
    for byte in bytes { json.write(hexadecimal: byte) }
    return json.text
  }
}
