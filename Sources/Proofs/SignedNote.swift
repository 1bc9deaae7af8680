internal import Foundation
public import Kernel

/// A text with signatures below it (C2SP signed-note): an empty line, then for each signature a line of a name and some
/// base64. Who signs decides what the text means.
public struct SignedNote: Sendable, Hashable {
  public struct Signature: Sendable, Hashable {
    public let name: String
    /// Which of the keys of that name made it.
    public let key: UInt32
    public let bytes: [UInt8]

    public init(name: String, key: UInt32, bytes: [UInt8]) {
      (self.name, self.key, self.bytes) = (name, key, bytes)
    }
  }
  /// Its last character ends a line.
  public let text: String
  public private(set) var signatures: [Signature]

  /// Longer notes, and more signatures, are nobody's.
  static let (longest, most) = (1 << 20, 100)

  public init(_ text: String, _ signatures: [Signature] = []) {
    precondition(text.utf8.last == UInt8(ascii: "\n"))
    (self.text, self.signatures) = (text, signatures)
  }

  /// Reads a note; whether what signs it is to be trusted is asked of `isSigned(by:)`.
  ///
  /// - Throws: a `Refusal` for what is no signed note.
  public init(reading bytes: [UInt8]) throws {
    let refusal = Refusal("note.form")
    guard bytes.count <= Self.longest, let whole = String(validating: bytes, as: UTF8.self),
      !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A }), whole.utf8.last == 0x0A
    else { throw refusal }
    let lines = whole.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    // The last empty line: the text may have others.
    guard let empty = lines.lastIndex(of: ""), empty > 0, empty < lines.count - 1,
      lines.count - empty - 1 <= Self.most
    else { throw refusal }
    signatures = try lines[(empty + 1)...].map { line in
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 3, parts[0] == "\u{2014}", NoteName.isOne(parts[1]),
        let data = Data(base64Encoded: String(parts[2])), data.count > 4
      else { throw refusal }
      return Signature(
        name: String(parts[1]), key: data.prefix(4).reduce(0) { $0 << 8 | UInt32($1) },
        bytes: Array(data.dropFirst(4)))
    }
    text = lines[..<empty].joined(separator: "\n") + "\n"
  }

  /// As it goes out.
  public var whole: String {
    text + "\n"
      + signatures.map { signature in
        let key = (0..<4).map { UInt8(truncatingIfNeeded: signature.key >> (24 - 8 * $0)) }
        return "\u{2014} \(signature.name) \(Data(key + signature.bytes).base64EncodedString())\n"
      }.joined()
  }

  public mutating func sign(with key: SignerKey) throws {
    let signature = Signature(
      name: key.verifier.name, key: key.verifier.id, bytes: try key.signature(of: Array(text.utf8)))
    signatures.append(signature)
  }

  public func isSigned(by key: VerifierKey) -> Bool {
    signatures.contains {
      $0.name == key.name && $0.key == key.id && key.isSignature($0.bytes, of: Array(text.utf8))
    }
  }
}

/// What a key may be called: no spaces, no plus, of a length that fits an address.
public enum NoteName {
  public static func isOne(_ text: some StringProtocol) -> Bool {
    1...250 ~= text.utf8.count
      && text.unicodeScalars.allSatisfy { $0 != "+" && $0.value > 0x20 && !$0.properties.isWhitespace }
  }
}
