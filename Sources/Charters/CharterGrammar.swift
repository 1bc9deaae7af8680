internal import Kernel

/// Which keys stand where, and what their values may be, as `CharterKey` declares them. A new key is one line there.
///
/// A block in which no key is declared takes any key, as long as it is a word.
enum CharterGrammar {
  /// May stand beside any fact.
  static let everywhere: Set<String> = [
    "value", "source", "qualifier", "basis", "also", "strict", "meaning", "fr", "en", "ar", "zh", "ru", "es",
    "note",
    "not-after", "open", "state", "since", "until",
  ]

  /// The keys of each block, by where it stands.
  static let blocks: [String: Set<String>] = CharterKey.all.reduce(into: [:]) {
    $0[$1.block, default: []].insert($1.name)
  }

  static func check(_ root: Entry, _ findings: Findings) {
    let walk = Walk(findings, KeyValues(findings: findings, known: KnownWords(root)))
    walk.check(root, at: "", isRead: true)
    walk.remark()
  }

  private final class Walk {
    let findings: Findings
    let values: KeyValues
    /// Where keys stand that nothing reads, by what the grammar calls them.
    private var waiting: [String: [Entry]] = [:]

    init(_ findings: Findings, _ values: KeyValues) {
      self.findings = findings
      self.values = values
    }

    /// One remark for a key, however often it stands; what is inside it is not told again.
    func remark() {
      for (pattern, places) in waiting {
        findings.remark(
          "nothing-follows",
          [
            "place": places.count == 1
              ? .text(places[0].path)
              : .phrase(
                Phrase(
                  "finding.nothing-follows.times", ["place": .text(pattern), "times": "\(places.count)"]))
          ], line: places.map(\.line).min() ?? 1)
      }
    }

    func check(_ entry: Entry, at pattern: String, isRead: Bool) {
      let known = blocks[pattern]
      let key = CharterKey.byPath[pattern]
      if let key { values.check(entry, key, members: known ?? []) }
      let isWaiting = isRead && key?.reader == .nothing
      if isWaiting { waiting[pattern, default: []].append(entry) }
      let isRead = isRead && !isWaiting
      if let open = known ?? (key?.shape.isClosed ?? false ? [] : nil), !open.contains("*") {
        refuse(entry, beyond: open, key)
      }
      for member in entry.members where !everywhere.contains(member.name) || isOwn(pattern, member.name) {
        check(member.entry, at: child(pattern, member.name), isRead: isRead)
      }
      // A declared key may bear the name of one that elsewhere speaks about a fact.
      for name in (known ?? []).intersection(Entry.about) {
        if let own = entry[name] { check(own, at: child(pattern, name), isRead: isRead) }
      }
      for element in entry.isList ? entry.elements : [] {
        check(element, at: pattern + ".[]", isRead: isRead)
      }
    }

    private func isOwn(_ pattern: String, _ name: String) -> Bool {
      pattern.isEmpty || blocks[pattern]?.contains(name) ?? false
    }

    private func refuse(_ entry: Entry, beyond known: Set<String>, _ key: CharterKey?) {
      let around = key?.shape.isClosed ?? false ? Set(Entry.wrappers) : []
      for member in entry.members
      where !known.contains(member.name) && !everywhere.contains(member.name) && !around.contains(member.name)
      {
        let place: [String: Phrase.Value] = [
          "place": CharterFacts.place(entry), "key": .text(member.name),
        ]
        if let near = DidYouMean.nearest(member.name, known.union(around)) {
          findings.fault(
            "unknown-key.near", place.merging(["near": .text(near)]) { $1 }, line: member.entry.line)
        } else {
          let told = known.union(known.isEmpty ? around : []).sorted().prefix(12)
          findings.fault(
            "unknown-key", place.merging(["known": .list(Array(told))]) { $1 }, line: member.entry.line)
        }
      }
    }
  }

  /// The pattern of a member: its own where the grammar names it, `*` where the block has names of its own.
  static func child(_ pattern: String, _ name: String) -> String {
    let own = pattern.isEmpty ? name : "\(pattern).\(name)"
    guard named.contains(pattern) else { return own }
    // Admission is one rule for all, or one for each area: its keys stand in either place.
    if pattern == "membership.admission", blocks["\(pattern).*"]?.contains(name) ?? false {
      return "\(pattern).*.\(name)"
    }
    return "\(pattern).*"
  }

  /// Blocks whose members the charter names itself.
  static let named: Set<String> = Set(
    (Array(blocks.keys) + CharterKey.all.filter { $0.shape == .named }.map { "\($0.path).*" })
      .filter { $0.contains(".*") }.flatMap { key -> [String] in
        var found: [String] = []
        var parts: [Substring] = []
        for part in key.split(separator: ".") {
          if part == "*" { found.append(parts.joined(separator: ".")) }
          parts.append(part)
        }
        return found
      })
}

extension CharterKey.Shape {
  /// Whether a block around the value holds nothing but it and what is said about it.
  fileprivate var isClosed: Bool {
    switch self {
    case .words, .flag, .number, .span, .date: true
    case .text, .own, .block, .named, .list: false
    }
  }
}
