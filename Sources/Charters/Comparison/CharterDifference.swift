/// One fact that two editions of a charter do not share.
public struct CharterDifference: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable { case added, removed, changed }
  public let kind: Kind
  /// Where it stands: `bodies.cop.rule`. A block that is new or gone as a whole is one difference, with its own path.
  public let path: String
  /// What the first edition says; nil where it says nothing.
  public let before: String?
  public let after: String?
  /// Lines in the two files, counted from 1.
  public let lineBefore: Int?
  public let lineAfter: Int?
  /// How many single facts it stands for.
  public let facts: Int

  /// The line to look at: in the second file, or in the first where the second has none.
  public var line: Int { lineAfter ?? lineBefore ?? 0 }
}

extension CharterDifference {
  /// What changed from one edition to the other, in the order of the second file, what is gone at the end.
  public static func between(_ before: ComparedCharter, _ after: ComparedCharter) -> [CharterDifference] {
    let old = Leaves(before.leaves)
    let new = Leaves(after.leaves)
    var found: [CharterDifference] = []
    for leaf in after.leaves {
      guard let was = old.at[leaf.path] else { continue }
      if was.text != leaf.text {
        found.append(
          CharterDifference(
            kind: .changed, path: leaf.path, before: was.text, after: leaf.text, lineBefore: was.line,
            lineAfter: leaf.line, facts: 1))
      }
    }
    let added = new.blocks(missingFrom: old).map { path, leaves in
      CharterDifference(
        kind: .added, path: path, before: nil, after: leaves.count == 1 ? leaves[0].text : nil,
        lineBefore: nil, lineAfter: leaves.map(\.line).min(), facts: leaves.count)
    }
    let removed = old.blocks(missingFrom: new).map { path, leaves in
      CharterDifference(
        kind: .removed, path: path, before: leaves.count == 1 ? leaves[0].text : nil, after: nil,
        lineBefore: leaves.map(\.line).min(), lineAfter: nil, facts: leaves.count)
    }
    return (found + added).sorted { ($0.lineAfter ?? 0, $0.path) < ($1.lineAfter ?? 0, $1.path) } + removed
  }

  private struct Leaves {
    let list: [CharterLeaf]
    let at: [String: CharterLeaf]
    /// Every path that leads to a leaf.
    let prefixes: Set<String>

    init(_ leaves: [CharterLeaf]) {
      list = leaves
      at = Dictionary(leaves.map { ($0.path, $0) }) { first, _ in first }
      prefixes = Set(leaves.flatMap { CharterDifference.steps(of: $0.path) })
    }

    /// Leaves that the other has not, under the highest path that the other has nothing of; in the file's order.
    func blocks(missingFrom other: Leaves) -> [(path: String, leaves: [CharterLeaf])] {
      var order: [String] = []
      var groups: [String: [CharterLeaf]] = [:]
      for leaf in list where other.at[leaf.path] == nil {
        let top = CharterDifference.steps(of: leaf.path).first { !other.prefixes.contains($0) } ?? leaf.path
        if groups[top] == nil { order.append(top) }
        groups[top, default: []].append(leaf)
      }
      return order.map { ($0, groups[$0] ?? []) }
    }
  }

  /// `a`, `a.b`, `a.b.c` of `a.b.c`.
  private static func steps(of path: String) -> [String] {
    var steps: [String] = []
    for part in path.split(separator: ".") {
      steps.append(steps.last.map { "\($0).\(part)" } ?? String(part))
    }
    return steps
  }
}
