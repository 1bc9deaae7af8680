/// The words that a charter's keys may hold: those of the language, and the names that this charter gives.
struct KnownWords {
  private let names: [CharterKey.Referent: Set<String>]

  init(_ root: Entry) {
    func named(_ block: String) -> Set<String> {
      let place = block.split(separator: ".").reduce(Optional(root)) { $0?[String($1)] }
      guard let place else { return [] }
      if place.isList { return Set(place.elements.compactMap { $0["id"]?.word }) }
      return Set(place.members.map(\.name))
    }
    var names: [CharterKey.Referent: Set<String>] = [:]
    for referent in CharterKey.Referent.allCases {
      names[referent] = referent.blocks.reduce(into: []) { $0.formUnion(named($1)) }
      if referent.mayBeTheCharter, let id = root["charter"]?.word { names[referent]?.insert(id) }
    }
    names[.actor]?.formUnion(ReservedWords.actors)
    names[.reporter]?.formUnion(
      ReservedWords.actors.union(root["certification"]?["chain"]?.words ?? []).union(
        ["areas", "party", "pilots", "own"]))
    self.names = names
  }

  func names(_ referent: CharterKey.Referent) -> Set<String> { names[referent] ?? [] }

  /// Nil where the charter declares nothing of the kind and need not.
  func allowed(_ words: CharterKey.Words) -> Set<String>? {
    var allowed = Set(words.fixed)
    for referent in words.referents {
      let known = names(referent)
      if known.isEmpty, referent.mayBeUndeclared { return nil }
      allowed.formUnion(known)
    }
    return allowed
  }
}
