import Kernel
import Proofs
import Testing

/// Hashes that are held in memory: every level made from the one below.
struct HeldHashes: TreeHashes, Sendable {
  var leaves: [Fingerprint]

  func hashes(level: Int, _ places: Range<Int>) -> [Fingerprint] {
    guard level > 0 else { return Array(leaves[places]) }
    return places.map { place in
      var row = hashes(level: level - 1, place * Tile.width..<(place + 1) * Tile.width)
      while row.count > 1 { row = stride(from: 0, to: row.count, by: 2).map { .node(row[$0], row[$0 + 1]) } }
      return row[0]
    }
  }
}

@Suite struct TreeTests {
  /// The leaves and roots by which programs of Certificate Transparency check themselves.
  private static let known: [(leaf: [UInt8], root: String)] = [
    ([], "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ([0x00], "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ([0x10], "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ([0x20, 0x21], "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ([0x30, 0x31], "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ([0x40, 0x41, 0x42, 0x43], "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    (Array(0x50...0x57), "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    (Array(0x60...0x6F), "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
  ]

  private static func tree(_ size: Int) -> Tree<HeldHashes> {
    Tree(size: size, HeldHashes(leaves: (0..<size).map { .leaf(Array("act \($0)".utf8)) }))
  }

  /// The definition of RFC 6962, section 2.1, and nothing else.
  private static func slowRoot(_ leaves: ArraySlice<Fingerprint>) -> Fingerprint {
    guard leaves.count > 1 else { return leaves.first ?? .emptyTree }
    var half = 1
    while 2 * half < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return .node(slowRoot(leaves[..<middle]), slowRoot(leaves[middle...]))
  }

  @Test func rootsAreThoseOfOtherPrograms() throws {
    let leaves = Self.known.map { Fingerprint.leaf($0.leaf) }
    for (index, known) in Self.known.enumerated() {
      let root = try Tree(size: index + 1, HeldHashes(leaves: leaves)).root()
      #expect(root.hexadecimal == known.root)
    }
    #expect(
      try Tree(size: 0, HeldHashes(leaves: [])).root().hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(arguments: [255, 256, 257, 511, 512, 700, 1025]) func aTreeOfTilesIsTheTreeAsDefined(size: Int) throws
  {
    let tree = Self.tree(size)
    #expect(try tree.root() == Self.slowRoot(tree.hashes.leaves[...]))
  }

  @Test func everyLeafIsShownToBeInItsTreeAndNoOther() throws {
    for size in 1...70 {
      let (tree, root) = (Self.tree(size), try Self.tree(size).root())
      for place in 0..<size {
        let path = try tree.inclusion(of: place)
        let leaf = tree.hashes.leaves[place]
        #expect(TreeCheck.root(of: leaf, at: place, in: size, path) == root)
        #expect(TreeCheck.root(of: .leaf([1]), at: place, in: size, path) != root)
        if size > 1 { #expect(TreeCheck.root(of: leaf, at: (place + 1) % size, in: size, path) != root) }
        #expect(TreeCheck.root(of: leaf, at: place, in: size, path + [leaf]) != root)
        #expect(path.isEmpty || TreeCheck.root(of: leaf, at: place, in: size, Array(path.dropLast())) != root)
      }
    }
  }

  @Test func everyTreeIsShownToBeginWithTheSmallerOnes() throws {
    let roots = try (0...70).map { try Self.tree($0).root() }
    for size in 0...70 {
      for older in 0...size {
        let proof = try Self.tree(size).consistency(with: older)
        #expect(TreeCheck.isConsistent((older, roots[older]), with: (size, roots[size]), proof))
        // Another history of the same length, before or after.
        #expect(!TreeCheck.isConsistent((older, .leaf([2])), with: (size, roots[size]), proof))
        if older > 0 {
          #expect(!TreeCheck.isConsistent((older, roots[older]), with: (size, .leaf([3])), proof))
        }
        for place in proof.indices {
          var spoilt = proof
          spoilt[place] = .leaf([4])
          #expect(!TreeCheck.isConsistent((older, roots[older]), with: (size, roots[size]), spoilt))
        }
        #expect(
          !TreeCheck.isConsistent((older, roots[older]), with: (size, roots[size]), proof + [.leaf([5])]))
      }
    }
  }

  @Test func whatIsNotInATreeIsRefused() {
    #expect(throws: Refusal("tree.leaf", ["leaf": "5", "size": "5"])) { try Self.tree(5).inclusion(of: 5) }
    #expect(throws: Refusal("tree.leaf", ["leaf": "-1", "size": "5"])) { try Self.tree(5).inclusion(of: -1) }
    #expect(throws: Refusal("tree.older", ["older": "6", "size": "5"])) {
      try Self.tree(5).consistency(with: 6)
    }
    #expect(TreeCheck.root(of: .leaf([1]), at: 0, in: 0, []) == nil)
    #expect(TreeCheck.root(of: .leaf([1]), at: .max, in: .max, []) == nil)
    #expect(!TreeCheck.isConsistent((-1, .emptyTree), with: (0, .emptyTree), []))
  }
}
