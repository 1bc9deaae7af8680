import App
import Charters
import Exchange
import Foundation
import Governance
import Kernel
import Registry
import Reporting
import Store
import StoreSQLite
import Testing
import Workplan
import Wording

/// What the partnerships of the appendix are made of, beyond their numbers.
@Suite struct ModelFactsTests {
  @Test func nineChartersLieInTheProduct() {
    #expect(CharterShelf.names == Founded.models)
  }

  @Test(arguments: Founded.models) func r162_itIsFoundedAndItsTablesHoldWhatTheJournalSays(id: String)
    async throws
  {
    let database = try SQLiteDatabase(path: nil)
    let outcome = try await Founding.found(id, in: database)
    #expect(outcome.acts == outcome.records && outcome.acts > 25)
    let different = try await database.write { try Capabilities.projection.differences($0) { _ in } }
    #expect(different == [])
    let (areas, bodies, editions, lines) = try await database.read { connection in
      (
        try connection.all(Area.self).count, try connection.all(Body.self).count,
        try connection.all(CharterEdition.self).count, try connection.all(ReportingLine.self).count
      )
    }
    #expect(areas > 0 && bodies > 3 && lines > 1)
    #expect(editions == (["ddt", "mercury-free-gold"].contains(id) ? 1 : 2))
    try await database.close()
  }

  /// The charter alone makes a partnership too: bodies, areas, lines of reporting, without any fact beside it.
  @Test(arguments: Founded.models) func itIsFoundedWithoutItsFacts(id: String) async throws {
    let database = try SQLiteDatabase(path: nil)
    _ = try await Founding.found(id, in: database, isEmpty: true)
    let (bodies, numbers) = try await database.read { connection in
      (try connection.all(Body.self).count, try connection.all(StatedNumber.self).count)
    }
    #expect(bodies > 3 && numbers == 0)
    try await database.close()
  }

  /// Every row names sources that its own folder lists, or paragraphs of the note.
  @Test(arguments: Founded.models) func everyFactCitesASourceOfItsOwnFolder(id: String) throws {
    let folder = Founded.root.appending(path: "Data/\(id)")
    func table(_ name: String) throws -> CSVFile {
      try CSVFile([UInt8](Data(contentsOf: folder.appending(path: name))), name: name)
    }
    let known = Set(try table("sources.csv").rows.compactMap(\.cells.first))
    var cited = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name != "sources.csv" {
      let file = try table(name)
      for row in file.rows {
        let cells = try file.cells(row)
        for column in file.headings where column.hasPrefix("source") || column.hasSuffix("_source") {
          if column == "records_in_source" { continue }
          for source in (cells[column] ?? "").split(separator: ";").map({ $0.drop { $0 == " " } }) {
            #expect(
              known.contains(String(source)) || String(source).isParagraph,
              "\(name):\(row.line) cites \(source)")
            cited += 1
          }
        }
      }
    }
    #expect(cited >= 8)
  }

  /// VI/32, 1992, 2002, ten years; four themed partnerships with a region, and what followed (P1).
  @Test func r133_theBaselProgrammeHasFourThemedPartnershipsAndSuccessors() async throws {
    let (programme, parts, ground) = try await Founded.with("basel") { connection in
      (
        try connection.one(Partnership.ID("basel")),
        try connection.all(Partnership.self, "WHERE part_of = 'basel' ORDER BY id"),
        try connection.one(LegalBasis.ID("bc-vi-32"))
      )
    }
    #expect(programme?.partOf?.text == "strategic-plan-2002")
    #expect(ground?.decision == "VI/32" && ground?.session?.text == "cop-6")
    let named = parts.filter { $0.provenance.source.contains("P1") }
    #expect(
      named.map { "\($0.id) \($0.region ?? "") \($0.themes.joined())" } == [
        "e-waste-asia-pacific asia-pacific e-waste", "household-waste-mixed world household-waste",
        "mobile-phones world e-waste", "used-oils-caribbean caribbean used-oil",
      ])
    let computing = try #require(parts.first { $0.id.text == "computing" })
    #expect(computing.successor?.text == "computing-follow-up" && computing.period.until == When(2019))
    #expect(
      parts.filter { $0.period.since.map { $0 >= When(2017) } ?? false }.map(\.id.text) == [
        "computing-follow-up", "household-waste", "plastic-waste",
      ])
  }

  /// A specific, time-limited exemption that ends when alternatives suffice, reviewed by the Conference (A14, P2).
  @Test func r136_theDDTExemptionHasConditionAndEnd() async throws {
    let (exemption, demonstrations) = try await Founded.with("ddt") { connection in
      (
        try connection.one(Exemption.ID("exm-ddt-malaria")),
        try connection.all(Activity.self, "WHERE form = 'demonstration' ORDER BY id")
      )
    }
    let found = try #require(exemption)
    #expect(found.isTimeLimited && found.substance == "DDT" && found.use == "malaria-control")
    #expect(found.endsWhen?.text(in: .en).text == "When alternatives suffice")
    #expect(found.partnership?.text == "ddt" && found.treaty.text == "stockholm-convention")
    #expect(demonstrations.count == 5)
    #expect(
      demonstrations.allSatisfy { $0.stream == "alternatives" && $0.areas == ["demonstration-projects"] })
  }

  /// Three aims, each with targets, and countries by parameter and date: what is written and what was measured apart.
  @Test func r149_cleanFuelsFollowsCountriesByParameter() async throws {
    let (areas, targets, statuses) = try await Founded.with("pcfv") { connection in
      (
        try connection.all(Area.self, "ORDER BY number").map(\.id.text), try connection.all(Target.self),
        try connection.all(CountryStatus.self, "ORDER BY id")
      )
    }
    #expect(areas == ["lead", "sulphur", "vehicles"])
    #expect(Set(targets.map(\.area.text)) == ["lead", "sulphur", "vehicles"])
    #expect(targets.first { $0.id.text == "tg-lead" }?.amount?.value == 0)
    #expect(targets.filter { $0.year == When(2025) }.map { $0.amount?.value } == [50, 50])
    let algeria = try #require(statuses.first { $0.country?.code == "DZ" })
    #expect(algeria.form == .measured && algeria.statusClass == "unleaded" && algeria.date == When(2021, 7))
    let morocco = try #require(statuses.first { $0.country?.code == "MA" })
    #expect(morocco.form == .standard && morocco.level?.value == 50 && morocco.level?.qualifier == .atMost)
    #expect(
      statuses.filter { $0.country == nil }.map(\.region) == ["Sub-Saharan Africa", "Sub-Saharan Africa"])
  }

  /// A memorandum of 1999 ties the network to a treaty whose text says nothing of it (A15, P7).
  @Test func r65_theTradeNetworksMemorandumIsKept() async throws {
    let (memorandum, treaty) = try await Founded.with("traffic") { connection in
      (try connection.one(Agreement.ID("mou-1999")), try connection.one(Treaty.ID("cites")))
    }
    #expect(memorandum?.form == "memorandum" && memorandum?.signed == When(1999))
    #expect(memorandum?.parties == ["cites", "traffic"])
    #expect(treaty?.mentionsPartnerships == "no")
  }

  /// Its founders hold the seats of its committee (P7).
  @Test func r153_foundersHoldTheSeatsOfTheCommittee() async throws {
    let seats = try await Founded.with("traffic") { connection in
      try connection.all(Seat.self, "WHERE body = 'traffic-committee' ORDER BY id")
    }
    #expect(seats.map(\.holder) == ["IUCN", "WWF"])
    #expect(seats.allSatisfy { $0.provenance.source == ["P7"] })
  }

  /// Hectares, countries and products are dated observations; "thousands" of products is no figure (P3).
  @Test func r140_certifiedAreaCountriesAndProductsAreDatedObservations() async throws {
    let observations = try await Founded.with("fsc") { connection in
      try connection.all(Observation.self, "WHERE reference_year = '2010' ORDER BY id")
    }
    #expect(
      observations.map(\.indicator) == ["area-certified", "countries", "national-initiatives", "products"])
    #expect(observations.map { $0.amount.value } == [100_000_000, 70, 50, nil])
    #expect(observations.map { $0.amount.qualifier } == [.about, .moreThan, .exact, .about])
    #expect(observations.allSatisfy { $0.amount.source == "P3" })
  }

  /// An area is moved by a body that the charter lets decide, and by no other.
  @Test func aBodyTheCharterDoesNotNameMovesNoArea() async throws {
    let charter = try #require(try CharterShelf.editions(of: "fsc").last?.charter)
    let area = NotePartnership.area("forests", 9, since: When(2005), "test")
    func rested(_ capacity: Capacity, _ charter: Charter?) async throws -> Area {
      try await NotePartnership.with { try area.done("rest", as: capacity, under: charter, $0) }
    }
    #expect(try await rested(.member(of: "assembly"), charter).state == .dormant)
    #expect(try await rested(.secretariat, charter).state == .dormant)
    let refusal = await #expect(throws: Refusal.self) { try await rested(.member(of: "board"), charter) }
    #expect(refusal?.code == "not-the-decider")
    #expect(refusal?.sentence.contains("the secretariat or a member of assembly may") == true)
    await #expect(throws: Refusal.self) { try await rested(.member(of: "assembly"), nil) }
  }

  /// Two entities in one house, two lines of reporting (A16).
  @Test func theTobaccoInitiativeAndTheSecretariatReportApart() async throws {
    let lines = try await Founded.with("tfi") { try $0.all(ReportingLine.self, "ORDER BY id") }
    #expect(lines.contains { $0.from == "convention-secretariat" && $0.to == "cop" })
    let addressee = try CharterShelf.editions(of: "tfi")[0].charter.addressee()
    #expect(addressee.bodies == ["wha"])
  }

  /// Seats, eight of them for professions, and one more if a paediatric organisation takes part.
  @Test func theRespiratoryAlliancesSeatsAddUp() async throws {
    let numbers = try await Founded.with("gard") { connection in
      try connection.all(StatedNumber.self, "WHERE subject = 'planning-group' ORDER BY id")
    }
    let seats = Dictionary(uniqueKeysWithValues: numbers.map { ($0.id.text, Int($0.value) ?? 0) })
    let profession = ["respiratory", "allergy", "primary", "allied", "disease"]
    #expect(profession.reduce(0) { $0 + (seats["seat-\($1)"] ?? 0) } == 8)
    // 1 + 1 + 1 + 8 + 1 + 1 + 4 = 17; the conditional seat comes on top.
    let others = ["chair", "vice", "who", "patients", "government", "others"]
    #expect(others.reduce(8) { $0 + (seats["seat-\($1)"] ?? 0) } == 17)
    #expect(seats["planning-seats"] == 17 && seats["seat-paediatric"] == 1)
  }

  /// A later edition that drops a governing text ends it the year before.
  @Test func aTextThatTheNextEditionDropsHasEnded() async throws {
    let texts = try await Founded.with("basel") { connection in
      (
        try connection.one(GoverningDocument.ID("strategic-plan-2010"))?.period.until,
        try connection.framework(on: Day(2010, 9, 22))?.document,
        try connection.framework(on: Day(2020, 1, 1))?.document
      )
    }
    #expect(texts.0 == When(2018))
    #expect(texts.1 == "strategic-plan" && texts.2 == "decision")
  }
}
