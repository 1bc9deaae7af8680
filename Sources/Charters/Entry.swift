internal import Kernel

/// A place in the tree of a charter, with what is known of it and of everything around it.
struct Entry {
  let node: CharterNode
  /// Such as `areas.gold.planned-end`.
  let path: String
  let ground: Ground
  /// Notes what is read, where a test asks.
  private let reads: KeyReads?

  /// Keys of a block around one word or several.
  static let wrappers = ["value", "bodies", "any-of", "all-of", "body", "set-by"]
  static let flags = ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false]
  /// Keys that speak about a fact and are no member of a block.
  static let about: Set<String> = [
    "value", "source", "qualifier", "basis", "also", "strict", "meaning", "open", "note",
  ]

  init(root: CharterNode, reads: KeyReads? = nil) {
    node = root
    self.reads = reads
    path = ""
    ground = Ground(line: root.line)
  }

  private init(_ node: CharterNode, path: String, within outer: Ground, line: Int, reads: KeyReads?) {
    self.node = node
    self.reads = reads
    self.path = path
    var ground = outer
    ground.line = line
    // How sure a thing is holds for itself; where it comes from holds for what is inside it too.
    ground.qualifier = .exact
    if node.block != nil {
      if let source = node["source"]?.word {
        ground.source = source.split(separator: ";").map { $0.trimmingSpace }.filter { !$0.isEmpty }
      }
      if let basis = node["basis"]?.word.flatMap(Ground.Basis.init) { ground.basis = basis }
      if let qualifier = node["qualifier"]?.word.flatMap(Qualifier.init) { ground.qualifier = qualifier }
      if ground.qualifier == .atLeast, node["strict"]?.word == "true" { ground.qualifier = .moreThan }
    }
    self.ground = ground
  }

  var line: Int { ground.line }

  subscript(_ key: String) -> Entry? {
    reads?.note(path, key)
    return node.member(key).map { child($0.value, key, $0.name.line) }
  }

  private func child(_ value: CharterNode, _ key: String, _ line: Int) -> Entry {
    Entry(value, path: path.isEmpty ? key : "\(path).\(key)", within: ground, line: line, reads: reads)
  }

  /// The members of a block by name, in their order, without what is said about the block as a whole.
  var members: [(name: String, entry: Entry)] {
    (node.block ?? []).compactMap { member in
      guard let key = member.key, !Self.about.contains(key) else { return nil }
      return (key, child(member.value, key, member.name.line))
    }
  }

  var keys: [String] { (node.block ?? []).compactMap(\.key) }

  var isList: Bool { node.list != nil }

  /// The elements of a list; of a mapping with `value`, those of its value.
  var elements: [Entry] {
    if let value = self["value"] { return value.elements }
    return (node.list ?? []).map { child($0, "[]", $0.line) }
  }

  /// One word or sentence; that of `value` in a mapping.
  var text: String? { node.word ?? self["value"]?.text }

  /// The word, unless it says that nothing is known.
  var word: String? { text.flatMap { ReservedWords.silences.contains($0) ? nil : $0 } }

  var isSilent: Bool { text.map { ReservedWords.silences.contains($0) } ?? false }

  /// One word or a list of them; of `bodies`, `any-of`, `all-of`, `body` or `option` where those stand.
  var words: [String] {
    if let list = node.list {
      return list.compactMap(\.word).filter { !ReservedWords.silences.contains($0) }
    }
    if let word = node.word { return ReservedWords.silences.contains(word) ? [] : [word] }
    for key in Self.wrappers {
      if let inner = self[key] { return inner.words }
    }
    return []
  }

  var flag: Bool? {
    text.flatMap { Self.flags[$0] }
  }

  /// A text in the languages it is given in; nil where it is none.
  func translated(_ original: Language) -> Translated? {
    guard node.block != nil else { return nil }
    var texts: [Language: String] = [:]
    for language in Language.allCases { texts[language] = node[language.rawValue]?.word }
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
