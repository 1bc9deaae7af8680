public import Charters
public import Kernel
public import Store

/// Where the charter in force on a day is to be had.
public protocol CharterSource: Sendable {
  /// Nil where none was in force yet.
  func inForce(on day: Day, _ connection: any Connection) throws -> Charter?
}

/// What an act stands on: who acts, in which capacity, on which ground, under which charter. One value serves all acts of one
/// transaction.
public final class Occasion {
  public let actor: String
  public let capacity: Capacity
  public let basis: String
  public let today: Day
  public let connection: any Connection
  public let charters: any CharterSource
  /// The verb that is being done.
  public internal(set) var verb = ""
  /// From which day what is done holds: the one that was given with it, or else its own.
  var holdsFrom: Day
  private let stamp: Stamp
  private var remembered: [ObjectIdentifier: Any] = [:]
  private var book: Journal?

  public init(
    _ intent: Intent, under charters: any CharterSource, today: Day, _ connection: any Connection,
    _ stamp: Stamp = .system
  ) {
    verb = intent.verb
    actor = intent.actor
    capacity = intent.capacity
    basis = intent.basis
    self.charters = charters
    self.today = today
    holdsFrom = today
    self.connection = connection
    self.stamp = stamp
  }

  /// The charter in force on the day of the act, never today's by accident.
  public func charter(on day: Day) throws -> Charter? { try charters.inForce(on: day, connection) }

  /// - Throws: a `Refusal` where no edition was in force yet.
  public func neededCharter(on day: Day) throws -> Charter {
    guard let charter = try charter(on: day) else {
      throw Refusal("no-charter", ["day": "\(day)"], field: "as_of")
    }
    return charter
  }

  /// What one transaction worked out already and needs again: the ledger of a file of payments, the register of a sitting.
  public func remember<Memory>(_ type: Memory.Type, _ make: () throws -> Memory) rethrows -> Memory {
    let key = ObjectIdentifier(type)
    if let known = remembered[key] as? Memory { return known }
    let made = try make()
    remembered[key] = made
    return made
  }

  /// Keeps what was remembered as it is now.
  public func remember<Memory>(_ memory: Memory) { remembered[ObjectIdentifier(Memory.self)] = memory }

  /// Writes one record beside the one that the verb is about, as part of the same act of the same person.
  @discardableResult
  public func write<R: Record>(_ record: R, _ verb: String, after version: Int? = nil) throws -> Int {
    var intent = intent(verb)
    intent.holdsFrom = try day(of: record, verb, after: version)
    return try journal().append(record, intent, after: version)
  }

  /// From which day a version holds. A change begins one, and so does a record without dates of its own; what has dates of
  /// its own holds as long as they say; and a correction takes the place of the version that it corrects.
  private func day<R: Record>(of record: R, _ verb: String, after version: Int?) throws -> Day? {
    guard let version else { return R.validity == .always ? holdsFrom : nil }
    return [Keeps.correct, Keeps.erase].contains(verb)
      ? try connection.holdsFrom(record.id, version: version) : holdsFrom
  }

  /// The last act on a record, after which it stands in no table.
  func takeBack<R: Record>(_ record: R, after version: Int, isThere: Bool = true) throws -> Int {
    try journal().takeBack(record, intent(Keeps.takeBack), after: version, isThere: isThere)
  }

  public func intent(_ verb: String) -> Intent { Intent(verb, by: actor, as: capacity, basis: basis) }

  private func journal() throws -> Journal {
    if let book, try book.head == connection.journalHead() { return book }
    let new = try Journal(connection, stamp)
    book = new
    return new
  }
}
