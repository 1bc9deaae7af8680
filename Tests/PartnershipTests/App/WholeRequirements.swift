@testable import App
import Charters
@testable import Governance
import Exchange
import Foundation
import Kernel
@testable import Registry
@testable import Reporting
import Store
import Testing

/// What holds of the whole: figures with their source, two languages, any date, any linkage.
@Suite struct WholeRequirements {
  private static let note = Day(2010, 9, 22)

  @Test func r17_everythingWorksWhateverTheLinkage() async throws {
    // The same partnership under each option: the records that can be kept and asked for are the same.
    var counts: [String: [String: Int]] = [:]
    for option in ["formal-link", "independent", "combination"] {
      counts[option] = try await FoundedPartnership.with { partnership in
        let path = partnership.address.description + ".yaml"
        let text = NoteCharter.text("2020").replacing(#"edition: "2020""#, with: #"edition: "2027""#)
          .replacing("follows: {option: independent", with: "follows: {option: \(option)")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let decision = try await FoundedPartnership.decisionOnCharter(in: partnership)
        _ = try await partnership.adopt(
          path, since: When(2027), decision: decision, Intent("adopt", by: "ana", as: .secretariat))
        return try await partnership.database.write { connection in
          try Journal(connection).append(
            try PartnerRequirements.partner("new-\(option)", areas: ["gold"]), NotePartnership.secretariat)
          let charter = try #require(try CharterBook().inForce(on: Day(2027, 6, 1), connection))
          #expect(charter.linkage.option == option)
          #expect(charter.mechanisms.filter(\.isEnabled).count > 8)
          let report = try ProgressReport.assemble(
            connection.cycle("2009-2010"), to: AddresseeLine.lines(of: charter, connection), connection)
          return [
            "areas": report.areas.count, "posts": report.posts.count,
            "lines": report.lines.count - report.addressees.count,
          ]
        }
      }
    }
    #expect(counts["formal-link"] == counts["independent"])
    #expect(counts["combination"] == counts["independent"])
    #expect(counts["independent"]?["areas"] == 7)
  }

  @Test func r159_theViewOfTheNotesDayIsTheStateOfTheNote() async throws {
    let seen = try await FoundedPartnership.read { connection in
      func count<R: Record>(_ type: R.Type) throws -> Int {
        try connection.count(R.self, Listing(day: Self.note, viewer: .anyone))
      }
      let charter = try #require(try CharterBook().inForce(on: Self.note, connection))
      return (
        areas: try count(Area.self), topics: try count(Topic.self), edition: charter.edition,
        linkage: charter.linkage.option,
        addressee: try AddresseeLine.lines(of: charter, connection).map(\.body),
        framework: try connection.framework(on: Self.note)?.edition,
        phase: try connection.phase(of: .init("minamata"), on: Self.note)?.phase,
        counts: try connection.list(PartnerCount.self, Listing(day: Self.note)).map(\.record.id.text)
      )
    }
    #expect(seen.areas == 7)
    #expect(seen.topics == 0)
    #expect(seen.edition == "2010")
    #expect(seen.linkage == "independent")
    #expect(seen.addressee == ["unep-ed"])
    #expect(seen.framework == "2008")
    #expect(seen.phase == "negotiating")
    #expect(seen.counts == ["pc-2010", "pc-2010-more"])
  }

  @Test func r159_todayThereAreEightAreas() async throws {
    let areas = try await FoundedPartnership.read { connection in
      try connection.list(Area.self, Listing(day: Day(2026, 11, 25))).map(\.record.id.text)
    }
    #expect(
      areas == [
        "cement", "chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply", "waste",
      ])
  }

  /// The seven wordings of the note that say how exact a figure is, and what becomes of each.
  @Test(arguments: [
    ("a6-partners", Qualifier.exact), ("n4-partners", .moreThan), ("p5-members", .about), ("p3-area", .about),
    ("p2-other", .estimated), ("p3-members-about", .about), ("p3-members-more", .moreThan),
  ])
  func r157_howExactAFigureIsStandsBesideIt(id: String, qualifier: Qualifier) async throws {
    let number = try await FoundedPartnership.read { try #require(try $0.one(StatedNumber.ID(id))) }
    #expect(number.provenance.qualifier == qualifier)
    #expect(number.provenance.source == [number.paragraph])
  }

  @Test func r157_everyFigureOfEveryRecordNamesASourceThatIsKept() async throws {
    let (checked, unknown) = try await FoundedPartnership.read { connection in
      let kept = Set(try connection.all(Source.self).map(\.id.text))
      var checked = 0
      var unknown: Set<String> = []
      for type in Capabilities.records {
        for source in try sources(of: type, connection) {
          checked += 1
          if !kept.contains(source), !source.isParagraph { unknown.insert("\(type.kind): \(source)") }
        }
      }
      return (checked, unknown)
    }
    #expect(checked > 2000)
    #expect(unknown == [])
  }

  @Test func r158_theCharterSpeaksFrenchAndEnglishAndSaysWhatItFallsBackTo() throws {
    let charter = try #require(NoteCharter.reading("2010").charter)
    let named =
      charter.areas.map(\.name) + charter.bodies.map(\.name) + charter.options.map(\.name) + [charter.goal]
    for name in named {
      for language in [Language.fr, .en] {
        #expect(name.text(in: language).language == language)
        #expect(!name.text(in: language).text.isEmpty)
      }
      // No Russian yet: the original is shown, and called what it is.
      #expect(name.text(in: .ru).language == .fr)
    }
  }

  @Test func r113_r160_everyActOfTheFoundingSaysWhoWhenAndOnWhichGround() async throws {
    let acts = try await FoundedPartnership.read { try $0.acts(limit: 10_000) }
    #expect(acts.count > 1900)
    #expect(acts.allSatisfy { $0.actor == "system" && !$0.basis.isEmpty && $0.at > 1_700_000_000_000 })
  }
}

private func sources<R: Record>(of type: R.Type, _ connection: any Connection) throws -> [String] {
  let isSourced = R.schema.fields.contains { $0.name == "provenance" }
  guard isSourced else { return [] }
  return try connection.rows("SELECT provenance_source FROM \(R.self)") { try [String](row: $0) }.flatMap {
    $0
  }
}
