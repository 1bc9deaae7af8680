internal import Kernel

/// Changes to a charter's text at places that its tree names, made from the end so that no place moves.
struct CharterEdits {
  private enum Edit {
    /// A key with its value.
    case remove
    case rename
  }
  private var edits: [(line: Int, column: Int, edit: Edit)] = []
  private let model: String
  private let id: String

  init(model: String, id: String) {
    self.model = model
    self.id = id
  }

  /// Blocks in which a date tells when the model did something.
  private static let dated = [
    "areas", "cross-cutting-topics", "linkage", "bodies", "form", "governing-documents",
  ]
  private static let dates: Set<String> = ["since", "until", "not-after", "follows", "successor"]
  /// Where the model's name can mean something else: a substance, a subject.
  private static let unlike: Set<String> = [
    "substance", "themes", "object", "source", "use", "charter", "model",
  ]
  /// What the model made and whom it employed.
  private static let made: Set<String> = ["deliverables.items", "finance.posts"]

  mutating func collect(_ root: Entry) {
    for (name, block) in root.members where name != "charter" { collect(block, in: name, key: name) }
  }

  private mutating func collect(_ entry: Entry, in block: String, key: String) {
    if let word = entry.node.word {
      if word == model, !Self.unlike.contains(key) {
        edits.append((entry.node.line, entry.node.column, .rename))
      }
      return
    }
    for element in entry.node.list ?? [] {
      if element.word == model, !Self.unlike.contains(key) {
        edits.append((element.line, element.column, .rename))
      }
    }
    if entry.isList {
      for element in entry.elements where element.node.word == nil { collect(element, in: block, key: key) }
    }
    for member in entry.node.block ?? [] {
      guard let word = member.key, let inner = entry[word] else { continue }
      let isDate =
        Self.dates.contains(word) && Self.dated.contains(block) && !isLinkageFollowed(block, word, inner)
      let isEnded = entry.path == "areas" && inner["state"]?.word == "closed"
      if isDate || isEnded || Self.made.contains(inner.path) {
        edits.append((member.name.line, member.name.column, .remove))
      } else {
        // Where something is said about a fact, its value stands for the fact.
        collect(inner, in: block, key: word == "value" ? key : word)
      }
    }
  }

  /// `linkage.follows` names the option in force and is no date.
  private func isLinkageFollowed(_ block: String, _ word: String, _ entry: Entry) -> Bool {
    block == "linkage" && word == "follows"
  }

  func applied(to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    for edit in edits.sorted(by: { ($0.line, $0.column) > ($1.line, $1.column) }) {
      let (row, start) = (edit.line - 1, edit.column - 1)
      guard lines.indices.contains(row), start <= lines[row].count else { continue }
      switch edit.edit {
      case .rename:
        guard lines[row][start...].starts(with: Array(model.unicodeScalars)) else { continue }
        lines[row].replaceSubrange(start..<start + model.unicodeScalars.count, with: Array(id.unicodeScalars))
      case .remove: Self.remove(row, start, &lines)
      }
    }
    return lines.map { line in
      var text = String.UnicodeScalarView()
      text.append(contentsOf: line)
      return String(text)
    }.joined(separator: "\n")
  }

  private static func remove(_ row: Int, _ start: Int, _ lines: inout [[Unicode.Scalar]]) {
    let line = lines[row]
    if line[..<start].allSatisfy({ $0 == " " }) {
      // A key of its own line: with it goes everything that is indented further.
      var end = row + 1
      while end < lines.count, !lines[end].isEmpty, lines[end].prefix(while: { $0 == " " }).count > start {
        end += 1
      }
      lines.removeSubrange(row..<end)
      return
    }
    var (end, depth) = (start, 0)
    var quote: Unicode.Scalar?
    scan: while end < line.count {
      let scalar = line[end]
      if let open = quote {
        if scalar == open { quote = nil }
      } else {
        switch scalar {
        case "\"": quote = scalar
        case "{", "[": depth += 1
        case "}", "]":
          if depth == 0 { break scan }
          depth -= 1
        case ",": if depth == 0 { break scan }
        default: break
        }
      }
      end += 1
    }
    var begin = start
    if end < line.count, line[end] == "," {
      end += 1
      while end < line.count, line[end] == " " { end += 1 }
    } else {
      while begin > 0, line[begin - 1] == " " || line[begin - 1] == "," { begin -= 1 }
    }
    lines[row].removeSubrange(begin..<end)
  }
}
