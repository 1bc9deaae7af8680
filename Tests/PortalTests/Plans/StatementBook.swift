@testable import App
import Kernel
import Store
import Synchronization

/// Every SQL text that was run on the partnerships of these tests.
final class StatementBook: Sendable {
  static let shared = StatementBook()
  private let texts = Mutex<Set<String>>([])

  var all: [String] { texts.withLock { $0.sorted() } }
  func note(_ sql: String) { texts.withLock { _ = $0.insert(sql) } }

  /// A partnership, opened so that what is run on it stands in the book.
  static func open(at address: StoreAddress) async throws -> App.Partnership {
    let opened = try await App.Partnership.open(at: address)
    return App.Partnership(
      database: NotedDatabase(opened.database), address: address, unwatched: opened.unwatched)
  }
}

private struct NotedDatabase: RecordStore {
  private let database: any RecordStore
  init(_ database: any RecordStore) { self.database = database }

  var place: String { database.place }
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await database.read { try body(NotedConnection($0)) }
  }
  func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await database.write { try body(NotedConnection($0)) }
  }
  /// Making tables anew reads everything, so it is not noted.
  func rebuild<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await database.rebuild(body)
  }
  func forgetErased() async throws { try await database.forgetErased() }
  func close() async throws { try await database.close() }
}

private final class NotedConnection: Connection {
  private let connection: any Connection
  init(_ connection: any Connection) { self.connection = connection }

  var dialect: Dialect { connection.dialect }
  func statement(_ sql: String) throws -> any PreparedStatement {
    StatementBook.shared.note(sql)
    return try connection.statement(sql)
  }
  func execute(_ script: String) throws { try connection.execute(script) }
  func settle() throws { try connection.settle() }
  func loader(into table: String, columns: [String]) throws -> any RowLoader {
    try connection.loader(into: table, columns: columns)
  }
}
