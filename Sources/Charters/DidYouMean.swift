/// What someone who wrote an unknown word may have meant.
enum DidYouMean {
  /// The known word that a slip of two letters could have meant, or of a quarter of a long word.
  static func nearest(_ word: String, _ known: some Sequence<String>) -> String? {
    let best = known.map { (distance(Array(word.utf8), Array($0.utf8)), $0) }.min { $0 < $1 }
    return best.flatMap { $0.0 <= max(2, word.utf8.count / 4) ? $0.1 : nil }
  }

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let cost = left == right ? diagonal : diagonal + 1
        diagonal = row[j + 1]
        row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
