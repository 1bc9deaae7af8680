internal import Kernel

/// From the tree of a file to its places.
struct OutlineReader {
  let root: Entry
  let original: Language

  init(_ root: Entry) {
    self.root = root
    original = root["languages"]?["original"]?.text.flatMap(Language.init) ?? .en
  }

  var places: [CharterPlace] { members(of: root, path: "", pattern: "", isWaiting: false) }

  private func place(
    _ entry: Entry, _ name: String, path: String, pattern: String, key: CharterKey?, isWaiting: Bool
  ) -> CharterPlace {
    let isWaiting = isWaiting || key?.reader == .nothing
    let declared = CharterGrammar.blocks[pattern] ?? []
    let wrapper = wrapper(entry, key, declared)
    let inner = wrapper.flatMap { entry[$0] } ?? entry
    let value = value(inner, isAnyOf: wrapper == "any-of")
    var members =
      value == nil || entry.node.block != nil
      ? self.members(of: entry, path: path, pattern: pattern, isWaiting: isWaiting) : []
    if let wrapper, value != nil { members.removeAll { $0.name == wrapper } }
    // A list of blocks may stand inside what is said about it as a whole.
    if entry.node.block != nil, value == nil, let list = inner.node.list, !list.isEmpty {
      members += elements(of: inner, path: path, pattern: pattern, isWaiting: isWaiting)
    }
    var ground = entry.ground
    // Where a value stands below its key, it is there that a reader finds it.
    if wrapper == "value", value != nil { ground.line = inner.line }
    return CharterPlace(
      name: name, path: path, pattern: pattern, key: key, value: value,
      meaning: entry["meaning"]?.translated(original), members: members, ground: ground,
      isWaiting: isWaiting, inner: wrapper.flatMap { $0 == "value" ? nil : "\(path).\($0)" })
  }

  /// The key around a value that only holds it. `value` does so everywhere, the others where words are meant.
  private func wrapper(_ entry: Entry, _ key: CharterKey?, _ declared: Set<String>) -> String? {
    guard entry.node.block != nil else { return nil }
    let holdsWords = if case .words? = key?.shape { true } else { false }
    return (holdsWords ? Entry.wrappers : ["value"]).first {
      !declared.contains($0) && entry.node[$0] != nil
    }
  }

  private func value(_ entry: Entry, isAnyOf: Bool) -> CharterPlace.Value? {
    if let word = entry.node.word { return .words([word]) }
    if let list = entry.node.list {
      guard list.allSatisfy({ $0.word != nil }) else { return nil }
      let words = list.compactMap(\.word)
      return isAnyOf ? .anyOf(words) : .words(words)
    }
    let isText = Language.allCases.contains { entry.node[$0.rawValue]?.word != nil }
    return isText ? entry.translated(original).map { .text($0) } : nil
  }

  private func members(of entry: Entry, path: String, pattern: String, isWaiting: Bool) -> [CharterPlace] {
    if entry.isList { return elements(of: entry, path: path, pattern: pattern, isWaiting: isWaiting) }
    let declared = CharterGrammar.blocks[pattern] ?? []
    var places: [CharterPlace] = []
    for name in entry.keys where declared.contains(name) || !Self.about.contains(name) {
      guard let member = entry[name] else { continue }
      let path = path.isEmpty ? name : "\(path).\(name)"
      if name == "also", !declared.contains(name) {
        places += others(member, path: path, pattern: pattern, isWaiting: isWaiting)
        continue
      }
      // Since when holds for the block, also where its other keys are names.
      let isGeneral = CharterGrammar.everywhere.contains(name) && !declared.contains(name)
      let inner =
        isGeneral
        ? (pattern.isEmpty ? name : "\(pattern).\(name)") : CharterGrammar.child(pattern, name)
      places.append(
        place(
          member, name, path: path, pattern: inner, key: CharterKey.byPath[inner], isWaiting: isWaiting))
    }
    return places
  }

  private func elements(of entry: Entry, path: String, pattern: String, isWaiting: Bool) -> [CharterPlace] {
    entry.elements.enumerated().map { index, element in
      let name = CharterLeaf.name(of: element, index)
      return place(
        element, name, path: "\(path).\(name)", pattern: "\(pattern).[]",
        key: CharterKey.byPath["\(pattern).[]"], isWaiting: isWaiting)
    }
  }

  /// Values of the same key that other sources give.
  private func others(_ entry: Entry, path: String, pattern: String, isWaiting: Bool) -> [CharterPlace] {
    let elements = entry.isList ? entry.elements : [entry]
    return elements.enumerated().map { index, element in
      place(
        element, "also", path: "\(path).\(index + 1)", pattern: pattern, key: CharterKey.byPath[pattern],
        isWaiting: isWaiting)
    }
  }

  /// What says how sure a thing is or where it comes from, and the words of its texts, is part of the thing.
  private static let about: Set<String> = Set(
    ["value", "source", "qualifier", "basis", "strict", "meaning"] + Language.allCases.map(\.rawValue))
}
