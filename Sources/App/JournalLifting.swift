internal import Charters
internal import Governance
public import Kernel
public import Store

/// A store whose journal has its first form, brought to today's.
extension Partnership {
  /// What came of it, or would.
  public struct LiftOutcome: Sendable {
    public let lifted: JournalLifted
    /// The end of the new chain, which holds the old one's; nil where it was only looked at.
    public let newHead: Head?
  }

  /// - Parameters:
  ///   - preview: says what would be done, and does none of it.
  ///   - progress: told what is being done, and the number of acts.
  /// - Throws: a `Refusal` where there is nothing to lift, or the old chain is broken.
  public static func liftJournal(
    at address: StoreAddress, _ intent: Intent, preview: Bool,
    progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> LiftOutcome {
    let database = try await address.open()
    do {
      let outcome = try await lift(database, intent, preview: preview, progress)
      try await database.close()
      return outcome
    } catch {
      try? await database.close()
      throw error
    }
  }

  private static func lift(
    _ database: any RecordStore, _ intent: Intent, preview: Bool,
    _ progress: @escaping @Sendable (String, Int) -> Void
  ) async throws -> LiftOutcome {
    let projection = Capabilities.projection
    guard !preview else {
      return try await database.read { connection in
        LiftOutcome(
          lifted: try projection.lookAtOldJournal(connection) { progress("Acts checked", $0) }, newHead: nil)
      }
    }
    let outcome = try await database.rebuild { connection in
      let zone = try CharterBook().zone(at: .now, connection)
      let lifted = try projection.liftJournal(connection, day: zone.day(at:)) { progress("Acts lifted", $0) }
      let journal = try Journal(connection)
      try journal.append(
        JournalLift(
          id: .init("form-2"), acts: lifted.oldHead.seq, head: lifted.oldHead.hash.hexadecimal), intent)
      try connection.settle()
      return LiftOutcome(lifted: lifted, newHead: journal.head)
    }
    try await database.forgetErased()
    return outcome
  }
}

extension Connection {
  /// Whether a store was made here, in one look with the form of its journal.
  ///
  /// - Throws: a `Refusal` that says what to do, where the journal has to be lifted first.
  func hasJournal(ofToday place: String) throws -> Bool {
    let form = try journalForm()
    if form == 1 { throw Refusal("old-journal", ["place": .text(place)]) }
    return form != nil
  }
}
