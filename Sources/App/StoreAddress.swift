internal import Exchange
internal import Foundation
internal import Kernel
public import Store
internal import StorePostgres
internal import StoreSQLite
internal import Wording

/// Where a partnership is kept: a file, or a PostgreSQL server.
public struct StoreAddress: Sendable, CustomStringConvertible {
  private enum Kind: Sendable { case file(String), postgres(String), other }
  private let kind: Kind

  /// An address of something else than a file or PostgreSQL is opened by nobody and quoted nowhere: there may be a password
  /// in it, which would become the name of a file.
  /// - Parameter text: `postgres://…`, libpq's `host=… dbname=…`, or else a path.
  public init(_ text: String) {
    let bare = text.trimmingCharacters(in: .whitespacesAndNewlines)
    let scheme = bare.range(of: "://").map { bare[..<$0.lowerBound].lowercased() }
    switch scheme {
    case "postgres", "postgresql":
      kind = .postgres("postgres" + bare[bare.range(of: "://")!.lowerBound...])
    case nil where Self.isKeywords(bare): kind = .postgres(bare)
    case nil: kind = .file(text)
    case .some: kind = .other
    }
  }

  /// Whether a text is libpq's other form, such as `host=db dbname=gmp`.
  private static func isKeywords(_ text: String) -> Bool {
    let known: Set<Substring> = [
      "host", "hostaddr", "port", "dbname", "user", "password", "service", "passfile", "sslmode", "options",
    ]
    guard let equals = text.firstIndex(of: "=") else { return false }
    let word = text[..<equals].split(whereSeparator: \.isWhitespace)
    return word.count == 1 && known.contains(word[0])
  }

  public var isFile: Bool { if case .file = kind { true } else { false } }

  /// Without a password.
  public var description: String {
    switch kind {
    case .file(let path): path
    case .postgres(let address): PostgresDatabase.shown(address)
    case .other: Refusal("address.scheme").sentence
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
    case .other: throw Refusal("address.scheme")
    }
  }

  /// Makes a store where none stands. A file takes its name when it is whole; on a server the body makes everything in one
  /// transaction.
  ///
  /// - Parameter body: is given the store, empty, and a path beside which it may keep files meanwhile.
  func makingStore(_ body: (any RecordStore, _ beside: String) async throws -> Void) async throws {
    switch kind {
    case .file(let path):
      try Self.makeFolder(of: path)
      try await refuseIfTaken(path)
      let file = try WholeFile(path)
      let store = try SQLiteDatabase(path: file.place)
      do { try await body(store, file.place) } catch {
        try? await store.close()
        throw error
      }
      try await store.close()
      try await refuseIfTaken(path)
      // What an unfinished store left beside its name would be read as part of the new one.
      for beside in ["-wal", "-shm"] { WholeFile.remove(path + beside) }
      try file.finish()
    case .postgres(let address):
      let store = try PostgresDatabase(address)
      do {
        if try await store.read({ try $0.hasJournal() }) {
          throw Refusal("already-there.store", ["place": "\(self)"])
        }
        try await body(store, NSTemporaryDirectory() + "entente-\(UUID().uuidString)")
        try await store.close()
      } catch {
        try? await store.close()
        throw error
      }
    case .other: throw Refusal("address.scheme")
    }
  }

  /// The folder that a file is to lie in.
  static func makeFolder(of path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Refusal(
        "store.folder", ["folder": .text(folder.path), "reason": .text(error.localizedDescription)])
    }
  }

  /// What an older program left unfinished may be taken again: only a journal makes a store.
  private func refuseIfTaken(_ path: String) async throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let store = try SQLiteDatabase(path: path)
    let isTaken = try await store.read { try $0.hasJournal() }
    try await store.close()
    if isTaken { throw Refusal("already-there.store", ["place": "\(self)"]) }
  }
}

extension Connection {
  /// Whether a store was made here.
  public func hasJournal() throws -> Bool { try hasTable("act") }
}
