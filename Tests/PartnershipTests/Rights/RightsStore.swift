import Acting
@testable import App
import Charters
import Foundation
import Kernel
import Samples
import Store
import StorePostgres
import StoreSQLite
import Testing

/// A store that holds one record `x` of every kind, and who may ask about it.
enum RightsStore {
  enum Engine: String, CaseIterable { case sqlite, postgres }

  static let capacities: [Character: Capacity] = [
    "S": .secretariat, "A": .applicant, "F": .focalPoint(of: "x"), "f": .focalPoint(of: "y"),
    "L": .lead(of: "x"), "l": .lead(of: "y"), "M": .member(of: "x"), "m": .member(of: "y"),
    "G": .member(of: "advisory-group"), "U": .member(of: "unea"),
  ]

  static func charter(_ name: String = "gmp", _ edition: String = "2020") throws -> Charter {
    try #require(
      try CharterShelf.editions(of: name).map(\.charter).first { $0.edition == edition }, "\(name)/\(edition)"
    )
  }

  /// - Parameter body: runs in one transaction, which is kept by nobody.
  static func with<T: Sendable>(
    _ engine: Engine = .sqlite, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let database = try await open(engine)
    let result = try await database.write { try body($0) }
    try await database.close()
    return result
  }

  static func open(_ engine: Engine) async throws -> any RecordStore {
    let database: any RecordStore
    switch engine {
    case .sqlite: database = try SQLiteDatabase(path: nil)
    case .postgres:
      let address = try #require(
        ProcessInfo.processInfo.environment["ENTENTE_TEST_POSTGRES"],
        "ENTENTE_TEST_POSTGRES names no server; run the tests with ./test")
      var limits = PostgresLimits()
      limits.queueing = .seconds(120)
      limits.connecting = .seconds(60)
      limits.lock = .seconds(120)
      database = try PostgresDatabase(
        address, schema: "r" + UUID().uuidString.replacing("-", with: "").lowercased(), limits: limits)
    }
    try await database.write { connection in
      try Capabilities.projection.create(connection)
      let journal = try Journal(connection)
      for type in Capabilities.records { try write(type, journal) }
    }
    return database
  }

  private static func write<R: Record>(_ type: R.Type, _ journal: Journal) throws {
    try journal.append(SampleRecord.of(R.self, filled: true), Intent("add", by: "x", as: .secretariat))
  }

  /// The words that the state of a kind can have; none for a kind without states.
  static func states(of kind: String) -> [String] {
    func words<R: Record>(_ type: R.Type) -> [String] {
      guard R.self is any Moving.Type,
        case .code(let words)? = R.schema.fields.first(where: { $0.name == "state" })?.shape()
      else { return [] }
      return words
    }
    return Capabilities.records.first { $0.kind == kind }.map { words($0) } ?? []
  }

  /// Puts the record into a state, past its verbs: what is tried is who may, not how it came there.
  static func put(_ kind: String, into state: String, _ connection: any Connection) throws {
    try connection.run("UPDATE \(column: kind) SET state = \(state) WHERE id = 'x'")
  }
}
