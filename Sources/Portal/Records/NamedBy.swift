internal import Acting
internal import Kernel
internal import Store
internal import Telling
internal import Web

/// A reference has two ends: what a record names stands in its fields, and here stands who names it. So a legal basis
/// shows what rests on it, a request its answers, a body its seats, and the page needs to know no kind.
extension Loading {
  /// How many of a kind a page lists by name.
  private static let most = 20

  /// The records of the day that name one, those of each field in a fact of their own.
  func namedBy(_ kind: String, _ id: String) throws -> [Fact] {
    let seen = Set(kinds.map { $0.kind })
    func those<R: Record>(_ type: R.Type, _ reference: RecordReference) throws -> Fact? {
      let names: Query =
        if reference.isList {
          // Kept as JSON: the id stands in it between its quotes. `_` in an id matches other letters too, rarely.
          "CAST(\(column: reference.field) AS text) LIKE \("%\"\(id)\"%")"
        } else { "\(column: reference.field) = \(id)" }
      return try naming(R.self, where: names, reference.field, kind)
    }
    return try verbs.references(to: kind)
      .filter { seen.contains($0.type.kind) && $0.sight.showsAll(to: viewer) }
      .compactMap { try those($0.type, $0) }
  }

  private func naming<R: Record>(
    _ type: R.Type, where names: Query, _ field: String, _ kind: String
  ) throws -> Fact? {
    let condition: Query = """
      WHERE \(names) AND \(Query.isValid(R.self, on: day)) AND \(Query.isVisible(R.self, to: viewer)) \
      ORDER BY id LIMIT \(Self.most + 1)
      """
    let found = try connection.all(R.self, condition)
    guard !found.isEmpty else { return nil }
    // A field that bears the name of what it names says nothing beside the kind.
    let role = field == kind.replacing("-", with: "_") ? nil : words.term("field", field)
    let name = [words.term("kinds", R.kind), role].compactMap { $0 }.joined(separator: " \u{00B7} ")
    var links = try found.prefix(Self.most).map {
      try linked(R.kind, $0.id.text)
    }
    if found.count > Self.most { links.append(Linked(Said(words["record.namedBy.more"]))) }
    return Fact(name, .list(links.map { .linked([$0]) }))
  }
}
