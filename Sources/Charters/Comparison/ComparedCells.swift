internal import Kernel

/// Derives the cells of one charter. What a row takes from the file stands here and nowhere else.
struct ComparedCells {
  let charter: Charter
  let root: Entry

  func cell(_ row: ComparisonRow) -> ComparedCell {
    let (block, facts): (String, [ComparedFact]) =
      switch row {
      case .treatyLink: (termsPath, treatyLink)
      case .timeRelation: ("origin.relation-to-treaty", timeRelation)
      case .reportsTo: ("\(termsPath).reports-to", reportsTo)
      case .host: ("\(termsPath).host", host)
      case .membership: ("membership.categories", membership)
      case .privateSector: ("membership.categories", privateSector)
      case .steering: ("bodies", steering)
      case .decision: ("decisions.rules", decision)
      case .period: ("cycles", period)
      case .finance: ("finance.windows", finance)
      case .documents: ("governing-documents", documents)
      case .keyObject: ("governing-documents", keyObject)
      case .exclusions: ("membership.excludes", exclusions)
      case .lifecycle: ("lifecycle", lifecycle)
      case .lessons: ("lessons", lessons)
      }
    return ComparedCell(row: row, facts: facts, path: block, line: self[block]?.line ?? 0)
  }

  /// The entry at a path of keys.
  subscript(_ path: String) -> Entry? {
    path.split(separator: ".").reduce(Optional(root)) { $0?[String($1)] }
  }

  // MARK: Facts

  func fact(
    _ entry: Entry?, _ values: [ComparedFact.Value], head: ComparedFact.Value? = nil
  ) -> [ComparedFact] {
    guard let entry, !values.isEmpty else { return [] }
    return [ComparedFact(head: head, values: values, path: entry.path, ground: entry.ground)]
  }

  /// Several named things of one block as one fact, on all their sources together.
  func together(_ block: Entry?, _ entries: [(name: String, entry: Entry)]) -> [ComparedFact] {
    guard let block, !entries.isEmpty else { return [] }
    var ground = block.ground
    let grounds = entries.map(\.entry.ground)
    for source in grounds.flatMap(\.source) where !ground.source.contains(source) {
      ground.source.append(source)
    }
    // The whole is as sure as the least sure of its parts.
    if let basis = [Ground.Basis.assumed, .implied].first(where: { basis in
      grounds.contains { $0.basis == basis }
    }) {
      ground.basis = basis
    }
    return [
      ComparedFact(
        head: nil, values: entries.map { .name(name($0.entry, $0.name)) }, path: block.path, ground: ground)
    ]
  }

  func name(_ entry: Entry, _ id: String) -> Translated {
    entry["name"]?.translated(charter.original) ?? entry.translated(charter.original)
      ?? Translated(charter.original, id)
  }

  /// A body, a treaty or the partnership by its name; another word by itself.
  func actor(_ id: String) -> ComparedFact.Value {
    if let body = charter.body(id) { return .name(body.name) }
    if let treaty = charter.treaties.first(where: { $0.id == id }) { return .name(treaty.name) }
    return id == charter.id ? .name(charter.name) : .word(id, of: "actor")
  }

  func part(_ id: String) -> ComparedFact.Value {
    let area = (charter.areas + charter.topics).first { $0.id == id }.map(\.name)
    return .name(
      area ?? charter.streams.first { $0.id == id }?.name ?? Translated(charter.original, id))
  }

  /// The terms in force: those of the option that the linkage follows, or its own.
  var termsPath: String {
    charter.linkage.option.map { "options.\($0).default" } ?? "linkage.default"
  }
  var partsPath: String { charter.linkage.option.map { "options.\($0).parts" } ?? "linkage.parts" }
}
