import Acting
@testable import App
import Charters
import Foundation
import Testing

/// A capability says all it brings: a stranger who looks for what takes up a part of a charter finds one place.
@Suite struct CapabilityTests {
  /// What is about the edition itself, or about its own telling, and belongs to the language.
  private static let ofTheLanguage: Set = [
    "charter", "edition", "in-force", "languages", "language", "name", "status", "replaces", "model",
    "seen-on",
    "visibility", "confidentiality", "log-every-change", "lessons", "figures", "notes", "models",
    // Other programs of the field are described by these; a mechanism that takes them up will say so.
    "certification", "trade",
  ]

  @Test func everyBlockOfACharterIsTakenUpByOne() {
    let blocks = Set(CharterKey.all.map { String($0.path.prefix { $0 != "." }) })
    let taken = Capabilities.all.flatMap(\.charter)
    #expect(Set(taken).count == taken.count)
    #expect(blocks.subtracting(taken).subtracting(Self.ofTheLanguage) == [])
    #expect(Set(taken).union(Self.ofTheLanguage).subtracting(blocks) == [])
    #expect(Set(taken).isDisjoint(with: Self.ofTheLanguage))
  }

  @Test func everyCapabilityHasItsFolderInTheCodeAndThePortalAndItsWords() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    func isThere(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }
    for capability in Capabilities.all {
      let folder = capability.name.capitalized
      #expect(isThere("Sources/\(folder)/\(folder)Capability.swift"))
      #expect(isThere("Sources/Portal/\(folder)/\(folder)Pages.swift"))
      for language in ["en", "fr"] { #expect(isThere("Words/\(language)/\(capability.name).json")) }
    }
  }
}
