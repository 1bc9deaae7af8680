internal import Foundation
internal import Kernel
public import Store
internal import StorePostgres
internal import StoreSQLite

/// Where a partnership is kept: a file, or a PostgreSQL server.
public struct StoreAddress: Sendable, CustomStringConvertible {
  private enum Kind: Sendable { case file(String), postgres(String) }
  private let kind: Kind

  /// - Parameter text: `postgres://…`, or else a path.
  public init(_ text: String) {
    let isServer = text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    kind = isServer ? .postgres(text) : .file(text)
  }

  public var isFile: Bool { if case .file = kind { true } else { false } }

  /// Without a password.
  public var description: String {
    switch kind {
    case .file(let path): path
    case .postgres(let address): PostgresDatabase.shown(address)
    }
  }

  /// Opens a store that is there.
  public func open() async throws -> any RecordStore {
    switch kind {
    case .file(let path):
      guard FileManager.default.fileExists(atPath: path) else {
        throw Refusal("not-there.store", ["path": .text(path)])
      }
      return try SQLiteDatabase(path: path)
    case .postgres(let address): return try PostgresDatabase(address)
    }
  }

  /// Opens a place where a store is to be made, and refuses one where a store already stands.
  public func openNew() async throws -> any RecordStore {
    switch kind {
    case .file(let path):
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw Refusal(
          "store.folder", ["folder": .text(folder.path), "reason": .text(error.localizedDescription)])
      }
      return try await unused(SQLiteDatabase(path: path))
    case .postgres(let address): return try await unused(PostgresDatabase(address))
    }
  }
}

extension StoreAddress {
  /// What an init left unfinished may be taken again: only a journal makes a store.
  private func unused(_ database: any RecordStore) async throws -> any RecordStore {
    guard try await database.read({ try $0.hasJournal() }) else { return database }
    try await database.close()
    throw Refusal("already-there.store", ["place": "\(self)"])
  }
}

extension Connection {
  /// Whether a store was made here.
  public func hasJournal() throws -> Bool { try hasTable("act") }
}
