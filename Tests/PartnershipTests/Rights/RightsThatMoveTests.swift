import Acting
@testable import App
import Charters
import Foundation
import Governance
import Kernel
import Store
import Telling
import Testing

/// An amendment of the charter, or a switch of the option in force, says who may do what otherwise.
@Suite struct RightsThatMoveTests {
  /// The charter of 2020 that names nobody for the agreement and for areas: then those who amend it under the option in
  /// force decide on both.
  private static let silent: String = {
    var text = NoteCharter.text("2020").replacing(#"edition: "2020""#, with: #"edition: "2027""#)
    for subject in ["framework", "structure", "area-scope", "new-area"] {
      text = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix("    \(subject):") || !$0.contains("bodies: [advisory-group]") }
        .joined(separator: "\n")
    }
    return text
  }()

  private static func charter(_ text: String) throws -> Charter {
    let reading = Charter.read(Array(text.utf8), name: "2027.yaml", sources: CharterShelf.sources)
    return try #require(reading.charter, "\(reading.faults)")
  }

  private static func changes(from before: Charter, to after: Charter) async throws -> [RightsChange] {
    try await RightsStore.with { connection in
      let occasion = Occasion(Intent("", by: "ana", as: .secretariat), before, connection)
      return try Capabilities.verbs.changes(from: before, to: after, occasion)
    }
  }

  private static func adopting(_ changes: [RightsChange]) throws -> (before: Set<Holder>, after: Set<Holder>)
  {
    let change = try #require(changes.first { $0.kind == CharterEdition.kind && $0.verb == "adopt" })
    return (Set(change.before.all), Set(change.after.all))
  }

  @Test func aSwitchOfTheOptionHandsTheAgreementOver() async throws {
    let charter = try Self.charter(Self.silent)
    let changes = try await Self.changes(from: charter, to: charter.following("formal-link"))
    let (before, after) = try Self.adopting(changes)
    // The secretariat puts on record what the bodies decide.
    #expect(before == [.secretariat, .member(of: "advisory-group")])
    #expect(after.contains(.member(of: "cop")))
    #expect(after.contains(.member(of: "advisory-group")))
    // What the charter names somebody for by itself stays, whatever the option.
    #expect(!changes.contains { $0.verb == "admit" })
    try await #expect(Self.changes(from: charter, to: charter.following(charter.linkage.option ?? "")) == [])
  }

  @Test func anAmendmentHandsItToWhomItNames() async throws {
    let before = try Self.charter(NoteCharter.text("2020"))
    let after = try Self.charter(
      NoteCharter.text("2020").replacing(#"edition: "2020""#, with: #"edition: "2027""#)
        .replacing("framework:         {bodies: [advisory-group]", with: "framework:         {bodies: [unea]")
    )
    let (was, isNow) = try Self.adopting(try await Self.changes(from: before, to: after))
    #expect(was == [.secretariat, .member(of: "advisory-group")])
    #expect(isNow.contains(.member(of: "unea")))
  }

  @Test func theLookBeforeASwitchTellsIt() async throws {
    let (json, english, french) = try await FoundedPartnership.with { partnership in
      let path = partnership.address.description + ".yaml"
      try Self.silent.write(toFile: path, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
      _ = try await partnership.adopt(
        path, since: When(2027), decision: decision, Intent("adopt", by: "ana", as: .secretariat))
      func look(_ form: SwitchStudy.Form, _ language: Language) async throws -> String {
        String(
          decoding: try await partnership.previewSwitch(
            to: "1", adding: [], since: Day(2027, 6, 1), form: form, language: language), as: UTF8.self)
      }
      return (try await look(.json, .en), try await look(.table, .en), try await look(.table, .fr))
    }
    let members = try JSONReader.members(of: json)
    let rights = try #require(members.first { $0.name == "rights" }?.text)
    #expect(rights.contains(#""kind":"charter-edition","verb":"adopt""#))
    #expect(rights.contains("a member of cop"))
    #expect(english.contains("Rights that change hands"))
    #expect(french.contains("Droits qui changent de mains"))
  }
}
