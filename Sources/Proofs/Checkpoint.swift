internal import Foundation
public import Kernel

/// What a log says of itself at some size (C2SP tlog-checkpoint): its origin, how many acts, and the root of the tree over them.
/// Signed, it binds who signed it: another tree of that size can be held against them.
public struct Checkpoint: Sendable, Hashable {
  /// The address of the log without a scheme, such as `mercury.example.org/gmp/log`.
  public let origin: String
  public let size: Int
  public let root: Fingerprint

  public init(origin: String, size: Int, root: Fingerprint) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// - Throws: a `Refusal` for a text that is no checkpoint.
  public init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Further lines may follow, which C2SP calls extensions.
    guard lines.count >= 4, lines.last == "", NoteName.isOne(lines[0]), let size = Int(lines[1]), size >= 0,
      "\(size)" == lines[1], let root = Data(base64Encoded: String(lines[2])), root.count == 32
    else { throw Refusal("note.checkpoint") }
    self.init(origin: String(lines[0]), size: size, root: try root.withUnsafeBytes { try Fingerprint($0) })
  }

  public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

  public func signed(with key: SignerKey) throws -> SignedNote {
    var note = SignedNote(text)
    try note.sign(with: key)
    return note
  }
}

extension Fingerprint {
  /// 44 characters.
  public var base64: String { withBytes { Data($0) }.base64EncodedString() }

  init(base64 text: some StringProtocol) throws {
    guard let data = Data(base64Encoded: String(text)) else { throw Refusal("fingerprint.bytes") }
    self = try data.withUnsafeBytes { try Fingerprint($0) }
  }
}
