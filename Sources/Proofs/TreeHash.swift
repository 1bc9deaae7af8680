public import Kernel
internal import Store

/// The hashing of RFC 6962, section 2.1: a leaf and a node are told apart by their first byte, so that nobody can pass a node off
/// as a leaf.
extension Fingerprint {
  /// SHA-256(0x00 ‖ entry).
  public static func leaf(_ entry: [UInt8]) -> Fingerprint { Fingerprint(of: [0] + entry) }

  /// SHA-256(0x01 ‖ left ‖ right).
  public static func node(_ left: Fingerprint, _ right: Fingerprint) -> Fingerprint {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(65)
    bytes.append(1)
    left.withBytes { bytes.append(contentsOf: $0) }
    right.withBytes { bytes.append(contentsOf: $0) }
    return Fingerprint(of: bytes)
  }

  /// The root of a tree without leaves: the hash of nothing.
  public static let emptyTree = Fingerprint(of: [])

  /// The root of a whole tree over hashes, of which there are a power of two.
  static func whole(_ hashes: ArraySlice<Fingerprint>) -> Fingerprint {
    precondition(hashes.count > 0 && hashes.count & (hashes.count - 1) == 0)
    var row = Array(hashes)
    while row.count > 1 {
      for place in 0..<row.count / 2 { row[place] = .node(row[2 * place], row[2 * place + 1]) }
      row.removeLast(row.count / 2)
    }
    return row[0]
  }
}
