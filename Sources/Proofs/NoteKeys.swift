internal import Crypto
internal import Foundation
public import Kernel
internal import Store

/// The key by which anyone checks what a name signed: `NAME+1f3a9b2c+AZ…` (C2SP signed-note, Ed25519).
public struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
  public let name: String
  /// The first four bytes of SHA-256(name ‖ line end ‖ algorithm ‖ key).
  public let id: UInt32
  private let publicKey: [UInt8]

  /// Ed25519 as C2SP numbers it.
  fileprivate static let algorithm: UInt8 = 1

  /// - Parameter publicKey: 32 bytes.
  fileprivate init(name: String, publicKey: [UInt8]) {
    (self.name, self.publicKey) = (name, publicKey)
    id = Fingerprint(of: Array(name.utf8) + [0x0A, Self.algorithm] + publicKey).withBytes {
      $0.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// - Throws: a `Refusal` for what is no such key.
  public init(_ text: String) throws {
    let (name, bytes) = try Self.parts(of: text, after: "", Refusal("note.key"))
    self.init(name: name, publicKey: bytes)
    // Its id follows from the rest.
    guard description == text, (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)) != nil else {
      throw Refusal("note.key")
    }
  }

  public var description: String {
    "\(name)+\(hexadecimalID)+\(Data([Self.algorithm] + publicKey).base64EncodedString())"
  }

  /// Eight digits.
  public var hexadecimalID: String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  public func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature, for: bytes)
  }

  fileprivate static func parts(
    of text: String, after mark: String, _ refusal: Refusal
  ) throws -> (name: String, bytes: [UInt8]) {
    guard text.hasPrefix(mark) else { throw refusal }
    // The base64 behind the second plus may hold more of them.
    let parts = text.dropFirst(mark.count).split(
      separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, NoteName.isOne(parts[0]), let bytes = Data(base64Encoded: String(parts[2])),
      bytes.count == 33, bytes.first == algorithm
    else { throw refusal }
    return (String(parts[0]), Array(bytes.dropFirst()))
  }
}

/// The key with which a name signs: `PRIVATE+KEY+NAME+1f3a9b2c+AZ…`. Who has it can speak for the name.
public struct SignerKey: Sendable {
  public let verifier: VerifierKey
  private let seed: [UInt8]

  /// A new one.
  ///
  /// - Throws: a `Refusal` for a name that is none.
  public init(newFor name: String) throws {
    guard NoteName.isOne(name) else { throw Refusal("note.name", ["name": "\(name.prefix(60))"]) }
    try self.init(name: name, seed: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
  }

  private init(name: String, seed: [UInt8]) throws {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw Refusal("note.private-key")
    }
    self.seed = seed
    verifier = VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// - Throws: a `Refusal`, which quotes nothing of it, for what is no such key.
  public init(_ text: String) throws {
    let refusal = Refusal("note.private-key")
    let (name, seed) = try VerifierKey.parts(of: text, after: "PRIVATE+KEY+", refusal)
    try self.init(name: name, seed: seed)
    guard self.text == text else { throw refusal }
  }

  /// As it is kept. It is shown to nobody.
  public var text: String {
    "PRIVATE+KEY+\(verifier.name)+\(verifier.hexadecimalID)+\(Data([VerifierKey.algorithm] + seed).base64EncodedString())"
  }

  func signature(of bytes: [UInt8]) throws -> [UInt8] {
    Array(try Curve25519.Signing.PrivateKey(rawRepresentation: seed).signature(for: bytes))
  }
}
