/// The words that a charter's keys may hold: those of the language, and the names that this charter gives.
struct KnownWords {
  private let names: [CharterKey.Referent: Set<String>]

  init(_ root: Entry) {
    func named(_ path: String...) -> Set<String> {
      var place: Entry? = root
      for step in path { place = place?[step] }
      return Set((place?.members ?? []).map(\.name))
    }
    var names: [CharterKey.Referent: Set<String>] = [
      .body: named("bodies"), .treaty: named("treaties"), .area: named("areas"), .stream: named("streams"),
      .option: named("options"), .category: named("membership", "categories"),
      .chamber: named("membership", "chambers"), .rule: named("decisions", "rules"),
      .function: named("functions"), .nature: named("natures"), .indicator: named("indicators"),
      .figure: named("figures"), .exemption: named("exemptions"), .agreement: named("agreements"),
      .deliverable: named("deliverables", "items"), .medium: named("goal", "media"),
      .mainSector: named("membership", "sectors", "main"), .window: named("finance", "windows"),
      .governingDocument: named("governing-documents"), .countryGroup: named("country-groups"),
      .reporting: Set((root["reporting"]?.elements ?? []).compactMap { $0["id"]?.word }),
      .charter: Set([root["charter"]?.word].compactMap(\.self)),
    ]
    func all(_ referents: CharterKey.Referent...) -> Set<String> {
      referents.reduce(into: []) { $0.formUnion(names[$1] ?? []) }
    }
    let actors = all(.body, .charter).union(ReservedWords.actors)
    names[.sector] = all(.mainSector).union(named("membership", "sectors", "movable"))
    names[.actor] = actors
    // Whoever works, certifies or belongs may report, whether it is a body or not.
    names[.reporter] = actors.union(all(.area, .stream, .category)).union(named("cross-cutting-topics"))
      .union(root["certification"]?["chain"]?.words ?? []).union(["areas", "party", "pilots", "own"])
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
