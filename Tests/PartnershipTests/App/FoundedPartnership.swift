@testable import App
import Foundation
@testable import Governance
import Kernel
import Registry
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

  /// The advisory group has decided on another edition of the charter.
  static func decisionOnCharter(in partnership: App.Partnership) async throws -> String {
    try await partnership.database.write { connection in
      try Journal(connection).append(
        Decision(
          id: .init("dec-charter"), body: .init("advisory-group"), session: nil, proposer: "unep-chemicals",
          outcome: .decides, subject: "framework", clause: "5", legalBasis: nil, date: When(2020, 1, 1),
          text: Translated(.en, "Another edition."), provenance: Provenance(["test"]), state: .taken),
        Intent("test", by: "ana", as: .secretariat))
      return "dec-charter"
    }
  }

  /// The same for a test that only asks the store.
  static func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await with { try await $0.database.read(body) }
  }
}
