import Charters
import Foundation

/// A charter of the repository, as it stands or with one place changed.
enum ShippedCharter {
  /// - Parameters:
  ///   - name: such as `basel/2010`.
  ///   - old: must stand in the file; a test that changes nothing would show nothing.
  static func reading(_ name: String, replacing old: String = "", with new: String = "") throws
    -> CharterReading
  {
    let text = try text(name, replacing: old, with: new)
    return Charter.read(Array(text.utf8), name: "\(name).yaml")
  }

  static func text(_ name: String, replacing old: String = "", with new: String = "") throws -> String {
    let file = URL(filePath: #filePath).appending(path: "../../../../Charters/\(name).yaml").standardized
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(old.isEmpty || text.contains(old), "\(name) no longer holds: \(old)")
    return old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)
  }

  static func named(_ name: String) throws -> Charter? { try reading(name).charter }
}
