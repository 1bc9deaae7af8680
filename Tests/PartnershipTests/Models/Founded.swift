import App
import Foundation
import Kernel
import Store
import StoreSQLite

/// The partnerships that lie in the product, each founded from its charter and facts in a store in memory.
enum Founded {
  static let models = [
    "basel", "ddt", "fsc", "gard", "gmp", "mercury-free-gold", "pcfv", "tfi", "traffic",
  ]

  static func with<T: Sendable>(
    _ id: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    let database = try SQLiteDatabase(path: nil)
    _ = try await Founding.found(id, in: database)
    let result = try await database.read(body)
    try await database.close()
    return result
  }

  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
}
