internal import Kernel

/// A table beside the journal, for what is no act: how a person is reached, sessions, drafts, how far a follower has
/// come. Nothing of it can be made anew from the journal, so it is declared with what becomes of it.
public struct SideTable: Sendable {
  /// What goes into a backup and comes back from one.
  public enum InBackup: Sendable { case copied, leftOut }
  /// What happens when the tables of records are made anew.
  public enum OnRebuild: Sendable, Equatable {
    case kept
    /// It holds what a follower made of the acts: it is emptied, and the follower of this name begins again.
    case madeAnew(by: String)
  }
  /// What happens when a person is erased.
  public enum OnErasure: Sendable, Equatable {
    /// Rows that name the person in this column go, and the bytes they stood in.
    case rowsGo(naming: String)
    case holdsNobody
  }

  public let name: String
  /// In their order; the first makes the table. One that was shipped is never changed: what it made stands in stores.
  public let migrations: [Migration]
  public let inBackup: InBackup
  public let onRebuild: OnRebuild
  public let onErasure: OnErasure
  /// Stores had it before migrations were numbered; there the first counts as done.
  let isOlderThanMigrations: Bool

  public init(
    _ name: String, inBackup: InBackup, onRebuild: OnRebuild, onErasure: OnErasure,
    isOlderThanMigrations: Bool = false, _ migrations: Migration...
  ) {
    self.name = name
    self.migrations = migrations
    self.inBackup = inBackup
    self.onRebuild = onRebuild
    self.onErasure = onErasure
    self.isOlderThanMigrations = isOlderThanMigrations
  }

  /// The columns after so many migrations.
  func columns(after count: Int) -> [SideColumn] {
    migrations.prefix(count).flatMap(\.steps).flatMap { step -> [SideColumn] in
      switch step {
      case .create(let columns, _): columns
      case .add(let column): [column]
      case .index, .run: []
      }
    }
  }

  /// What the store itself keeps beside the journal.
  public static let ofStore = [Contact.table, SideRowCount.table, FollowerState.table]
}

/// One column of a side table.
public struct SideColumn: Sendable {
  public enum Storage: Sendable { case text, integer, real, json, blob }
  public let name: String
  public let storage: Storage
  public let isRequired: Bool

  public init(_ name: String, _ storage: Storage, isRequired: Bool = true) {
    self.name = name
    self.storage = storage
    self.isRequired = isRequired
  }

  func definition(_ dialect: Dialect) -> String {
    let type =
      switch storage {
      case .text: dialect.type(.text)
      case .integer: dialect.type(.integer)
      case .real: dialect.type(.real)
      case .json: dialect.type(.json)
      case .blob: dialect.blob
      }
    return "\"\(name)\" \(type)" + (isRequired ? " NOT NULL" : "")
  }
}
