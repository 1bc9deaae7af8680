internal import Exchange
internal import HTTPTypes
public import Kernel
public import Store
internal import Telling

/// `/api/v1`: every kind of record, read only, from the schemas alone. A new kind needs nothing here.
public struct API: Sendable {
  public let site: Site

  public init(site: Site) {
    self.site = site
  }

  /// - Parameter path: what follows `/api/v1`.
  public func reply(_ path: [String], _ asked: Asked) async throws -> Reply {
    guard let plural = path.first else { return kinds(asked.viewer) }
    guard let type = site.kind(plural: plural, for: asked.viewer) else {
      throw Refusal(
        "unknown-kind.address", ["kind": "\(plural.prefix(60))"])
    }
    switch path.count {
    case 1: return try await list(type, asked)
    case 2:
      try Self.refuseUnknown(asked, ["as_of", "lang"])
      return try await record(type, path[1], asked)
    case 3 where path[2] == "history":
      try Self.refuseUnknown(asked, ["lang"])
      return try await history(type, path[1], asked.viewer)
    default: throw Refusal("not-found.address")
    }
  }

  /// What is asked for and means nothing is told: an answer would seem to heed it.
  private static func refuseUnknown(_ asked: Asked, _ known: [String]) throws {
    guard let other = asked.parameters.first(where: { !known.contains($0.name) })?.name else { return }
    throw Refusal(
      "unknown-field.parameter", ["name": "\(other.prefix(60))", "known": .list(known)],
      field: "\(other.prefix(60))")
  }

  private func kinds(_ viewer: Viewer) -> Reply {
    var json = JSONWriter()
    json.raw(#"{"items":["#)
    for (index, type) in site.kinds(for: viewer).enumerated() {
      if index > 0 { json.raw(",") }
      json.raw(#"{"kind":"#)
      json.write(type.kind)
      json.raw(#","href":"#)
      json.write("\(site.prefix)/api/v1/\(type.plural)")
      json.raw("}")
    }
    json.raw("]}")
    return Reply(type: Reply.json, body: json.bytes)
  }

  func list<R: Record>(_ type: R.Type, _ asked: Asked, where also: Query? = nil) async throws -> Reply {
    let day = try asked.day(today: site.today())
    let limit = try asked.limit(ofAtMost: 500, usually: 100)
    if let cursor = asked["cursor"], !cursor.isWord {
      throw Refusal("cursor", field: "cursor")
    }
    // One more than asked for tells whether there is a next page.
    let listing = Listing(
      day: day, filters: asked.filters, after: asked["cursor"], limit: limit + 1,
      viewer: asked.viewer, mostRead: Self.mostRead, also: also)
    let (items, end) = try await site.database.read { connection in
      var items: [Versioned<R>] = []
      let end = try connection.forEach(R.self, listing) { items.append($0) }
      return (items, end)
    }
    var json = JSONWriter(capacity: 512 * min(items.count, limit) + 64)
    json.raw(#"{"items":["#)
    for (index, item) in items.prefix(limit).enumerated() {
      if index > 0 { json.raw(",") }
      R.schema.write(item.record, to: &json, for: asked.viewer)
    }
    json.raw(#"],"next":"#)
    (items.count > limit ? items[limit - 1].record.id.text : end).write(to: &json)
    json.raw(#","as_of":"#)
    day.write(to: &json)
    json.raw("}")
    return Reply(type: Reply.json, body: json.bytes, tag: Fingerprint(of: json.bytes).short)
  }

  /// As it is today; as of a day on which it did not hold there is none.
  private func record<R: Record>(_ type: R.Type, _ id: String, _ asked: Asked) async throws -> Reply {
    let viewer = asked.viewer
    let day = try asked["as_of"] == nil ? nil : asked.day(today: site.today())
    let found = try await site.database.read { connection in
      let found = try connection.find(R.self, id)
      if let day, found?.record.isVisible(to: viewer) ?? false {
        try connection.refuseNotThen(R.self, id, on: day)
      }
      return found
    }
    guard let found, found.record.isVisible(to: viewer) else {
      throw Refusal("not-found", ["kind": .text(R.kind), "id": "\(id.prefix(120))"])
    }
    var json = JSONWriter()
    R.schema.write(found.record, to: &json, for: viewer)
    return Reply(
      type: Reply.json, body: json.bytes, tag: "\(R.kind)-\(id)-\(found.version)",
      links: ["<\(site.prefix)/api/v1/\(R.plural)/\(id)/history>; rel=\"history\""])
  }

  /// Every act on the record, as the line whose hash anyone can check; behind the hash stands the record where the viewer
  /// sees more of it than everyone does.
  private func history<R: Record>(_ type: R.Type, _ id: String, _ viewer: Viewer) async throws -> Reply {
    let acts = try await site.database.read { try $0.history(kind: R.kind, record: id) }
      .map { ($0, try $0.record(R.self)) }
      .filter { $0.1?.isVisible(to: viewer) ?? R.sight.showsAll(to: viewer) }
    guard !acts.isEmpty else {
      throw Refusal("not-found", ["kind": .text(R.kind), "id": "\(id.prefix(120))"])
    }
    var json = JSONWriter(capacity: 1024 * acts.count)
    json.raw(#"{"items":["#)
    for (index, (act, record)) in acts.enumerated() {
      if index > 0 { json.raw(",") }
      act.writeLine(to: &json, showing: record, to: viewer)
    }
    json.raw("]}")
    return Reply(type: Reply.json, body: json.bytes, tag: "\(R.kind)-\(id)-\(acts.count)-history")
  }

  /// How many rows of a file are held in memory at a time.
  public static let rowsAtATime = 1000
  /// How many records one request looks at for a value that no index finds.
  static let mostRead = 20_000

  /// The records of a kind as a CSV file, as of a day. A long one goes out piece by piece; what is changed while it does
  /// may stand in it as it was or as it is, and each row has the version that it was.
  public func table<R: Record>(_ type: R.Type, _ asked: Asked, where also: Query? = nil) async throws -> Reply
  {
    let day = try asked.day(today: site.today())
    let listing = Listing(
      day: day, filters: asked.filters, limit: Self.rowsAtATime, viewer: asked.viewer,
      mostRead: Self.mostRead, also: also)
    @Sendable func piece(after id: String?) async throws -> Reply.Piece {
      var listing = listing
      listing.after = id
      let wanted = listing
      return try await site.database.read { connection in
        var (text, last, count) = ("", "", 0)
        let end = try connection.forEach(R.self, wanted) { item in
          text += CSV.row(R.schema.cells(item.record, for: asked.viewer) + [String(item.version)])
          last = item.record.id.text
          count += 1
        }
        return Reply.Piece(bytes: Array(text.utf8), end: count < wanted.limit ? end : last)
      }
    }
    let first = try await piece(after: nil)
    let headings = CSV.row(R.schema.headings(for: asked.viewer) + ["version"])
    var reply = Reply(
      type: Reply.csv, body: Array(headings.utf8) + first.bytes, fileName: "\(R.plural)-\(day).csv")
    reply.rest = first.end.map { Reply.Rest(after: $0) { try await piece(after: $0) } }
    return reply
  }
}
