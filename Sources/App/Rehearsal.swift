public import Acting
internal import Charters
internal import Governance
internal import Kernel
public import Reporting
internal import Store
internal import Synchronization

/// What an act moves beside what it was done for.
public struct Moved: Sendable {
  /// Every record that changed.
  public var effects: [Effect] = []
  /// Verbs whose holders are others than before, where the charter or the option in force changed.
  public var rights: [RightsChange] = []
  /// Progress reports that would read otherwise.
  public var reports: [ReportChange] = []
}

/// A change that is only looked at: all of it is done, what it moves is noted here, and nothing is kept.
public final class Preview: Sendable {
  private let found = Mutex(Moved())

  public init() {}

  public var moved: Moved { found.withLock { $0 } }

  func note(_ moved: Moved) { found.withLock { $0 = moved } }
}

/// How things stand before an act, to be set beside how they stand after it.
struct Standing {
  private let occasion: Occasion
  private let mark: Int
  private let charter: Charter?
  /// Nil where nobody asked for reports: making each of them again is work that grows with the partnership.
  private let reports: ReportsOfCycles?

  init(_ occasion: Occasion, withReports: Bool) throws {
    self.occasion = occasion
    mark = try occasion.mark()
    charter = try occasion.charter(on: occasion.today)
    reports = withReports ? try Self.reports(occasion) : nil
  }

  func moved() throws -> Moved {
    // What was read before the act is not asked: the act may have put another edition in force.
    let after = try CharterBook().inForce(on: occasion.today, occasion.connection)
    return Moved(
      effects: try occasion.effects(since: mark),
      rights: try Capabilities.verbs.changes(from: charter, to: after, occasion),
      reports: try reports?.changes(to: Self.reports(occasion)) ?? [])
  }

  private static func reports(_ occasion: Occasion) throws -> ReportsOfCycles {
    try ReportsOfCycles(today: occasion.today, CharterBook(), occasion.connection)
  }
}

extension Partnership {
  /// Runs verbs in one transaction.
  ///
  /// - Parameter preview: where given, everything is done and answered the same, noted there, and nothing is left behind.
  func acting<T: Sendable>(
    _ intent: Intent, preview: Preview? = nil, _ body: @escaping @Sendable (Occasion) throws -> T
  ) async throws -> T {
    do {
      return try await database.change { connection in
        let charters = CharterBook()
        let occasion = Occasion(
          intent, under: charters, today: try charters.day(at: .now, connection), connection)
        let before = try preview.map { _ in try Standing(occasion, withReports: true) }
        let result = try body(occasion)
        try connection.settle()
        guard let preview, let before else { return result }
        preview.note(try before.moved())
        throw Rehearsed(result: result)
      }
    } catch let rehearsed as Rehearsed<T> { return rehearsed.result }
  }
}

/// Ends a transaction that was only to be looked at.
private struct Rehearsed<T: Sendable>: Error {
  let result: T
}
