internal import Kernel
public import Store

/// One partnership, opened: its store, ready for today's declarations.
public struct Partnership: Sendable {
  public let database: any Store.Database
  public let address: StoreAddress

  /// Opens what is there. Tables made by an older declaration are made anew from the journal first.
  ///
  /// - Parameter report: told what is being done, where it takes time.
  public static func open(
    at address: StoreAddress, report: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Partnership {
    let database = try await address.open()
    guard try await database.read({ try $0.hasJournal() }) else {
      throw Refusal(
        "not-there", "\(address) holds no partnership; \u{201C}entente init\u{201D} makes one there")
    }
    let outdated = try await database.read { try Capabilities.projection.outdated($0).map { $0.kind } }
    if !outdated.isEmpty {
      report("Making tables anew for \(outdated.count) kinds whose declaration changed")
      _ = try await database.rebuild { connection in
        let types = try Capabilities.projection.outdated(connection)
        return try Capabilities.projection.rebuild(connection, only: types)
      }
    }
    return Partnership(database: database, address: address)
  }

  public func close() async throws { try await database.close() }

  /// All tables anew from the journal.
  /// - Returns: how many records were written.
  public func rebuild(progress: @escaping @Sendable (Int) -> Void) async throws -> Int {
    try await database.rebuild { try Capabilities.projection.rebuild($0, progress: progress) }
  }

  /// The kinds whose tables do not hold what the journal says; none, as long as nobody wrote past the journal.
  public func differences(progress: @escaping @Sendable (Int) -> Void) async throws -> [String] {
    try await database.write { try Capabilities.projection.differences($0, progress: progress) }
  }
}
