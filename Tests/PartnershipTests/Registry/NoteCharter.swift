import Charters
import Foundation

/// The mercury charter of the repository, as it stands or with one place changed.
enum NoteCharter {
  static func text(_ edition: String) -> String {
    let file = URL(filePath: #filePath).appending(path: "../../../../Charters/gmp/\(edition).yaml")
      .standardized
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// - Parameter old: must stand in the file; a test that changes nothing would show nothing.
  static func reading(_ edition: String, replacing old: String = "", with new: String = "") -> CharterReading
  {
    let text = text(edition)
    precondition(old.isEmpty || text.contains(old), "the charter no longer holds: \(old)")
    return Charter.read(
      Array((old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)).utf8),
      name: "\(edition).yaml")
  }
}
