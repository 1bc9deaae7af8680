internal import Kernel

/// One word or text of a charter, with its path. Elements of a list go by their id where they have one; a list of bare
/// words is one leaf, since its words have no names.
struct CharterLeaf: Sendable, Hashable {
  let path: String
  let text: String
  let line: Int

  static func leaves(of root: Entry) -> [CharterLeaf] {
    var leaves: [CharterLeaf] = []
    collect(root, path: "", &leaves)
    return leaves
  }

  /// What an element of a list is called in a path.
  static func name(of element: Entry, _ index: Int) -> String {
    element["id"]?.text ?? element["phase"]?.text ?? element["who"]?.text ?? String(index + 1)
  }

  private static func collect(_ entry: Entry, path: String, _ leaves: inout [CharterLeaf]) {
    if let members = entry.node.block {
      for member in members {
        guard let name = member.key, let inner = entry[name] else { continue }
        // A word and the same word with what it rests on are one fact.
        let isValue = name == "value" && !path.isEmpty
        collect(inner, path: isValue ? path : path.isEmpty ? name : "\(path).\(name)", &leaves)
      }
    } else if let list = entry.node.list {
      if list.allSatisfy({ $0.word != nil }) {
        let text = list.compactMap(\.word).joined(separator: ", ")
        leaves.append(CharterLeaf(path: path, text: text, line: entry.line))
        return
      }
      for (index, element) in entry.elements.enumerated() {
        collect(element, path: "\(path).\(name(of: element, index))", &leaves)
      }
    } else if let text = entry.node.word {
      leaves.append(CharterLeaf(path: path, text: text, line: entry.line))
    }
  }
}
