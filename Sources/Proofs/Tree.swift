public import Kernel

/// Where a tree's hashes come from: a store, or tiles that somebody serves.
public protocol TreeHashes {
  /// Hashes side by side. At level 0 they are leaves; at each level above, one stands for a whole tree over 256 of those below.
  ///
  /// - Parameter places: from the left, from 0.
  /// - Throws: a `Refusal` where they are not to be had.
  func hashes(level: Int, _ places: Range<Int>) throws -> [Fingerprint]
}

/// The tree over the first leaves of a log (RFC 6962, section 2.1). It grows to the right only: what stood in a smaller one
/// stands in every larger one, and a proof of a few hashes shows it.
public struct Tree<Hashes: TreeHashes> {
  /// How many leaves it has.
  public let size: Int
  public let hashes: Hashes

  public init(size: Int, _ hashes: Hashes) {
    self.size = size
    self.hashes = hashes
  }

  public func root() throws -> Fingerprint { size == 0 ? .emptyTree : try root(of: 0..<size) }

  /// That a leaf is in the tree: the hashes beside its way to the root, from below (section 2.1.1).
  public func inclusion(of leaf: Int) throws -> [Fingerprint] {
    guard 0..<size ~= leaf else { throw Refusal("tree.leaf", ["leaf": "\(leaf)", "size": "\(size)"]) }
    var (whole, path) = (0..<size, [Fingerprint]())
    while whole.count > 1 {
      let (left, right) = Self.halves(whole)
      path.append(try root(of: left.contains(leaf) ? right : left))
      whole = left.contains(leaf) ? left : right
    }
    return path.reversed()
  }

  /// That the tree begins with a smaller one (section 2.1.2). Nothing is needed for an empty tree, nor for the same.
  public func consistency(with older: Int) throws -> [Fingerprint] {
    guard 0...size ~= older else { throw Refusal("tree.older", ["older": "\(older)", "size": "\(size)"]) }
    guard older > 0, older < size else { return [] }
    var (whole, path) = (0..<size, [Fingerprint]())
    while whole.upperBound != older {
      let (left, right) = Self.halves(whole)
      let isLeft = older <= left.upperBound
      path.append(try root(of: isLeft ? right : left))
      whole = isLeft ? left : right
    }
    // Who has the smaller tree has its root already, where that is a node of the larger.
    if whole.lowerBound > 0 { path.append(try root(of: whole)) }
    return path.reversed()
  }

  /// The largest power of two of leaves that is smaller than the whole, and the rest.
  private static func halves(_ whole: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
    let middle = whole.lowerBound + 1 << (Int.bitWidth - 1 - (whole.count - 1).leadingZeroBitCount)
    return (whole.lowerBound..<middle, middle..<whole.upperBound)
  }

  private func root(of leaves: Range<Int>) throws -> Fingerprint {
    guard leaves.count & (leaves.count - 1) == 0 else {
      let (left, right) = Self.halves(leaves)
      return .node(try root(of: left), try root(of: right))
    }
    // A whole tree stands in one tile: over so many hashes of the highest level that is not above it.
    let height = leaves.count.trailingZeroBitCount
    let level = height / Tile.height
    let width = 1 << (height % Tile.height)
    let first = leaves.lowerBound >> (level * Tile.height)
    let found = try hashes.hashes(level: level, first..<first + width)
    guard found.count == width else {
      throw Refusal("tree.hashes", ["level": "\(level)", "place": "\(first)"])
    }
    return .whole(found[...])
  }
}

extension Tree: Sendable where Hashes: Sendable {}
