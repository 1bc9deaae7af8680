import Foundation
import Kernel
import Samples
import Store
import StorePostgres
import StoreSQLite
import Testing

/// The engines that the contract holds for.
enum Engine: String, CaseIterable {
  case memory, file, postgres

  /// An empty store of its own.
  func open() async throws -> any RecordStore { try await open(at: place) }

  /// Where there is no store yet: the file, or the schema. A store in memory has no place, and is another each time.
  var place: String {
    let name = UUID().uuidString
    return self == .postgres
      ? "t" + name.replacing("-", with: "").lowercased() : NSTemporaryDirectory() + "/\(name).sqlite"
  }

  func open(at place: String) async throws -> any RecordStore {
    switch self {
    case .memory: return try SQLiteDatabase(path: nil)
    case .file: return try SQLiteDatabase(path: place)
    case .postgres:
      let address = try #require(
        ProcessInfo.processInfo.environment["ENTENTE_TEST_POSTGRES"],
        "ENTENTE_TEST_POSTGRES names no server; run the tests with ./test")
      return try PostgresDatabase(address, schema: place, limits: PostgresServer.patient)
    }
  }

  func withBuoys(_ body: (any RecordStore) async throws -> Void) async throws {
    let database = try await open()
    try await database.write { try buoys.create($0) }
    try await body(database)
    try await database.close()
  }
}

let buoys = Projection([Buoy.self])
let intent = Intent("register", by: "ana", as: .secretariat, basis: "rule 4")

extension Stamp {
  /// Time stands still, ids count nothing and salts are known, so that acts are the same on every run.
  static let fixed = at { 1_285_164_309_123 }

  static func at(_ now: @escaping @Sendable () -> Int) -> Stamp {
    Stamp(now: now, id: { "id-1" }, salt: { [UInt8](repeating: 7, count: SealedPart.saltLength) })
  }
}
