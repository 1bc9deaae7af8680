internal import Foundation
internal import Kernel
internal import Store
internal import StoreSQLite

/// A partnership in one file, and back. The file is a SQLite store: it can also be served as it is.
public enum Backup {
  /// - Throws: a `Refusal` if the file is there already.
  public static func make(
    of partnership: Partnership, to path: String, progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    if let sqlite = partnership.unwatched as? SQLiteDatabase {
      try await sqlite.backup(to: path)
      let copy = try SQLiteDatabase(path: path)
      try await copy.write { try Capabilities.projection.leaveOut($0) }
      try await copy.forgetErased()
      return try await copy.close()
    }
    let copy = try await StoreAddress(path).openNew()
    try await copyAll(from: partnership.database, to: copy, beside: path, progress)
    try await copy.close()
  }

  /// Makes a partnership at an address where there is none from a file, after checking the file's journal.
  ///
  /// - Returns: the number of acts.
  @discardableResult
  public static func restore(
    _ path: String, to address: StoreAddress, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    let source = try await StoreAddress(path).open()
    guard try await source.read({ try $0.hasJournal() }) else {
      throw Refusal("damaged.backup", ["path": .text(path)])
    }
    let acts = try await source.read { try $0.verifyChain(progress: progress).acts }
    let destination = try await address.openNew()
    let beside = address.isFile ? address.description : NSTemporaryDirectory() + "entente-restore"
    try await copyAll(from: source, to: destination, beside: beside, progress)
    try await source.close()
    try await destination.close()
    return acts
  }

  private static func copyAll(
    from source: any RecordStore, to destination: any RecordStore, beside path: String,
    _ progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let lines = "\(path).\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: lines) }
    _ = try await JournalFile.export(from: source, to: lines, progress: progress)
    let beside = try await source.read { try Capabilities.projection.sideRows($0) }
    try await destination.write { try Capabilities.projection.create($0, with: beside) }
    _ = try await JournalFile.import(lines, into: destination, progress: progress)
  }
}
