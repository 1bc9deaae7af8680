internal import Exchange
internal import Foundation
internal import Kernel
public import Proofs
internal import Store

/// The key with which a partnership signs for its journal: a file beside the store, readable by its owner alone. No backup, export
/// or page holds it: who has it can sign for a journal that is another.
public struct LogKey: Sendable {
  public let place: String
  public let signer: SignerKey

  /// A file has its key beside it; a server in the folder where stores usually are.
  public static func place(for address: StoreAddress) -> String {
    guard !address.isFile else { return "\(address).key" }
    let name = String(
      "\(address)".map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" })
    return "data/\(name).key"
  }

  /// - Returns: nil where there is none.
  /// - Throws: a `Refusal` for a file that is no key, or that others can read.
  public static func read(for address: StoreAddress) throws -> LogKey? {
    let place = place(for: address)
    guard FileManager.default.fileExists(atPath: place) else { return nil }
    let mode = try? FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int
    guard let mode, mode & 0o077 == 0 else { throw Refusal("key-open", ["path": .text(place)]) }
    guard let bytes = FileManager.default.contents(atPath: place), bytes.count < 1000 else {
      throw Refusal("not-there", ["path": .text(place)])
    }
    do {
      let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
      return LogKey(place: place, signer: try SignerKey(text))
    } catch var refusal as Refusal {
      refusal.file = place
      throw refusal
    }
  }

  /// Makes one where there is none.
  ///
  /// - Parameter origin: the address of the log without a scheme: what it is called wherever it is spoken of.
  /// - Throws: a `Refusal` where there is one already.
  public static func make(for address: StoreAddress, origin: String) throws -> LogKey {
    let place = place(for: address)
    let signer = try SignerKey(newFor: origin)
    try StoreAddress.makeFolder(of: place)
    let file = try LineWriter(place, mayReplace: false)
    try file.write(Array(signer.text.utf8))
    try file.finish()
    return LogKey(place: place, signer: signer)
  }

  /// Where nobody says otherwise: the name of the charter, and that nobody else can reach it yet.
  public static func provisionalOrigin(_ charter: String) -> String { "localhost/\(charter)/log" }
}

extension Partnership {
  /// The key that lies beside the store.
  ///
  /// - Throws: a `Refusal` where there is none.
  public func key() throws -> LogKey {
    guard let key = try LogKey.read(for: address) else {
      throw Refusal("not-found.key", ["path": .text(LogKey.place(for: address))])
    }
    return key
  }
}
