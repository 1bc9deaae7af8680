public import Kernel
public import Store

/// What a list is asked for.
public struct Listing: Sendable {
  /// Only what is true in the world on this day.
  public var day: Day?
  /// Fields and the values they must hold; a member of a value is named `period_since`.
  public var filters: [(field: String, value: String)]
  /// The id after which the page begins.
  public var after: String?
  public var limit: Int
  /// Who asks; what they do not see is not there.
  public var viewer: Viewer
  /// How many records are looked at for those that hold a value by which the store finds none; nil for all of them. Whoever
  /// asks from afar is given what was found among so many, and where to go on.
  public var mostRead: Int?
  /// A further condition.
  public var also: Query?

  public init(
    day: Day? = nil, filters: [(field: String, value: String)] = [], after: String? = nil,
    limit: Int = 500, viewer: Viewer = .anyone, mostRead: Int? = nil, also: Query? = nil
  ) {
    self.day = day
    self.filters = filters
    self.after = after
    self.limit = limit
    self.viewer = viewer
    self.mostRead = mostRead
    self.also = also
  }
}

/// A record with the number of acts that wrote it.
public struct Versioned<R: Record>: Sendable {
  public let record: R
  public let version: Int
}

extension Connection {
  /// Records in the order of their ids, which is the order of pages too.
  public func list<R: Record>(_ type: R.Type, _ listing: Listing) throws -> [Versioned<R>] {
    var found: [Versioned<R>] = []
    try forEach(R.self, listing) { found.append($0) }
    return found
  }

  /// The same one by one, as they come from the store.
  ///
  /// - Returns: the id through which was looked, where the kind goes on after `mostRead`; nil where all of it was.
  @discardableResult
  public func forEach<R: Record>(
    _ type: R.Type, _ listing: Listing, _ body: (Versioned<R>) throws -> Void
  ) throws -> String? {
    var query: Query = "SELECT * FROM \(R.self) WHERE \(Query.isValid(R.self, on: listing.day))"
    if R.sight != .everyone { query = query + " AND " + .isVisible(R.self, to: listing.viewer) }
    let columns = Table(R.self).columns
    for (field, value) in listing.filters {
      query = query + " AND \(try condition(field, value, columns, R.self, listing.viewer))"
    }
    if let also = listing.also { query = query + " AND (" + also + ")" }
    if let after = listing.after { query = query + " AND id > \(after)" }
    let last = try end(of: R.self, listing)
    if let last { query = query + " AND id <= \(last)" }
    query = query + " ORDER BY id LIMIT \(listing.limit)"
    try forEach(query) { try body(Versioned(record: try R(row: $0), version: try $0.integer())) }
    return last
  }

  /// The id at which a walk ends; nil where it is none, or comes to the end of the kind.
  private func end<R: Record>(of type: R.Type, _ listing: Listing) throws -> String? {
    guard let most = listing.mostRead else { return nil }
    let found = Set(Table(R.self).indexes.compactMap(\.columns.first) + ["id"])
    guard listing.filters.contains(where: { !found.contains($0.field) }) else { return nil }
    var query: Query = "SELECT id FROM \(R.self)"
    if let after = listing.after { query = query + " WHERE id > \(after)" }
    return try rows(query + " ORDER BY id LIMIT 1 OFFSET \(most - 1)") { try $0.text() }.first
  }

  /// How many records a listing has on all its pages.
  public func count<R: Record>(_ type: R.Type, _ listing: Listing) throws -> Int {
    var query: Query = "SELECT count(*) FROM \(R.self) WHERE \(Query.isValid(R.self, on: listing.day))"
    if R.sight != .everyone { query = query + " AND " + .isVisible(R.self, to: listing.viewer) }
    let columns = Table(R.self).columns
    for (field, value) in listing.filters {
      query = query + " AND \(try condition(field, value, columns, R.self, listing.viewer))"
    }
    if let also = listing.also { query = query + " AND (" + also + ")" }
    return try value(query) ?? 0
  }

  public func find<R: Record>(_ type: R.Type, _ id: String) throws -> Versioned<R>? {
    try rows("SELECT * FROM \(R.self) WHERE id = \(id)") {
      Versioned(record: try R(row: $0), version: try $0.integer())
    }.first
  }

  /// - Throws: a `Refusal` for a record that is there and did not hold on a day; nothing for one that is not there at all.
  public func refuseNotThen<R: Record>(_ type: R.Type, _ id: String, on day: Day) throws {
    guard R.validity != .always,
      try value("SELECT count(*) FROM \(R.self) WHERE id = \(id)", as: Int.self) == 1,
      try value(
        "SELECT count(*) FROM \(R.self) WHERE id = \(id) AND \(Query.isValid(R.self, on: day))", as: Int.self)
        == 0
    else { return }
    throw Refusal(
      "not-found.not-then", ["kind": .text(R.kind), "id": "\(id.prefix(120))", "day": "\(day)"],
      field: "as_of")
  }

  private func condition<R: Record>(
    _ field: String, _ value: String, _ columns: [Column], _ type: R.Type, _ viewer: Viewer
  ) throws -> Query {
    // Asking for a value would tell it: only who sees the field of every record may.
    let hidden = Set(
      R.schema.fields.filter { !$0.sight.showsAll(to: viewer) }
        .flatMap { $0.shape().columns(named: $0.name).map(\.name) })
    let open = hidden.isEmpty ? columns : columns.filter { !hidden.contains($0.name) }
    guard let column = open.first(where: { $0.name == field }) else {
      throw Refusal(
        "unknown-field.choose",
        ["records": .text(R.plural), "field": "\(field.prefix(60))", "known": .list(open.map(\.name))],
        field: field)
    }
    switch column.storage {
    case .text: return value.isEmpty ? "\(column: field) IS NULL" : "\(column: field) = \(value)"
    // A list holds the word in quotes; anything larger is asked for by its JSON.
    case .json:
      let pattern = "%\"" + value.replacing("%", with: "") + "\"%"
      return dialect == .sqlite
        ? "\(column: field) LIKE \(pattern)" : "CAST(\(column: field) AS text) LIKE \(pattern)"
    // A flag is asked for as a file has it, or by its number.
    case .integer where column.allowed == ["0", "1"]:
      do { return "\(column: field) = \(try Bool(cell: value) ? 1 : 0)" } catch let refusal as Refusal {
        throw refusal.within(field)
      }
    case .integer, .real:
      guard let number = Double(value) else {
        throw Refusal("number", ["field": .text(field), "value": "\(value.prefix(40))"], field: field)
      }
      guard column.storage == .integer else { return "\(column: field) = \(number)" }
      // PostgreSQL takes no fraction where whole numbers stand, and none of them is one.
      return Int(exactly: number).map { "\(column: field) = \($0)" } ?? "1 = 0"
    }
  }
}
