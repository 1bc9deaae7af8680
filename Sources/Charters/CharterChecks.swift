internal import Kernel

/// What must hold between the parts of a charter. Every message says what is wrong and what would be right.
struct CharterChecks {
  let charter: Charter
  let root: Entry
  let findings: Findings
  let bodies: Set<String>
  let parts: Set<String>

  init(_ charter: Charter, _ root: Entry, _ findings: Findings) {
    self.charter = charter
    self.root = root
    self.findings = findings
    bodies = Set(charter.bodies.map(\.id))
    parts = Set(charter.areas.map(\.id) + charter.streams.map(\.id) + charter.topics.map(\.id))
  }

  func run() {
    shares()
    reservedWords()
    percentages(root)
    treaties()
    bodyTree()
    membership()
    linkages()
    reporting()
    periods()
    money()
    models()
    decisionRules()
    seatTotals()
    partMovers()
    formation()
    rollUps()
  }

  /// Refuses each word that names nothing of its kind.
  ///
  /// - Parameter what: the kind, as it stands in the words: `finding.referent.seat`.
  func refer(_ words: [String], _ known: Set<String>, _ what: String, _ entry: Entry?) {
    for word in words where !known.contains(word) {
      findings.undeclared(
        word, what, at: entry?.path ?? "", near: DidYouMean.nearest(word, known), line: entry?.line ?? 1)
    }
  }

  /// Nothing is called by a word that means something else wherever a name could stand.
  private func reservedWords() {
    for (path, entry) in named(root, at: "")
    where (ReservedWords.places.contains(path) ? ReservedWords.all : ReservedWords.silences).contains(
      entry.name)
    {
      findings.fault("reserved", ["place": .text(path), "word": .text(entry.name)], line: entry.entry.line)
    }
  }

  /// Whatever the charter gives a name to.
  private func named(_ entry: Entry, at pattern: String) -> [(String, (name: String, entry: Entry))] {
    entry.members.flatMap { member in
      let child = CharterGrammar.child(pattern, member.name)
      let isName = CharterKey.byPath[pattern]?.shape == .named && child.hasSuffix(".*")
      return (isName ? [(entry.path, member)] : []) + named(member.entry, at: child)
    }
  }

  /// A partnership shares four things (resolution 60/215).
  private func shares() {
    // Where nobody says how something is shared, it is not shared by agreement (F1).
    for share in ["risks", "responsibilities", "resources", "benefits"]
    where root["shares"]?[share]?.isSilent ?? true {
      findings.fault("share-missing", ["share": .text(share)], line: root["shares"]?.line ?? 1)
    }
  }

  /// Wherever a block lists percentages, they total 100.
  private func percentages(_ entry: Entry) {
    for member in entry.members {
      let parts = member.entry.elements.compactMap { $0["percent"] }
      let numbers = parts.compactMap { $0.text.flatMap { Double($0) } }
      if !numbers.isEmpty, numbers.count == parts.count, parts.count == member.entry.elements.count {
        let sum = numbers.reduce(0, +)
        if abs(sum - 100) > 0.001, entry["must-total"] != nil || entry.path.hasSuffix("shares") {
          let told = numbers.map { $0 == $0.rounded() ? String(Int($0)) : String($0) }.joined(
            separator: " + ")
          findings.fault(
            "shares-total",
            [
              "place": .text(member.entry.path), "sum": .text(told),
              "total": .text(sum == sum.rounded() ? String(Int(sum)) : String(sum)),
            ], line: member.entry.line)
        }
      }
      percentages(member.entry)
    }
  }

  private func treaties() {
    for treaty in charter.treaties {
      let entry = root["treaties"]?[treaty.id]
      let dates = treaty.phases.map(\.since)
      if dates != dates.sorted() {
        findings.fault("phases", ["treaty": .text(treaty.id)], line: entry?["phases"]?.line ?? 1)
      }
    }
    for body in charter.bodies {
      let entry = root["bodies"]?[body.id]
      if let treaty = body.treaty {
        // Where the treaty lists a body that is not there, that one was meant, and is told of above.
        if let owner = charter.treaties.first(where: { $0.id == treaty }), !owner.bodies.contains(body.id),
          owner.bodies.allSatisfy(bodies.contains), body.kind == "treaty"
        {
          findings.fault(
            "treaty-body", ["body": .text(body.id), "treaty": .text(treaty)], line: entry?.line ?? 1)
        }
      }
    }
  }

  /// No body stands above itself.
  private func bodyTree() {
    let parents = Dictionary(charter.bodies.compactMap { body in body.partOf.map { (body.id, $0) } }) {
      first, _ in first
    }
    for body in charter.bodies {
      let entry = root["bodies"]?[body.id]
      var chain = [body.id]
      var next = parents[body.id]
      while let current = next, !chain.contains(current) {
        chain.append(current)
        next = parents[current]
      }
      // A circle is told once, by the first of its bodies.
      if next == body.id, chain.min() == body.id {
        findings.fault(
          "cycle", ["chain": .joined((chain + [body.id]).map { .text($0) }, by: "finding.cycle.part-of")],
          line: entry?.line ?? 1)
      }
    }
  }

  private func membership() {
    let block = root["membership"]
    let divided = (block?["chambers"]?.members ?? []).flatMap { $0.entry["sub-chambers"]?.keys ?? [] }
    refer(charter.membership.sides.map(\.subChamber), Set(divided), "sub-chamber", block?["sides"])
  }
}
