internal import Governance
internal import Kernel
internal import Registry
internal import Store
internal import Telling
internal import Web

/// What many pages read: the records of a day, and the names that lead to them.
extension Loading {
  /// Records of a kind that are true on the day shown.
  func valid<R: Record>(_ type: R.Type, _ rest: Query = "ORDER BY id") throws -> [R] {
    try connection.all(R.self, "WHERE \(Query.isValid(R.self, on: day)) " + rest)
  }

  func said(_ text: Translated) -> Said { text.said(in: language) }
  func said(_ text: Translated?) -> Said? { text.map { $0.said(in: language) } }

  /// Partners that are shown, by country; those without one stand under no code.
  func partnersByCountry() throws -> [String: Int] {
    try counts.counts("partners-by-country \(day)", at: page.head?.number ?? 0) {
      Dictionary(
        try connection.partnersByCountry(on: day).map { ($0?.code ?? "", $1) }
      ) { $0 + $1 }
    }
  }

  /// A body by its name, leading to its record.
  func body(_ id: Body.ID?) throws -> Linked? {
    guard let id else { return nil }
    return try body(named: id.text)
  }

  /// The same for a word that may be no body: `gmp`.
  func body(named id: String) throws -> Linked {
    guard let body = try one(Body.ID(id)) else { return Linked(Said(words.term("subject", id))) }
    return Linked(said(body.name), .record(kind: Body.kind, id: id))
  }

  func areas(_ ids: [String]) throws -> [Linked] {
    try ids.map { id in
      guard let area = try one(Area.ID(id)) else { return Linked(Said(id)) }
      return Linked(said(area.name), .area(id))
    }
  }

  func state(_ word: String) -> StateView { words.state(word) }
}

extension Words {
  /// A state as a shape and a word.
  func state(_ word: String) -> StateView {
    let shape: StateView.Shape =
      switch word {
      case "admitted", "active", "launched", "done", "answered", "in-force", "given", "taken", "concluded",
        "decided":
        .done
      case "under-way", "screening", "considered", "open", "running", "applied", "preparatory": .underway
      case "not-stated", "proposed", "planned", "draft": .notBegun
      case "expelled", "declined", "not-taken", "rejected": .returned
      default: .none
      }
    return StateView(shape: shape, word: term("state", word))
  }
}

extension Figure {
  /// A number that the pages worked out from records.
  static func counted(_ value: Int, _ unit: String) -> Figure {
    Figure(value: Double(value), unit: unit, qualifier: .exact, source: "", verification: .inferred)
  }
}
