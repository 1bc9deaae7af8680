public import Kernel
public import Store

/// Whole tiles' hashes as they were made once: for each of 256 acts, and for each of 256 of those. Everything else of the tree
/// follows from the acts themselves.
public enum KeptTree {
  public static let table = SideTable(
    "tree_hash", inBackup: .leftOut, onRebuild: .madeAnew(by: "tree"), onErasure: .holdsNobody,
    Migration(
      .create(
        [SideColumn("level", .integer), SideColumn("place", .integer), SideColumn("hash", .blob)],
        key: ["level", "place"])))

  /// Makes hashes of what has become whole.
  public static let follower = Follower("tree", from: .firstAct, batch: 10_000) { acts, database in
    // Most acts end no tile, and a write for nothing would be in the way of the next.
    guard acts.contains(where: { $0.seq % Tile.width == 0 }) else { return }
    while try await database.write({ try $0.growTree(by: 200) }) {}
  }
}

/// The tree over a store's acts.
public struct ActHashes: TreeHashes {
  let connection: any Connection

  public init(_ connection: any Connection) { self.connection = connection }

  public func hashes(level: Int, _ places: Range<Int>) throws -> [Fingerprint] {
    guard level > 0 else { return try leaves(places) }
    var found: [Fingerprint] = []
    found.reserveCapacity(places.count)
    let (from, end) = (places.lowerBound, places.upperBound)
    try connection.forEach(
      "SELECT place, hash FROM tree_hash WHERE level = \(level) AND place >= \(from) AND place < \(end) ORDER BY place"
    ) { row in
      // A gap is no matter: what follows it is made like what is missing.
      guard try row.integer() == from + found.count else { return }
      found.append(try row.withBlob { try Fingerprint($0) })
    }
    for place in from + found.count..<end {
      found.append(try whole(level: level, place))
    }
    return found
  }

  /// The hash of a whole tile of the level below.
  func whole(level: Int, _ place: Int) throws -> Fingerprint {
    let below = try hashes(level: level - 1, place * Tile.width..<(place + 1) * Tile.width)
    guard below.count == Tile.width else {
      throw Refusal("tree.hashes", ["level": "\(level)", "place": "\(place)"])
    }
    return .whole(below[...])
  }

  private func leaves(_ places: Range<Int>) throws -> [Fingerprint] {
    var json = JSONWriter(capacity: 100)
    return try actHashes(places).map { seq, hash in
      json.clear()
      LogEntry.write(seq: seq, hash, to: &json)
      return .leaf(json.bytes)
    }
  }

  /// The numbers and hashes of the acts that the leaves stand for.
  func actHashes(_ places: Range<Int>) throws -> [(seq: Int, hash: Fingerprint)] {
    try connection.rows(
      "SELECT seq, hash FROM act WHERE seq > \(places.lowerBound) AND seq <= \(places.upperBound) ORDER BY seq"
    ) { (seq: try $0.integer(), hash: try $0.withBlob { try Fingerprint($0) }) }
  }
}

extension Connection {
  /// The tree over all acts so far.
  public func tree() throws -> Tree<ActHashes> { try tree(of: journalHead().seq) }

  public func tree(of size: Int) -> Tree<ActHashes> { Tree(size: size, ActHashes(self)) }

  /// Keeps the hashes of tiles that are whole and were not kept, from the left.
  ///
  /// - Parameter most: how many tiles of acts are looked at.
  /// - Returns: whether there may be more.
  public func growTree(by most: Int) throws -> Bool {
    let hashes = ActHashes(self)
    let whole = try journalHead().seq / Tile.width
    let first = try kept(at: 1)
    let end = min(whole, first + most)
    guard first < end else { return false }
    for place in first..<end {
      var (level, place) = (1, place)
      try keep(try hashes.whole(level: level, place), level, place)
      // The last of 256 makes one above whole.
      while place % Tile.width == Tile.width - 1 {
        (level, place) = (level + 1, place / Tile.width)
        try keep(try hashes.whole(level: level, place), level, place)
      }
    }
    return end < whole
  }

  /// How many hashes of a level are kept.
  private func kept(at level: Int) throws -> Int {
    try value("SELECT coalesce(max(place) + 1, 0) FROM tree_hash WHERE level = \(level)", as: Int.self) ?? 0
  }

  private func keep(_ hash: Fingerprint, _ level: Int, _ place: Int) throws {
    let insert = try statement(
      """
      INSERT INTO tree_hash (level, place, hash)
      VALUES (\(dialect.placeholder(1)), \(dialect.placeholder(2)), \(dialect.placeholder(3)))
      """)
    insert.bind(level)
    insert.bind(place)
    hash.withBytes { insert.bind(blob: $0) }
    try insert.run()
  }

  /// The first kept hash that does not follow from the acts; nil where all do.
  ///
  /// Acts that were changed behind it would else be signed for by a hash that no longer speaks of them.
  public func treeAmiss(progress: (Int) -> Void = { _ in }) throws -> (level: Int, place: Int)? {
    let hashes = ActHashes(self)
    let kept = try rows("SELECT level, place, hash FROM tree_hash ORDER BY level, place") {
      (level: try $0.integer(), place: try $0.integer(), hash: try $0.withBlob { try Fingerprint($0) })
    }
    let size = try journalHead().seq
    for (number, row) in kept.enumerated() {
      let isThere = row.level > 0 && row.place >= 0 && (row.place + 1) << (row.level * Tile.height) <= size
      // Those below were compared before.
      guard isThere, try hashes.whole(level: row.level, row.place) == row.hash else {
        return (row.level, row.place)
      }
      progress(number * Tile.width)
    }
    return nil
  }
}
