/// The text of a charter in its top-level blocks, each with the comments that stand before it.
struct CharterBlocks {
  private struct Block {
    let key: String
    var comments: [Substring]
    var lines: [Substring]
  }
  /// What stands before the first block.
  var head: [String] = []
  private var blocks: [Block] = []

  init(of text: String) {
    var waiting: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isRemark = line.isEmpty || line.hasPrefix("#")
      if let first = line.utf8.first, 97...122 ~= first, let colon = line.firstIndex(of: ":") {
        blocks.append(Block(key: String(line[..<colon]), comments: waiting, lines: [line]))
        waiting = []
      } else if isRemark || blocks.isEmpty {
        waiting.append(line)
      } else {
        // A remark inside of a block stays in it.
        blocks[blocks.count - 1].lines += waiting + [line]
        waiting = []
      }
    }
    // The model's own head is about the model.
    if !blocks.isEmpty { blocks[0].comments = [] }
  }

  func text(of key: String) -> String {
    blocks.first { $0.key == key }?.lines.joined(separator: "\n") ?? ""
  }

  /// - Parameter place: the block that it stands after, where the text has none of that name.
  mutating func replace(_ key: String, with text: String, after place: String? = nil) {
    let lines = text.split(separator: "\n")
    if let index = blocks.firstIndex(where: { $0.key == key }) {
      blocks[index].lines = lines
    } else {
      let index = blocks.firstIndex { $0.key == place }.map { $0 + 1 } ?? blocks.count
      blocks.insert(Block(key: key, comments: [], lines: lines), at: index)
    }
  }

  mutating func remove(_ key: String) { blocks.removeAll { $0.key == key } }

  var text: String {
    (head + blocks.flatMap { ($0.comments + $0.lines).map(String.init) }).joined(separator: "\n") + "\n"
  }
}
