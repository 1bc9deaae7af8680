internal import Exchange
internal import Kernel
internal import Store
internal import StoreSQLite

/// A partnership in one file, and back. The file is a SQLite store: it can also be served as it is.
public enum Backup {
  /// - Throws: a `Refusal` if the file is there already.
  public static func make(
    of partnership: Partnership, to path: String, progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let file = try WholeFile(path, mayReplace: false)
    if let sqlite = partnership.unwatched as? SQLiteDatabase {
      try await sqlite.backup(to: file.place)
      let copy = try SQLiteDatabase(path: file.place)
      try await copy.write { try Capabilities.projection.leaveOut($0) }
      try await copy.forgetErased()
      try await copy.close()
    } else {
      let copy = try SQLiteDatabase(path: file.place)
      try await copyAll(from: partnership.database, to: copy, beside: file.place, progress)
      try await copy.close()
    }
    try file.finish()
  }

  /// Makes a partnership at an address where there is none from a file, after checking the file's journal. It is there
  /// when it is whole, contacts and all, and not before.
  ///
  /// - Returns: the number of acts.
  @discardableResult
  public static func restore(
    _ path: String, to address: StoreAddress, progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    let source = try await StoreAddress(path).open()
    guard try await source.read({ try $0.hasJournal(ofToday: path) }) else {
      throw Refusal("damaged.backup", ["path": .text(path)])
    }
    let acts = try await source.read { try $0.verifyChain(progress: progress).acts }
    try await address.makingStore { destination, folder in
      try await copyAll(from: source, to: destination, beside: folder, progress)
    }
    try await source.close()
    return acts
  }

  /// Everything in one transaction: the journal, what stands beside it, and the tables.
  private static func copyAll(
    from source: any RecordStore, to destination: any RecordStore, beside path: String,
    _ progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let lines = "\(path).jsonl"
    defer { WholeFile.remove(lines) }
    _ = try await JournalFile.export(from: source, to: lines, progress: progress)
    let beside = try await source.read { try Capabilities.projection.sideRows($0) }
    try await destination.rebuild { connection in
      try Capabilities.projection.create(connection, with: beside)
      _ = try JournalFile.take(lines, connection, progress: progress)
    }
  }
}
