import Acting
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
import Wording
import Workplan

/// What holds of the whole: figures with their source, two languages, any date, any linkage.
@Suite struct WholeRequirements {
  private static let note = Day(2010, 9, 22)

  /// People do the same things under each option, and with the same result; to whom they report is what differs.
  @Test(arguments: [("1", "cop"), ("2", "unep-ed"), ("3", "unep-ed")])
  func r17_everythingWorksWhateverTheLinkage(option: String, addressee: String) async throws {
    let day = Day(2024, 6, 3)
    let (done, sent, report) = try await NotePartnership.with { connection in
      try NotePartnership.follow(option, since: Day(2024, 6, 1), connection)
      let secretariat = NotePartnership.secretariat
      func occasion(_ intent: Intent = secretariat) -> Occasion {
        Occasion(intent, under: CharterBook(), today: day, connection)
      }
      try Journal(connection).append(
        try PartnerRequirements.partner("new", areas: ["gold"], since: nil, state: .draft), secretariat)
      let partner = Partner.ID("new")
      try Partner.applying.carryOut(on: partner, .init(), occasion())
      try Partner.screening.carryOut(on: partner, .init(), occasion())
      try Partner.admitting.carryOut(on: partner, .init(on: day), occasion())
      let joined = try Partner.joining.carryOut(on: partner, .init(area: "waste"), occasion()).record
      let rested = try Area.resting.carryOut(
        on: .init("supply"), .init(), occasion(NotePartnership.member(of: "advisory-group"))
      ).record
      let sent = try ReportSent.sending.carryOut(
        .init(cycle: .init("cycle-2022-2023"), on: day), occasion()
      ).record
      let left = try Partner.withdrawing.carryOut(
        on: partner, .init(on: day), occasion(Intent("leave", by: "x", as: .focalPoint(of: "new")))
      ).record
      return (
        [
          joined.state.rawValue, joined.areas.joined(separator: " "), rested.state.rawValue,
          left.state.rawValue,
        ],
        sent.addressee.text,
        try ProgressReport.assemble(connection.cycle("2009-2010"), to: [], connection)
      )
    }
    #expect(done == ["admitted", "gold waste", "dormant", "withdrawn"])
    #expect(sent == addressee)
    #expect(report.areas.count == 7)
    #expect(report.posts.count == 2)
    #expect(report.requests.count == 4)
    #expect(report.lines.count == 48)
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

  /// Records of the charter stand in the journal by their ids, so that two foundings are the same to the byte.
  @Test func theFoundingKeepsTheOrderOfIds() async throws {
    let acts = try await FoundedPartnership.read { try $0.acts(limit: 10_000) }
    for kind in ["window", "budget-line", "reporting-line"] {
      let ids = acts.filter { $0.kind == kind && $0.basis == "charter" }.sorted { $0.seq < $1.seq }.map(
        \.record)
      #expect(!ids.isEmpty && ids == ids.sorted(), "\(kind): \(ids)")
    }
  }

  @Test func bodiesOfACharterStandByTheirIds() throws {
    let charter = try #require(NoteCharter.reading("2020").charter)
    let ids = Body.made(of: [charter]).map(\.id.text)
    #expect(ids.count == charter.bodies.count && ids == ids.sorted())
  }

  /// Several hands write in one transaction; each act follows the one before it, whoever made that.
  @Test func whatAnotherWroteMeanwhileIsFollowed() async throws {
    let acts = try await NotePartnership.with { connection in
      let before = try connection.journalHead().seq
      let occasion = Occasion(
        NotePartnership.secretariat, under: CharterBook(), today: NotePartnership.day, connection)
      try occasion.write(NotePartnership.area("one", 20, since: When(2020), "test"), "add")
      try Journal(connection).append(
        NotePartnership.area("two", 21, since: When(2020), "test"), NotePartnership.secretariat)
      try occasion.write(NotePartnership.area("three", 22, since: When(2020), "test"), "add")
      return try connection.verifyChain().acts - before
    }
    #expect(acts == 3)
  }

  /// An answer to a request that waits is given by its own verb, which closes the request.
  @Test func anAnswerByTheWayClosesNothing() async throws {
    let told = try await NotePartnership.with { connection in
      var request = try #require(try connection.all(Request.self, "ORDER BY id").first)
      let answer = Answer(
        id: .init("by-the-way"), request: .init("waiting"), byBody: request.toBody, document: nil,
        session: nil,
        status: "given", date: nil, text: Translated(.en, "Yes."), provenance: Provenance(["test"]))
      request.id = .init("waiting")
      request.state = .open
      try Journal(connection).append(request, NotePartnership.secretariat)
      let occasion = Occasion(
        NotePartnership.secretariat, under: CharterBook(), today: NotePartnership.day, connection)
      return try Capabilities.verbs.keeping(of: Answer.self).refusals(of: answer, before: nil, occasion)
        .map(\.sentence)
    }
    #expect(
      told == [
        "request waiting waits for an answer; “entente act request answer waiting” gives it and closes the request"
      ])
  }

  @Test func anActivityNamesItsAreas() async throws {
    var activity = try #require(
      try await FoundedPartnership.read { try $0.all(Activity.self, "ORDER BY id").first })
    activity.areas = []
    activity.isCrossCutting = false
    #expect(
      activity.refusals.map(\.sentence) == ["an activity names its areas, or says that it cuts across them"])
    activity.isCrossCutting = true
    #expect(activity.refusals == [])
  }

  /// `entente export areas` as of a day: as rows and as one JSON list.
  @Test(arguments: [
    ("csv", Day(2010, 9, 22), 7), ("csv", Day(2026, 11, 25), 8), ("json", Day(2010, 9, 22), 7),
  ])
  func r159_anExportIsOfItsDay(form: String, day: Day, count: Int) async throws {
    try await FoundedPartnership.with { partnership in
      let path = partnership.address.description + ".areas." + form
      defer { try? FileManager.default.removeItem(atPath: path) }
      let written = try await partnership.export(Area.self, to: path, day: day, viewer: .anyone)
      #expect(written == count)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      if form == "json" {
        let list = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(list.compactMap { $0["id"] as? String }.sorted().first == "chlor-alkali")
        #expect(list.count == count)
      } else {
        #expect(text.split(separator: "\r\n").count == count + 1)
      }
    }
  }

  /// A cell of `entente list` is in the language asked for or, where there is none, in that of the original.
  @Test func aListOnATerminalSpeaksItsLanguage() async throws {
    let gold = try #require(try await FoundedPartnership.read { try $0.one(Area.ID("gold")) })
    #expect(Area.schema.shown(gold, in: .fr)[1] == "Extraction artisanale et à petite échelle de l'or")
    #expect(Area.schema.shown(gold, in: .en)[1] == "Artisanal and small-scale gold mining")
    #expect(Area.schema.shown(gold, in: .ru)[1] == "Extraction artisanale et à petite échelle de l'or")
  }
}

private func sources<R: Record>(of type: R.Type, _ connection: any Connection) throws -> [String] {
  let isSourced = R.schema.fields.contains { $0.name == "provenance" }
  guard isSourced else { return [] }
  return try connection.rows("SELECT provenance_source FROM \(R.self)") { try [String](row: $0) }.flatMap {
    $0
  }
}
