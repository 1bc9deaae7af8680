internal import Kernel
internal import Store

/// What acts did to one record, field by field: what a preview shows before anything is kept, and what is told after.
public struct Effect: Sendable, Hashable {
  public struct Field: Sendable, Hashable {
    public let name: String
    /// The value as JSON; nil where the record was not there.
    public let before: String?
    public let after: String?
  }
  public let kind: String
  public let record: String
  /// The verb of the last act on it.
  public let verb: String
  public let isNew: Bool
  /// Taken back: it is in no list any more.
  public let isGone: Bool
  /// The fields that differ; of a new record those that say something.
  public let fields: [Field]
}

extension Occasion {
  /// The number of the journal's last act: what comes after it was done on this occasion.
  public func mark() throws -> Int { try connection.journalHead().seq }

  /// What was done since a mark, record by record, in the order of the acts.
  public func effects(since mark: Int) throws -> [Effect] {
    try connection.settle()
    let verbs = try connection.rows(
      "SELECT kind, record, verb FROM act WHERE seq > \(mark) ORDER BY seq"
    ) { ("\(try $0.text()) \(try $0.text())", try $0.text()) }
    let last = Dictionary(verbs) { _, later in later }
    return try connection.changes(after: mark, through: .max).map { change in
      let verb = last["\(change.kind) \(change.record)"] ?? ""
      let before = try change.before.map(JSONReader.members(of:)) ?? []
      let after = try JSONReader.members(of: change.after)
      let isGone = verb == Keeps.takeBack
      return Effect(
        kind: change.kind, record: change.record, verb: verb, isNew: change.before == nil, isGone: isGone,
        fields: isGone ? [] : Self.differences(before, after))
    }
  }

  private static func differences(
    _ before: [(name: String, text: String)], _ after: [(name: String, text: String)]
  ) -> [Effect.Field] {
    let was = Dictionary(before.map { ($0.name, $0.text) }) { first, _ in first }
    return after.compactMap { name, value in
      let old = was[name]
      let saysNothing = old == nil && ["null", "[]", #""""#].contains(value)
      return old == value || saysNothing ? nil : Effect.Field(name: name, before: old, after: value)
    }
  }
}
