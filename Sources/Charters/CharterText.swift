internal import Kernel
internal import Yams

/// A charter as text: the limits that hold before anything in it is believed.
enum CharterText {
  static let largest = 1 << 20

  /// The tree of the file, or nil with the reason among the findings.
  static func tree(_ bytes: UnsafeBufferPointer<UInt8>, _ findings: Findings) -> CharterNode? {
    guard bytes.count <= largest else {
      findings.fault("too-large", line: 1)
      return nil
    }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = isMarked ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.fault("encoding", line: 1)
      return nil
    }
    guard !bytes.contains(0) else {
      findings.fault("binary", line: 1)
      return nil
    }
    if let hidden = text.faults.first {
      findings.fault(code: hidden.code, hidden.phrase, line: 1)
      return nil
    }
    guard CharterTraps.areAbsent(from: text, findings) else { return nil }
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

  static func report(_ error: YamlError, _ findings: Findings) {
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
