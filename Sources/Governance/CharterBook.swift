public import Acting
public import Charters
public import Kernel
public import Store
internal import Synchronization

/// The charter's adopted editions, read. An edition is read once and kept, because adopting one is rare and asking for
/// one is not.
public final class CharterBook: CharterSource {
  private let known = Mutex<[String: Charter]>([:])

  public init() {}

  /// The edition in force on a day, with the option that a body has put in force since; where none was yet, none.
  public func inForce(on day: Day, _ connection: any Connection) throws -> Charter? {
    let found = try connection.rows(
      """
      SELECT id, version, period_since FROM \(CharterEdition.self) WHERE \(Query.isValid(CharterEdition.self, on: day))
      ORDER BY period_since DESC NULLS LAST, id LIMIT 1
      """
    ) { (id: try $0.text(), version: try $0.integer(), since: try When?(row: $0)) }.first
    guard let found else { return nil }
    guard let charter = try read(found.id, version: found.version, connection) else { return nil }
    guard let made = try connection.linkageSwitches(of: charter.id).last(where: { $0.since <= day }),
      // An edition that came later says its own linkage.
      found.since.map({ $0.first <= made.since }) ?? true
    else { return charter }
    return charter.following(made.option)
  }

  /// One edition as it was adopted.
  private func read(_ id: String, version: Int, _ connection: any Connection) throws -> Charter? {
    let key = "\(id) \(version)"
    if let charter = known.withLock({ $0[key] }) { return charter }
    guard let edition = try connection.one(CharterEdition.ID(id)) else { return nil }
    let charter = Charter.read(Array(edition.text.utf8), name: id).readable
    if let charter { known.withLock { $0[key] = charter } }
    return charter
  }
}

extension CharterBook {
  /// The charter in force on a day, for what makes no sense without one.
  ///
  /// - Throws: a `Refusal` where no edition was in force yet.
  public func needed(on day: Day, _ connection: any Connection) throws -> Charter {
    guard let charter = try inForce(on: day, connection) else {
      throw Refusal("no-charter", ["day": "\(day)"], field: "as_of")
    }
    return charter
  }
}
