import Charters
import Foundation
import Kernel
@testable import Registry
import Store
import Testing

@testable import App
@testable import Governance
@testable import Portal
@testable import Telling
@testable import Web
import Wording

/// New partnerships on their way, as a reader sees them.
@Suite struct FormationPagesTests {
  /// Made up, as far as a launch without its decision; founded once.
  private static let lakes = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-lakes-\(UUID().uuidString).sqlite"
    )
    .path
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    let officer = Intent("form", by: "officer", as: .secretariat, basis: "test")
    for id in ["lake", "pond", "river"] {
      _ = try await partnership.identify(
        .init(
          id: .init(id), name: Translated(.en, "The \(id) partnership"),
          need: Translated(.en, [.en: "Nobody measures <mercury>.", .fr: "Personne ne mesure."]),
          source: ["A34"], on: Day(2026, 1, 10)), officer)
    }
    for id in ["lake", "river"] {
      _ = try await partnership.propose(
        id,
        .init(
          text: Translated(.en, "Sample ten lakes."), goal: Translated(.en, "Know the load."), by: "gold",
          on: Day(2026, 2, 1)), seen: nil, officer)
    }
    for (who, sector, day) in [
      ("kenya", "public", Day(2026, 3, 1)), ("watch", "civil-society", Day(2026, 3, 9)),
    ] {
      _ = try await partnership.join(
        "lake", .init(who: who, name: Translated(.en, who), sector: sector, on: day), seen: nil, officer)
    }
    _ = try await partnership.charter(
      "lake", "mercury-free-gold", on: Day(2026, 4, 1), seen: nil, officer)
    _ = try await partnership.abandon(
      "river", because: Translated(.en, "The states do it."), on: Day(2026, 5, 1), seen: nil, officer)
    return partnership
  }

  private static func get(_ path: String) async throws -> String {
    let answer = try await ServedPartnership.get(path, of: lakes.value)
    #expect(answer.status == 200, "\(path)")
    return answer.body
  }

  private static func section(_ heading: String, of page: String) throws -> String {
    try #require(
      page.components(separatedBy: "<section").first { $0.contains("<h2>\(heading)</h2>") }, "\(heading)")
  }

  /// What the page says the next step lacks.
  private static func lacks(_ page: String) -> [String] {
    page.matches(of: /<ul class="warn">(.*?)<\/ul>/.dotMatchesNewlines()).flatMap { list in
      list.1.matches(of: /<p>(.*?)<\/p>/).map { String($0.1) }
    }
  }

  @Test func r110_theListShowsEachWithItsStep() async throws {
    let page = try await Self.get("/formations?lang=en")
    for id in ["lake", "pond", "river", "mercury-free-gold"] {
      #expect(page.contains("href=\"/formations/\(id)?lang=en\""), "\(id)")
    }
    #expect(page.contains("Nobody measures &lt;mercury&gt;."))
    let row = try #require(page.components(separatedBy: "<tr>").first { $0.contains("/formations/river") })
    #expect(row.contains("abandoned") && !row.contains(">launched<"))
    #expect(try await Self.get("/formations?lang=fr").contains("Personne ne mesure."))
  }

  @Test func r110_whereNoneIsOnRecordTheListSaysSo() async throws {
    let page = try await Self.get("/formations?lang=en&as_of=2001-01-01")
    #expect(page.contains("No new partnership is being formed on this day."))
    #expect(!page.contains("/formations/lake"))
  }

  @Test func r110_anEarlyDayShowsTheStepOfThatDay() async throws {
    let proposed = try await Self.get("/formations/lake?lang=en&as_of=2026-02-15")
    #expect(proposed.contains("Sample ten lakes."))
    #expect(proposed.contains("No founding partner is named yet."))
    #expect(proposed.contains("No charter is drafted yet."))
    // What it lacked then is not known; what it lacks now would mislead.
    #expect(Self.lacks(proposed) == [])
    let needed = try await Self.get("/formations/lake?lang=en&as_of=2026-01-15")
    #expect(needed.contains("Nobody has proposed a partnership for this need yet."))
    #expect(!needed.contains("Sample ten lakes."))
    #expect(
      try await ServedPartnership.get("/formations/lake?as_of=2026-01-09", of: Self.lakes.value).status == 404
    )
  }

  @Test func r110_foundersStandByTheirSectorWithTheDayTheyAgreed() async throws {
    let page = try Self.section("Founding partners", of: await Self.get("/formations/lake?lang=en"))
    let rows = page.components(separatedBy: "<tr>").dropFirst(2)
    #expect(rows.count == 2)
    #expect(rows.first?.contains("kenya") ?? false && rows.first?.contains("1 March 2026") ?? false)
    #expect(rows.last?.contains("watch") ?? false && rows.last?.contains("9 March 2026") ?? false)
  }

  @Test func r110_whatIsMissingIsWhatTheLaunchIsRefusedFor() async throws {
    let partnership = try await Self.lakes.value
    let page = try await Self.get("/formations/lake?lang=en")
    let lacks = try await partnership.formation("lake", on: Day(2026, 11, 25)).missing
    #expect(Self.lacks(page) == lacks.map(\.refusal.sentence))
    #expect(
      Self.lacks(page) == [
        "no decision launches lake yet; it takes one of advisory-group on new-partnership, structure, new-area"
      ])
    let proposal = try await Self.get("/formations/pond?lang=en")
    #expect(
      Self.lacks(proposal) == [
        "the proposal for pond says nothing yet; write what the new partnership would do about the need",
        "the proposal for pond has no goal; write what its partners would agree to reach",
        "nobody is named who proposes pond; name the body, area, partner or organisation that does",
      ])
    #expect(Self.lacks(try await Self.get("/formations/pond?lang=fr")).count == 3)
  }

  /// `entente formation launch` refuses with the sentence that the page shows.
  @Test func r110_aLaunchWithoutItsDecisionIsRefusedInTheWordsOfThePage() async throws {
    let partnership = try await Self.lakes.value
    let refusal = await #expect(throws: Refusal.self) {
      try await partnership.launch(
        "lake", by: "dec-none", on: Day(2026, 6, 1), seen: nil,
        Intent("launch", by: "officer", as: .secretariat), preview: Preview())
    }
    let lack = FormationLack(code: .decisionUnknown, values: ["decision": "dec-none", "formation": "lake"])
    #expect(refusal?.sentence == lack.sentence(in: .en))
    #expect(refusal?.sentence == "there is no decision “dec-none”; record it first")
  }

  /// Each has a sentence in each language, with the same places for values, and the English one is that of the refusal.
  @Test(arguments: FormationLack.Code.allCases)
  func everyLackSaysTheSameInTheRefusalAndOnThePage(code: FormationLack.Code) throws {
    let values = [
      "formation": "lake", "count": "1", "least": "2", "source": "A34", "sectors": "public", "charter": "c",
      "fault": "a fault", "bodies": "b", "subjects": "s", "decision": "d", "outcome": "o", "state": "t",
      "body": "x", "subject": "y", "later": "launch", "day": "2026-01-02", "earlier": "need",
      "before": "2026-01-03",
    ]
    let lack = FormationLack(code: code, values: values)
    #expect(lack.refusal.code == code.rawValue)
    #expect(lack.refusal.sentence == lack.sentence(in: .en))
    #expect(lack.refusal.sentence != code.rawValue)
    for language in Words.languages {
      let sentence = lack.sentence(in: language)
      #expect(!sentence.contains("{") && sentence.contains(" "), "\(language) \(sentence)")
    }
  }

  @Test func r110_theCharterLeadsToItsModelWhereItIsBuiltIn() async throws {
    let page = try Self.section("Charter", of: await Self.get("/formations/lake?lang=en"))
    #expect(page.contains("mercury-free-gold 2010") && page.contains("/models/mercury-free-gold"))
    #expect(page.contains("It can be used; it comes with the software and has a page of its own."))
  }

  @Test func r110_whatWasAbandonedSaysWhyAndLacksNothingMore() async throws {
    let page = try await Self.get("/formations/river?lang=en")
    let end = try Self.section("Abandoned", of: page)
    #expect(end.contains("1 May 2026") && end.contains("The states do it."))
    #expect(!page.contains("What the next step lacks"))
    let before = try await Self.get("/formations/river?lang=en&as_of=2026-04-30")
    #expect(!before.contains("The states do it."))
  }

  @Test func theDataOfAFormationAreItsRecord() async throws {
    let json = try await Self.get("/formations/lake.json")
    #expect(json.hasPrefix(#"{"id":"lake","#))
    #expect(try await Self.get("/formations.csv").contains("\nlake,"))
    #expect(
      try await ServedPartnership.get("/formations/nothing", of: Self.lakes.value).status == 404)
  }
}
