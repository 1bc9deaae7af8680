import Acting
@testable import App
import Foundation
import Kernel
@testable import Registry
import Store
import Testing

/// What not everyone may see is taken out for good: from the record, from its acts, and from the file.
@Suite struct ErasureTests {
  private static let officer = Intent("erase", by: "officer", as: .secretariat, basis: "order 7")

  private static func holds(_ partnership: App.Partnership, _ text: String) -> Bool {
    ["", "-wal"].contains { end in
      FileManager.default.contents(atPath: "\(partnership.address)\(end)")?.range(of: Data(text.utf8)) != nil
    }
  }

  private static func acts(_ kind: String, _ id: String, _ partnership: App.Partnership) async throws -> [Act]
  {
    try await partnership.database.read { try $0.history(kind: kind, record: id) }
  }

  @Test func aNoteIsErasedFromEveryActThatHeldIt() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        var partner = try PartnerRequirements.partner("acme")
        for (version, note) in ["An early secret", "A later secret"].enumerated() {
          partner.confidentialNote = note
          try journal.append(partner, Self.officer, after: version == 0 ? nil : version)
        }
      }
      #expect(Self.holds(partnership, "An early secret") && Self.holds(partnership, "A later secret"))
      let preview = Preview()
      _ = try await partnership.act(
        "erase", of: Partner.self, on: "acme", giving: .nothing, Self.officer, preview: preview)
      #expect(preview.moved.effects.map(\.record) == ["acme"] && Self.holds(partnership, "A later secret"))
      let made = try await partnership.act(
        "erase", of: Partner.self, on: "acme", giving: .nothing, Self.officer
      ).made
      #expect(made.version == 3)
      #expect(!Self.holds(partnership, "An early secret") && !Self.holds(partnership, "A later secret"))
      let partner = try #require(try await partnership.database.read { try $0.one(Partner.ID("acme")) })
      #expect(partner.confidentialNote == nil && !partner.contribution.isEmpty)
      #expect(try await Self.acts("partner", "acme", partnership).map(\.isErased) == [true, true, false])
      let findings = try await partnership.examine { _, _ in }
      #expect(findings.filter { !$0.isGood }.map(\.phrase.key) == [])
      #expect(findings.contains { $0.phrase.key == "health.erased" && $0.phrase.count == 2 })
    }
  }

  @Test func aKindThatIsRestrictedAsAWholeHasNothingLeft() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for id in ["one", "two"] {
          try journal.append(
            Expertise(
              id: .init(id), partner: nil, person: nil, topic: "secret-\(id)", area: nil, hasConsent: false,
              text: nil),
            Self.officer)
        }
      }
      _ = try await partnership.act("erase", of: Expertise.self, on: "one", giving: .nothing, Self.officer)
      #expect(!Self.holds(partnership, "secret-one") && Self.holds(partnership, "secret-two"))
      #expect(try await partnership.database.read { try $0.one(Expertise.ID("one")) } == nil)
      // One that was taken back still stands in its acts, until it is erased too.
      _ = try await partnership.act(
        "take-back", of: Expertise.self, on: "two", giving: .nothing, Self.officer)
      #expect(Self.holds(partnership, "secret-two"))
      _ = try await partnership.act("erase", of: Expertise.self, on: "two", giving: .nothing, Self.officer)
      #expect(!Self.holds(partnership, "secret-two"))
      #expect(try await Self.acts("expertise", "two", partnership).allSatisfy(\.isErased))
      let again = await #expect(throws: Refusal.self) {
        try await partnership.act("erase", of: Expertise.self, on: "two", giving: .nothing, Self.officer)
      }
      #expect(again?.code == "erased")
      #expect(try await partnership.rebuild { _ in } > 0)
      #expect(try await partnership.examine { _, _ in }.allSatisfy(\.isGood))
    }
  }

  @Test func erasingNeedsAGroundAndTheSecretariat() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        _ = try Journal(connection).append(try PartnerRequirements.partner("acme"), Self.officer)
      }
      for (intent, code) in [
        (Intent("erase", by: "x", as: .secretariat), "no-basis"),
        (Intent("erase", by: "x", as: .focalPoint(of: "acme"), basis: "mine"), "not-allowed"),
      ] {
        let refusal = await #expect(throws: Refusal.self) {
          try await partnership.act("erase", of: Partner.self, on: "acme", giving: .nothing, intent)
        }
        #expect(refusal?.code == code)
      }
      // What everyone sees is corrected or taken back; there is nothing to erase.
      let refusal = await #expect(throws: Refusal.self) {
        try await partnership.act("erase", of: Area.self, on: "gold", giving: .nothing, Self.officer)
      }
      #expect(refusal?.code == "unknown-verb")
    }
  }

  /// For whom they acted and what they know about goes with the person, from earlier acts too.
  @Test func aPersonLeavesAnIdAndNothingElse() async throws {
    try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        try journal.append(
          Person(id: .init("ana"), partner: nil, body: .init("unep"), role: "quiet-role", isErased: false),
          Self.officer)
        func known(_ id: String, by person: String?, after version: Int? = nil) throws {
          try journal.append(
            Expertise(
              id: .init(id), partner: nil, person: person.map { .init($0) }, topic: "quiet-\(id)", area: nil,
              hasConsent: true, text: nil), Self.officer, after: version)
        }
        try known("hers", by: "ana")
        try known("once-hers", by: "ana")
        try known("once-hers", by: nil, after: 1)
        try known("another", by: nil)
      }
      _ = try await partnership.erase(person: "ana", Self.officer)
      #expect(!Self.holds(partnership, "quiet-role") && !Self.holds(partnership, "quiet-hers"))
      #expect(Self.holds(partnership, "quiet-another"))
      #expect(try await Self.acts("person", "ana", partnership).map(\.isErased) == [true, false])
      #expect(try await Self.acts("expertise", "once-hers", partnership).map(\.isErased) == [true, false])
      let left = try await partnership.database.read {
        try $0.all(Expertise.self, "ORDER BY id").map(\.id.text)
      }
      #expect(left == ["another", "once-hers"])
      #expect(try await partnership.examine { _, _ in }.allSatisfy(\.isGood))
    }
  }
}
