import App
import Charters
import Foundation
import Kernel
import Markup
import Store
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// The page of treaties: what their texts say, how partnerships stand to them, what lies beyond what they bind to.
@Suite struct TreatiesPageTests {
  /// The cells of the row whose heading holds a text, in the section of a heading.
  private static func row(
    _ name: String, under heading: String, _ query: String = "lang=en", madeUp: Bool = false
  ) async throws -> [String] {
    let address = "/treaties?\(query)"
    let page =
      madeUp ? try await MadeUpRecords.get(address).body : try await ServedPartnership.get(address).body
    return try row(name, under: heading, in: page)
  }

  private static func row(_ name: String, under heading: String, in page: String) throws -> [String] {
    let section = try #require(
      page.components(separatedBy: "<section").first { $0.contains("<h2>\(heading)</h2>") }, "\(heading)")
    let row = try #require(
      section.components(separatedBy: "<tr>").first {
        ($0.components(separatedBy: "</th>").first ?? "").contains(name)
      }, "\(name)")
    return Array(row.components(separatedBy: "<td").dropFirst())
  }

  @Test func r12_theWildlifeConventionsTextIsToldAsAFact() async throws {
    let cells = try await Self.row("CITES", under: "What treaties say")
    #expect(cells[2].contains("1975"))
    #expect(cells[3].contains("No") && cells[3].contains("a fact about this treaty"))
    #expect(cells[5].contains("After the treaty"))
  }

  @Test func r127_aGeneralStatementIsToldAsNoFactAboutTheTreaty() async throws {
    let english = try await Self.row("Basel Convention", under: "What treaties say")
    for cell in english[3...4] { #expect(cell.contains("a general statement, not a fact about this treaty")) }
    let french = try await Self.row("Convention de Bâle", under: "Ce que disent les traités", "lang=fr")
    for cell in french[3...4] {
      #expect(cell.contains("une affirmation générale, pas un fait sur ce traité"))
    }
  }

  @Test func r127_whatTheTextWouldSayWasOpenWhileItWasWritten() async throws {
    let query = "lang=en&as_of=2010-09-22"
    let then = try await Self.row(
      "Legally binding international instrument", under: "What treaties say", query)
    #expect(then[2].contains("Under negotiation"))
    #expect(then[3].contains("Undecided") && then[4].contains("Undecided"))
    #expect(!then.joined().contains("2013"))
    let now = try await Self.row("Minamata Convention", under: "What treaties say")
    #expect(now[1].contains("10 October 2013") && now[3].contains("Yes") && now[4].contains("In part"))
  }

  @Test func r61_whichCameFirstIsToldForEachPartnership() async throws {
    for (name, time) in [
      ("Sustainable alternatives to DDT", "created after the treaty, 2009 to 2015"),
      ("Basel Convention Partnership Programme", "created after the treaty, since 2002"),
      ("Tobacco Free Initiative", "active while the treaty was negotiated, since 1998"),
      ("TRAFFIC network", "created after the treaty, since 1976"),
    ] {
      let cells = try await Self.row(name, under: "Partnerships beside treaties")
      #expect(cells[2].contains(time), "\(name): \(cells[2])")
    }
  }

  @Test func r62_theJointProgrammeShowsBothOwnersAndItsExemption() async throws {
    let cells = try await Self.row("Sustainable alternatives", under: "Partnerships beside treaties")
    #expect(cells[0].contains("/records/body/unep") && cells[0].contains("/records/body/who"))
    #expect(cells[3].contains("Arises from an exemption"))
    #expect(cells[3].contains("/records/exemption/exm-ddt-malaria") && cells[3].contains("malaria control"))
  }

  @Test func r74_whatComplementsAnInstrumentSaysSo() async throws {
    let cells = try await Self.row("Global Mercury Partnership", under: "Partnerships beside treaties")
    #expect(cells[1].contains("/records/treaty/minamata"))
    #expect(cells[1].contains("complements it as a means of carrying it out"))
    #expect(cells[6].contains("/sources/A19"))
  }

  /// Two services were tied in 2024, nineteen years after the partnership was created.
  @Test func r85_aTieMadeLaterShowsFromItsDayOn() async throws {
    func tie(_ day: String) async throws -> String {
      try await Self.row(
        "Global Mercury Partnership", under: "Partnerships beside treaties", "lang=en&as_of=\(day)",
        madeUp: true)[3]
    }
    #expect(try await tie("2024-05-31").contains("No link"))
    let later = try await tie("2024-06-01")
    #expect(
      later.contains("Formal link for Information exchange and clearing-house and Information and help"))
    #expect(later.contains("since 1 June 2024") && later.contains("/records/linkage-switch/"))
  }

  /// The options that ship tie services alone. One of a reader's own ties an area, which is told by its name too.
  @Test func anAreaThatIsTiedByItselfIsToldByItsName() async throws {
    let shipped = try #require(Models.reading("gmp", edition: "2020")?.charter)
    let charter = try shipped.adding([OptionDraft(line: "default=2;gold=formal:cop;name=Apart")], in: .en)
      .following("own-1")
    let partnership = try await MadeUpRecords.found("gmp", with: [])
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in ServedPartnership.today })
    let page = try await site.database.read { connection in
      let loading = try Loading(
        site, Address(.treaties, language: .en), .en, on: ServedPartnership.today, connection, for: .anyone,
        under: charter)
      return loading.page.html(try loading.treaties()).text
    }
    try await partnership.close()
    let cells = try Self.row("Global Mercury Partnership", under: "Partnerships beside treaties", in: page)
    #expect(cells[3].contains("Formal link for Artisanal and small-scale gold mining"))
  }

  @Test func r71_bothMeaningsOfVoluntaryAreToldWithTheirSigns() async throws {
    let party = try await Self.row("Measure at a Party", under: "What “voluntary” means")
    #expect(party[1].contains("One Party’s"))
    #expect(party[2].contains("“Parties may”, “Parties are encouraged to”"))
    let together = try await Self.row("Joint action", under: "What “voluntary” means")
    #expect(together[1].contains("Several together") && together[2].contains("bilateral mechanisms"))
  }

  @Test func r72_measuresThatPartiesChoseAreListed() async throws {
    let agreement = try await Self.row("Shares data.", under: "Measures that Parties chose", madeUp: true)
    #expect(agreement[0].contains("Japan") && agreement[2].contains("Switzerland and Kyrgyzstan"))
    let stricter = try await Self.row(
      "Bans more products.", under: "Measures that Parties chose", madeUp: true)
    #expect(stricter[1].contains("Stricter national measure"))
    #expect(stricter[3].contains("Article 4, “may take stricter measures”"))
    #expect(
      try await ServedPartnership.get("/treaties?lang=en").body.contains("No such measure is on record."))
  }

  @Test func r73_aTargetThatGoesFurtherStandsBesideWhatTheTreatyAsks() async throws {
    let cells = try await Self.row(
      "Mercury waste management", under: "Targets beyond the treaty", madeUp: true)
    #expect(cells[0].contains("−80") || cells[0].contains("-80"))
    #expect(cells[1].contains("−40") || cells[1].contains("-40"))
    #expect(cells[2].contains("/records/treaty-duty/duty-11"))
    let founded = try await ServedPartnership.get("/treaties?lang=en").body
    #expect(founded.contains("may go further than what the treaty asks"))
    #expect(founded.contains("No target on record is said to go further"))
  }

  @Test func r75_theRoleOfAServiceIsToldByThePhase() async throws {
    let then = try await Self.row(
      "Information exchange", under: "From when the services count", "lang=en&as_of=2010-09-22")
    #expect(then[0].contains("Being prepared; role not begun"))
    let now = try await Self.row("Information exchange", under: "From when the services count")
    #expect(now[0].contains("Serves the treaty since 16 August 2017"))
    #expect(now.map { $0.filter(\.isNumber) }.suffix(3) == ["8", "1", "0"])
  }

  @Test func r91_effortStandsBeforeAndAfterTheTextWasAdopted() async throws {
    let cells = try await Self.row(
      "Partners on record", under: "Effort before and after the mention", madeUp: true)
    #expect(cells.map { $0.filter(\.isNumber) } == ["2", "0", "0"])
    let then = try await ServedPartnership.get("/treaties?lang=en&as_of=2010-09-22").body
    #expect(!then.contains("Effort before and after"))
  }
}
