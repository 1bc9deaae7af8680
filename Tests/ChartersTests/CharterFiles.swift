import Charters
import Foundation

/// The charters of the repository, as the tests read and spoil them.
enum CharterFiles {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ edition: String) throws -> String {
    try String(contentsOf: root.appending(path: "Charters/gmp/\(edition).yaml"), encoding: .utf8)
  }

  static func read(_ text: String) -> CharterReading { Charter.read(Array(text.utf8), name: "2010.yaml") }

  static func sources() throws -> Set<String> {
    let file = try String(contentsOf: root.appending(path: "Data/gmp/sources.csv"), encoding: .utf8)
    return Set(file.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) })
  }

  /// The line (counted from 1) on which a text first stands.
  static func line(of text: String, in file: String) -> Int {
    var line = 1
    for row in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if row.contains(text) { return line }
      line += 1
    }
    return 0
  }
}
