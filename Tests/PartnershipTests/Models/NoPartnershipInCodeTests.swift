import App
import Foundation
import Testing

/// A partnership is its charter: no source names one, so that any other runs the same.
@Suite struct NoPartnershipInCodeTests {
  @Test func r162_noSourceNamesAPartnershipOrItsBodies() throws {
    // The name that `entente init` takes where none is given, and examples in help, are for people.
    let allowed: Set<String> = ["Sources/entente/Init.swift"]
    let words = CharterShelf.names + ["advisory-group", "unep-ed", "inc", "minamata"]
    let folder = Founded.root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      read += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      let path = "Sources" + file.standardized.path.dropFirst(folder.path.count)
      for word in words where !allowed.contains(path) {
        #expect(!text.contains("\"\(word)\""), "\(path) names \(word)")
        #expect(!text.contains("'\(word)'"), "\(path) names \(word) in a query")
      }
    }
    #expect(read > 150)
  }
}
