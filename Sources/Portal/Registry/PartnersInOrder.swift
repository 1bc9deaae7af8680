internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

extension Loading {
  /// How many names are put in order while somebody waits. A partnership with more is listed by id, which the store keeps in
  /// order by itself.
  private static let mostNames = 20_000

  /// One part of a list of partners, in the order in which the reader's language lists names.
  ///
  /// - Parameters:
  ///   - matching: which of them are listed.
  ///   - chosen: the same as the reader chose it.
  /// - Returns: the partners, and whether the list goes on.
  func partners(
    _ matching: Query, chosen: [String: String], length: Int
  ) throws -> (shown: [Partner], goesOn: Bool) {
    guard let ids = try ids(matching, chosen) else {
      var query = matching
      if let cursor { query = query + " AND id > \(cursor)" }
      let found = try connection.all(Partner.self, query + " ORDER BY id LIMIT \(length + 1)")
      return (Array(found.prefix(length)), found.count > length)
    }
    var rest = ids[...]
    // Whoever was shown last may have gone since; the list then begins anew.
    if let cursor, let last = ids.firstIndex(of: cursor) { rest = ids[(last + 1)...] }
    let wanted = Array(rest.prefix(length))
    let found = try connection.all(Partner.self, "WHERE id IN \(anyOf: wanted)")
    let byID = Dictionary(found.map { ($0.id.text, $0) }) { first, _ in first }
    return (wanted.compactMap { byID[$0] }, rest.count > length)
  }

  /// Nil where there are too many.
  private func ids(_ matching: Query, _ chosen: [String: String]) throws -> [String]? {
    guard try partnersByCountry().values.reduce(0, +) <= Self.mostNames else { return nil }
    let head = page.head?.number ?? 0
    let ranks = try counts.counts("partners-by-name \(language)", at: head) { try ranksByName() }
    guard !ranks.isEmpty else { return nil }
    let filters = ["sector", "category", "area"].map { "\($0)=\(chosen[$0] ?? "")" }.joined(separator: "&")
    return try counts.order("partners \(language) \(day) \(filters)", at: head) {
      try connection.rows("SELECT id FROM \(Partner.self) " + matching) { try $0.text() }.sorted {
        (ranks[$0] ?? Int.max, $0) < (ranks[$1] ?? Int.max, $1)
      }
    }
  }

  /// The place of each partner that may be listed on some day; none where there are too many.
  private func ranksByName() throws -> [String: Int] {
    let named = try connection.rows(
      """
      SELECT id, name FROM \(Partner.self) WHERE state <> 'draft' ORDER BY id
      LIMIT \(Self.mostNames + 1)
      """
    ) { (id: try $0.text(), name: said(try Translated(row: $0)).text) }
    guard named.count <= Self.mostNames else { return [:] }
    let order = words.order(of: named.map(\.name))
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { (named[$1].id, $0) })
  }
}
