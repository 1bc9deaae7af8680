internal import Kernel
internal import Yams

/// A place in the tree of a charter, with what is known of it and of everything around it.
struct Entry {
  let node: Node
  /// Such as `areas.gold.planned-end`.
  let path: String
  let ground: Ground

  /// What a charter says where its sources say nothing.
  static let silences: Set<String> = ["not-stated", "unknown", "none", "undecided"]
  /// Keys that speak about a fact and are no member of a block.
  static let about: Set<String> = [
    "value", "source", "qualifier", "basis", "also", "strict", "meaning", "open", "note",
  ]

  init(root: Node) {
    node = root
    path = ""
    ground = Ground(line: root.mark?.line ?? 1)
  }

  private init(_ node: Node, path: String, within outer: Ground, line: Int) {
    self.node = node
    self.path = path
    var ground = outer
    ground.line = line
    // How sure a thing is holds for itself; where it comes from holds for what is inside it too.
    ground.qualifier = .exact
    if let mapping = node.mapping {
      if let source = mapping["source"]?.string {
        ground.source = source.split(separator: ";").map { $0.trimmingSpace }.filter { !$0.isEmpty }
      }
      if let basis = mapping["basis"]?.string.flatMap(Ground.Basis.init) { ground.basis = basis }
      if let qualifier = mapping["qualifier"]?.string.flatMap(Qualifier.init) { ground.qualifier = qualifier }
      if ground.qualifier == .atLeast, mapping["strict"]?.string == "true" { ground.qualifier = .moreThan }
    }
    self.ground = ground
  }

  var line: Int { ground.line }

  subscript(_ key: String) -> Entry? {
    guard let mapping = node.mapping else { return nil }
    for (name, value) in mapping where name.string == key {
      return child(value, key, name.mark?.line ?? value.mark?.line ?? line)
    }
    return nil
  }

  private func child(_ value: Node, _ key: String, _ line: Int) -> Entry {
    Entry(value, path: path.isEmpty ? key : "\(path).\(key)", within: ground, line: line)
  }

  /// The members of a block by name, in their order, without what is said about the block as a whole.
  var members: [(name: String, entry: Entry)] {
    (node.mapping ?? [:]).compactMap { name, value in
      guard let key = name.string, !Self.about.contains(key) else { return nil }
      return (key, child(value, key, name.mark?.line ?? line))
    }
  }

  var keys: [String] { (node.mapping ?? [:]).compactMap { $0.key.string } }

  var isList: Bool { node.sequence != nil }

  /// The elements of a list; of a mapping with `value`, those of its value.
  var elements: [Entry] {
    if let value = self["value"] { return value.elements }
    return (node.sequence ?? []).map { child($0, "[]", $0.mark?.line ?? line) }
  }

  /// One word or sentence; that of `value` in a mapping.
  var text: String? { node.scalar?.string ?? self["value"]?.text }

  /// The word, unless it says that nothing is known.
  var word: String? { text.flatMap { Self.silences.contains($0) ? nil : $0 } }

  var isSilent: Bool { text.map { Self.silences.contains($0) } ?? false }

  /// One word or a list of them; of `bodies`, `any-of`, `all-of`, `body` or `option` where those stand.
  var words: [String] {
    if let sequence = node.sequence {
      return sequence.compactMap(\.string).filter { !Self.silences.contains($0) }
    }
    if let word = node.scalar?.string { return Self.silences.contains(word) ? [] : [word] }
    for key in ["value", "bodies", "any-of", "all-of", "body", "set-by"] {
      if let inner = self[key] { return inner.words }
    }
    return []
  }

  var flag: Bool? {
    text.flatMap { ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false][$0] }
  }

  /// A text in the languages it is given in; nil where it is none.
  func translated(_ original: Language) -> Translated? {
    guard let mapping = node.mapping else { return nil }
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = mapping[language.rawValue]?.string }
    guard let first = texts[original] != nil ? original : Language.allCases.first(where: { texts[$0] != nil })
    else { return self["name"]?.translated(original) }
    return Translated(first, texts)
  }

  /// A date as exact as the charter gives it.
  var when: When? { word.flatMap { try? When(text: $0) } }
}

extension Substring {
  var trimmingSpace: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
