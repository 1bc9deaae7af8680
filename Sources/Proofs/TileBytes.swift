public import Kernel
public import Store

extension Connection {
  /// What a tile holds, as it is served: hashes one behind the other, entries each with its length before it, or lines.
  ///
  /// - Parameter kinds: those whose records everyone sees. Of acts on others a line holds place and hash.
  /// - Returns: nil where the log has not so many yet.
  public func bytes(of tile: Tile, telling kinds: Set<String>) throws -> [UInt8]? {
    let (size, hashes, places) = (try journalHead().seq, ActHashes(self), tile.places)
    switch tile.content {
    case .level(let level):
      guard places.upperBound <= size >> (level * Tile.height) else { return nil }
      return try hashes.hashes(level: level, places).flatMap { $0.withBytes { Array($0) } }
    case .entries:
      guard places.upperBound <= size else { return nil }
      return try hashes.actHashes(places).flatMap { seq, hash in
        let entry = LogEntry.bytes(seq: seq, hash)
        return [UInt8(entry.count >> 8), UInt8(entry.count & 255)] + entry
      }
    case .lines:
      guard places.upperBound <= size else { return nil }
      var json = JSONWriter(capacity: 256 * 1024)
      for act in try acts(after: places.lowerBound, limit: places.count) {
        if kinds.contains(act.kind) {
          act.writePublicLine(to: &json)
        } else {
          act.writePlaceholder(to: &json)
        }
        json.raw(UInt8(ascii: "\n"))
      }
      return json.bytes
    }
  }

  /// The log's state, signed.
  public func checkpoint(signedBy key: SignerKey) throws -> SignedNote {
    try tree().checkpoint(signedBy: key)
  }

  /// That an act is in the journal as it is now.
  ///
  /// - Returns: nil where there is no such act.
  public func proof(ofAct seq: Int, signedBy key: SignerKey) throws -> ActProof? {
    let tree = try tree()
    guard 1...max(1, tree.size) ~= seq, tree.size > 0 else { return nil }
    return ActProof(
      leaf: seq - 1, path: try tree.inclusion(of: seq - 1),
      checkpoint: try tree.checkpoint(signedBy: key))
  }
}

extension Tree {
  /// What is said of a log that stands so.
  public func checkpoint(signedBy key: SignerKey) throws -> SignedNote {
    try Checkpoint(origin: key.verifier.name, size: size, root: root()).signed(with: key)
  }
}
