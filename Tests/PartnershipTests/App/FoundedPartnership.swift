@testable import App
import Foundation
import Kernel
import Store
import StoreSQLite

/// The mercury partnership as `entente init` makes it. It is founded once; each test works on a copy of its own.
enum FoundedPartnership {
  private static let template = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-founded-\(UUID().uuidString).sqlite"
    )
    .path
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    let copy = path + ".whole"
    try await Backup.make(of: partnership, to: copy) { _ in }
    try await partnership.close()
    return copy
  }

  /// - Parameter body: what the test does with a partnership that nobody else touches.
  static func with<T: Sendable>(_ body: @Sendable (App.Partnership) async throws -> T) async throws -> T {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-copy-\(UUID().uuidString).sqlite"
    ).path
    try FileManager.default.copyItem(atPath: try await template.value, toPath: path)
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    let result = try await body(partnership)
    try await partnership.close()
    return result
  }

  /// The same for a test that only asks the store.
  static func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await with { try await $0.database.read(body) }
  }
}
