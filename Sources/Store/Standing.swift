internal import Kernel

/// How a store stands to what a program declares.
public struct Standing: Sendable {
  /// Kinds whose tables were made by another declaration than the program's, or not at all.
  public let outdated: [String]
  /// Side tables that lack migrations the program knows.
  public let behind: [String]
  /// Migrations the program does not know, such as `contact 3`.
  public let unknownMigrations: [String]
  /// How many indexes are missing, or no longer chosen.
  public let indexes: Int
  /// Counts the times somebody worked on the tables.
  public let generation: Int
  /// The version of the program that last did.
  public let program: String

  public var isCurrent: Bool {
    outdated.isEmpty && behind.isEmpty && unknownMigrations.isEmpty && indexes == 0 && generation > 0
  }

  /// Whether a newer program worked on the tables, and left something as the program of this version does not know it.
  public func isAhead(of version: String) -> Bool {
    !unknownMigrations.isEmpty || !outdated.isEmpty && Self.isNewer(program, than: version)
  }

  /// Compares versions number by number: `0.10.0` is newer than `0.9.3`.
  public static func isNewer(_ one: String, than other: String) -> Bool {
    func numbers(_ version: String) -> [Int] {
      version.prefix { $0 != "-" && $0 != "+" }.split(separator: ".").map { Int($0) ?? 0 }
    }
    let (a, b) = (numbers(one), numbers(other))
    for index in 0..<max(a.count, b.count) {
      let (left, right) = (index < a.count ? a[index] : 0, index < b.count ? b[index] : 0)
      if left != right { return left > right }
    }
    return false
  }
}

extension Projection {
  /// - Throws: a `Refusal` where a migration is not the one that the store was made by.
  public func standing(_ connection: any Connection) throws -> Standing {
    let done = try migrationsDone(connection)
    let known = Dictionary(uniqueKeysWithValues: sideTables.map { ($0.name, $0.migrations.count) })
    let upkeep = try connection.upkeep()
    let indexes = try indexesToChange(connection)
    return Standing(
      outdated: try outdated(connection).map { $0.kind },
      behind: sideTables.filter { (done[$0.name] ?? 0) < $0.migrations.count }.map(\.name),
      unknownMigrations: done.filter { $0.value > known[$0.key] ?? 0 }.map { "\($0.key) \($0.value)" }
        .sorted(),
      indexes: indexes.missing.count + indexes.superfluous.count,
      generation: upkeep?.generation ?? 0, program: upkeep?.program ?? "")
  }
}
