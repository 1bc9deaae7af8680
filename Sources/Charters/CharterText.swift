internal import Kernel
internal import Yams

/// A charter as text: the limits that hold before anything in it is believed.
enum CharterText {
  static let largest = 1 << 20
  private static let deepest = 40

  /// The tree of the file, or nil with the reason among the findings.
  static func tree(_ bytes: UnsafeBufferPointer<UInt8>, _ findings: Findings) -> CharterNode? {
    guard bytes.count <= largest else {
      findings.fault("too-large", line: 1)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.fault("encoding", line: 1)
      return nil
    }
    guard !bytes.contains(0) else {
      findings.fault("binary", line: 1)
      return nil
    }
    guard refuseTraps(text, findings) else { return nil }
    do {
      guard let node = try Yams.compose(yaml: text), case .mapping = node else {
        findings.fault("empty", line: 1)
        return nil
      }
      return CharterNode(node)
    } catch let error as YamlError {
      report(error, findings)
      return nil
    } catch {
      findings.fault("yaml", ["error": "\(error)"], line: 1)
      return nil
    }
  }

  /// What a small file can use to become a large one, or what looks like an indent and is none.
  private static func refuseTraps(_ text: String, _ findings: Findings) -> Bool {
    var line = 0
    var brackets = 0
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let code = row.utf8
      let indent = code.prefix { $0 == 0x20 }.count
      if code.dropFirst(indent).first == 9 {
        findings.fault("tab", line: line)
        return false
      }
      if indent > 2 * deepest {
        findings.fault("too-deep.indent", ["most": "\(2 * deepest)"], line: line)
        return false
      }
      guard let kind = reference(in: row, &brackets) else { continue }
      if kind == .depth {
        findings.fault("too-deep", ["most": "\(deepest)"], line: line)
      } else {
        findings.fault("alias", line: line)
      }
      return false
    }
    return true
  }

  private enum Trap { case alias, depth }

  /// Looks outside of quotes and comments for an anchor or alias where a value begins.
  private static func reference(in row: Substring, _ brackets: inout Int) -> Trap? {
    var quote: UInt8?
    var before: UInt8 = 0x20
    let code = Array(row.utf8)
    for (index, byte) in code.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else {
        switch byte {
        case 0x22, 0x27:
          if before == 0x20 || before == 0x5B || before == 0x7B || before == 0x2C { quote = byte }
        case 0x23: if before == 0x20 { return nil }
        case 0x5B, 0x7B: brackets += 1
        case 0x5D, 0x7D: brackets = max(0, brackets - 1)
        case 0x26, 0x2A:
          // With a space after it, it is a sign of the text: “4 + 5 * 5”.
          let next = index + 1 < code.count ? code[index + 1] : 0x20
          if next != 0x20, before == 0x20 || before == 0x5B || before == 0x7B { return .alias }
        default: break
        }
        if brackets > deepest { return .depth }
      }
      before = byte
    }
    return nil
  }

  private static func report(_ error: YamlError, _ findings: Findings) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      findings.fault("yaml.line", ["problem": .text(problem)], line: mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.sorted().joined(separator: ", ")
      findings.fault("twice", ["names": .text(names)], line: context.mark.line)
    default: findings.fault("yaml", ["error": "\(error)"], line: 1)
    }
  }
}
