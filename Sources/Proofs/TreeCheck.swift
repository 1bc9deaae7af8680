public import Kernel

/// What a proof shows to someone who has nothing but roots: RFC 9162, sections 2.1.3.2 and 2.1.4.2.
public enum TreeCheck {
  /// The root that a leaf and the hashes beside its way lead to; nil where there are too many or too few of them.
  public static func root(of leaf: Fingerprint, at place: Int, in size: Int, _ path: [Fingerprint])
    -> Fingerprint?
  {
    guard place >= 0, place < size else { return nil }
    var (node, last, root) = (place, size - 1, leaf)
    for hash in path {
      guard last > 0 else { return nil }
      if node & 1 == 1 || node == last {
        root = .node(hash, root)
        while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        root = .node(root, hash)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    return last == 0 ? root : nil
  }

  /// Whether a tree begins with an older one.
  public static func isConsistent(
    _ older: (size: Int, root: Fingerprint), with newer: (size: Int, root: Fingerprint),
    _ proof: [Fingerprint]
  ) -> Bool {
    guard older.size >= 0, older.size <= newer.size else { return false }
    if older.size == newer.size { return proof.isEmpty && older.root == newer.root }
    if older.size == 0 { return proof.isEmpty && older.root == .emptyTree }
    var path = proof[...]
    // The older root is a node of the newer tree where its size is a power of two; then the proof leaves it out.
    if older.size & (older.size - 1) == 0 { path = [older.root] + path }
    guard let first = path.popFirst() else { return false }
    var (node, last) = (older.size - 1, newer.size - 1)
    while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
    var (old, new) = (first, first)
    for hash in path {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        (old, new) = (.node(hash, old), .node(hash, new))
        while node & 1 == 0, node != 0 { (node, last) = (node >> 1, last >> 1) }
      } else {
        new = .node(new, hash)
      }
      (node, last) = (node >> 1, last >> 1)
    }
    return last == 0 && old == older.root && new == newer.root
  }
}
