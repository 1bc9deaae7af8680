internal import Yams

/// A place in a charter's file: a word or text, a list, or a block of named members.
///
/// A class that never changes, because reader and checks go over the same tree a dozen times and hand its places on.
/// What comes from the YAML library looks its keys up anew each time and copies what it finds.
final class CharterNode: Sendable {
  enum Content: Sendable {
    case word(String)
    case list([CharterNode])
    case block([Member])
  }
  struct Member: Sendable {
    let name: CharterNode
    let value: CharterNode
    /// The key; nil where it is no word.
    let key: String?
  }
  let content: Content
  /// From 1; a column counts the characters before it, and itself.
  let line: Int
  let column: Int
  /// Whether the library reads it as yes or no, though it stands where a word is meant.
  let isTruthValue: Bool

  /// - Parameter outer: the line of the block around it, for what knows no place of its own.
  init(_ node: Node, outer: Int = 1) {
    line = node.mark?.line ?? outer
    column = node.mark?.column ?? 1
    switch node {
    case .scalar(let scalar):
      content = .word(scalar.string)
      isTruthValue = scalar.style == .plain && Self.truthValues.contains(scalar.string.lowercased())
    case .sequence(let sequence):
      let line = line
      content = .list(sequence.map { CharterNode($0, outer: line) })
      isTruthValue = false
    case .mapping(let mapping):
      let line = line
      content = .block(
        mapping.map { name, value in
          let name = CharterNode(name, outer: value.mark?.line ?? line)
          return Member(name: name, value: CharterNode(value, outer: name.line), key: name.word)
        })
      isTruthValue = false
    case .alias:
      // Refused before: see `CharterText`.
      content = .word("")
      isTruthValue = false
    }
  }

  private static let truthValues: Set<String> = ["yes", "no", "true", "false", "on", "off"]

  var word: String? {
    guard case .word(let word) = content else { return nil }
    return word
  }

  /// The elements of a list.
  var list: [CharterNode]? {
    guard case .list(let list) = content else { return nil }
    return list
  }

  /// The members of a block.
  var block: [Member]? {
    guard case .block(let block) = content else { return nil }
    return block
  }

  func member(_ key: String) -> Member? { block?.first { $0.key == key } }

  subscript(_ key: String) -> CharterNode? { member(key)?.value }
}
