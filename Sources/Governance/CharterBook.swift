public import Charters
public import Kernel
public import Store
internal import Synchronization

/// The charter's adopted editions, read. An edition is read once and kept, because adopting one is rare and asking for
/// one is not.
public final class CharterBook: Sendable {
  private let read = Mutex<[String: Charter]>([:])

  public init() {}

  /// The edition in force on a day; where none was yet, none.
  public func inForce(on day: Day, _ connection: any Connection) throws -> Charter? {
    let found = try connection.rows(
      """
      SELECT id, version FROM \(CharterEdition.self) WHERE \(Query.isValid(CharterEdition.self, on: day))
      ORDER BY period_since DESC NULLS LAST, id LIMIT 1
      """
    ) { (id: try $0.text(), version: try $0.integer()) }.first
    guard let found else { return nil }
    let key = "\(found.id) \(found.version)"
    if let known = read.withLock({ $0[key] }) { return known }
    guard let edition = try connection.one(CharterEdition.ID(found.id)) else { return nil }
    let charter = Charter.read(Array(edition.text.utf8), name: found.id).charter
    if let charter { read.withLock { $0[key] = charter } }
    return charter
  }
}
