internal import Kernel
public import Store
internal import Wording

/// One partnership, opened: its store, ready for today's declarations.
public struct Partnership: Sendable {
  public let database: any RecordStore
  public let address: StoreAddress
  /// The store as it is, for copies of the whole.
  let unwatched: any RecordStore

  /// Opens what is there. Tables made by an older declaration are made anew from the journal first, side tables are
  /// migrated. A store that a newer program has worked on is only read.
  ///
  /// - Parameter report: told what is being done, where it takes time.
  public static func open(
    at address: StoreAddress, report: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws -> Partnership {
    let database = try await address.open()
    guard try await database.read({ try $0.hasJournal(ofToday: "\(address)") }) else {
      throw Refusal("not-there.partnership", ["address": "\(address)"])
    }
    try await database.keepUp(Capabilities.projection, report: report)
    let watched = WatchedDatabase(database, Capabilities.projection)
    if let reason = try await watched.whyItOnlyReads() { report(reason.sentence) }
    return Partnership(database: watched, address: address, unwatched: database)
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
