internal import Exchange
internal import Foundation
internal import Kernel
internal import Proofs
internal import Store

extension Partnership {
  /// What was written: tiles in all, those of them that were not there, and the acts that they speak of.
  public struct WrittenTiles: Sendable {
    public let acts: Int
    public let tiles: Int
    public let new: Int
  }

  /// The log as files that any web server can serve: tiles first, and the signed state of them last, so that what it speaks of is
  /// there. Whole tiles that are there are left as they are.
  public func writeTiles(
    into folder: String, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> WrittenTiles {
    let signer = try key().signer
    while try await database.write({ try $0.growTree(by: 200) }) {}
    let note = try await database.read { try $0.checkpoint(signedBy: signer) }
    let size = try Checkpoint(note.text).size
    let open = Set(Capabilities.records.filter { $0.sight == .everyone }.map { $0.kind })
    let tiles = Tile.all(of: size)
    var new = 0
    for (number, tile) in tiles.enumerated() {
      let path = ([folder, "tile"] + tile.path).joined(separator: "/")
      if tile.isWhole, FileManager.default.fileExists(atPath: path) { continue }
      guard let bytes = try await database.read({ try $0.bytes(of: tile, telling: open) }) else { continue }
      try Self.write(bytes, to: path)
      new += 1
      if number % 100 == 0 { progress(number, tiles.count) }
    }
    try Self.write(Array(note.whole.utf8), to: "\(folder)/checkpoint")
    return WrittenTiles(acts: size, tiles: tiles.count, new: new)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    try StoreAddress.makeFolder(of: path)
    try WholeFile.publish(bytes, at: path)
  }
}
