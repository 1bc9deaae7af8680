import App
import Charters
import Foundation
@testable import Governance
import Kernel
import Markup
import Store
import StoreSQLite
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// The page, the command line and the data files show one value.
@Suite struct OptionsPageAndFiles {
  private static let day = Day(2010, 9, 22)

  private static let founded = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-options-\(UUID().uuidString).sqlite"
    ).path
    _ = try await Founding.found("gmp", at: StoreAddress(path))
    return Site(
      database: try SQLiteDatabase(path: path), verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in Day(2024, 12, 31) })
  }

  private static func file(
    _ form: OptionsFile.Form, _ language: Language = .en, asOf: Day = day, options: [String] = [],
    charter: Charter? = nil, drafts: [OptionDraft] = []
  ) async throws -> String {
    let file = OptionsFile(
      form, language: language, asOf: asOf, options: options, charter: charter, drafts: drafts)
    return String(
      decoding: try await file.bytes(from: founded.value, at: "http://127.0.0.1:8080"), as: UTF8.self)
  }

  /// The same with three actions that need dollars, euros and something in kind, and a gift that may pay for the first.
  private static let needing = Task {
    let partnership = try await MadeUpRecords.found(
      "gmp",
      with: [
        (
          "priority-action",
          """
          id,area,title_en,need_minor,need_currency,need_kind,qualifier,source,verification
          retorts,gold,Spread retorts,10000000,USD,cash,exact,recalled,unverified
          school,gold,Train trainers,500000,EUR,cash,exact,recalled,unverified
          rooms,gold,Lend rooms,900000,USD,in-kind,exact,recalled,unverified
          """
        ),
        (
          "activity",
          """
          id,form,areas,is_cross_cutting,nature,is_priority,priority_action,since,text_en,qualifier,source,verification,state
          retort-tour,project,gold,false,interim,true,retorts,2009,Retorts for villages.,exact,recalled,unverified,planned
          """
        ),
        (
          "contribution",
          """
          id,donor,sector,amount_minor,amount_currency,amount_kind,window,cycle,received,qualifier,source,verification
          gift,Open Trust,private,1500000,USD,cash,unep-extrabudgetary,cycle-2010-2012,2010-08-01,exact,recalled,unverified
          """
        ),
      ])
    return Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in Day(2024, 12, 31) })
  }

  private static func page(
    _ language: Language, asOf day: Day = day, of other: Site? = nil
  ) async throws -> (OptionsPage, String) {
    let site = if let other { other } else { try await founded.value }
    return try await site.database.read { connection in
      let address = Address(.options, language: language, asOf: day)
      let study = try OptionStudy(on: day, site.charters, connection)
      let loading = try Loading(
        site, address, language, on: day, connection, for: .anyone, under: study.charter)
      let view = loading.options(study)
      return (view, loading.page.html(view).text)
    }
  }

  @Test func thePagesFiguresAreTheCommandLines() async throws {
    let table = try await Self.file(.told(.table))
    let (view, html) = try await Self.page(.en)
    for row in view.rows {
      for answers in row.answers {
        for answer in answers { #expect(table.contains(answer.text), "\(row.question): \(answer.text)") }
      }
    }
    #expect(view.load.bars.map(\.value) == [8, 8, 9])
    #expect(view.pace.lines.map(\.expected) == [365, 269, 269, 365])
    #expect(view.pace.lines.map(\.longest) == [730, 537, 537, 730])
    #expect(view.pace.lines.map(\.isSolid) == [false, true, true, false])
    #expect(view.gaps.isEmpty)
    #expect(html.contains("No need is on record with an amount"))
    #expect(view.mixed.map(\.head.number) == [3])
    #expect(view.mixed[0].areas.count == 7)
    #expect(view.mixed[0].streams.map(\.tie.shape) == [.formalLink, .none, .none, .none, .formalLink])
  }

  /// Of the 100,000 dollars 15,000 came, of the 5,000 euros nothing. What is needed in kind is no need for money.
  @Test func aGapStandsBesideTheNeedAndTheMeansOfItsCurrency() async throws {
    let (view, html) = try await Self.page(.en, of: Self.needing.value)
    let gaps = view.gaps.filter { $0.option == 2 }
    #expect(gaps.map(\.currency) == ["EUR", "USD"])
    #expect(gaps.map(\.need) == [5_000, 100_000])
    #expect(gaps.map(\.fromMechanism) == [0, 0])
    #expect(gaps.map(\.fromOthers) == [0, 15_000])
    #expect(gaps.map(\.gap) == [5_000, 85_000])
    #expect(html.contains("85,000 USD") && !html.contains("No need is on record with an amount"))
  }

  @Test(arguments: OptionStudy.Form.allCases.map(OptionsFile.Form.told) + [.html, .paper])
  func theSameRunTwiceGivesTheSameBytes(form: OptionsFile.Form) async throws {
    let drafts = [try OptionDraft(line: "default=2;results=memorandum:cop;name=À part")]
    let first = try await Self.file(form, .fr, drafts: drafts)
    #expect(first.count > (form == .told(.charter) ? 400 : 4000))
    #expect(try await Self.file(form, .fr, drafts: drafts) == first)
  }

  /// The note says nothing of a host under option 1 (A24), and everything of it under option 2 (A28f).
  @Test func whatASourceLeavesOpenIsNotCalledStated() async throws {
    let table = try await Self.file(.told(.table))
    #expect(
      table.contains(
        "Host\n  1  not stated  [left open, A24]\n  2  United Nations Environment Programme  [stated, A28f]"))
    #expect(!table.contains("not stated  [stated"))
    #expect(try await Self.page(.fr).1.contains("laissé ouvert"))
  }

  /// Pasted into the charter, its lines give the figures that the option had.
  @Test func anOptionOfOnesOwnGivesTheSameFiguresFromTheCharter() async throws {
    let draft = try OptionDraft(line: "default=2;results=memorandum:cop;gold=formal:cop;name=Apart")
    let lines = try await Self.file(.told(.charter), drafts: [draft])
    let path = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let text = try String(contentsOfFile: "\(path)/Charters/gmp/2010.yaml", encoding: .utf8)
    let charter = try #require(
      Charter.read(Array(text.replacing("\noptions:\n", with: "\noptions:\n\(lines)").utf8), name: "draft")
        .charter)
    #expect(charter.options.count == 4)
    let pasted = try await Self.file(.told(.table), charter: charter)
    #expect(try await Self.file(.told(.table), drafts: [draft]) == pasted)
    #expect(pasted.contains("Option 4: Apart"))
  }

  @Test func theDataAreReadBackAsTheyWere() async throws {
    let text = try await Self.file(.told(.json))
    var comparison: OptionComparison?
    var sentences: [NarrativeSentence] = []
    try JSONReader.read(Array(text.utf8)) { json in
      try json.object { key, json in
        if key == "comparison" {
          comparison = try OptionComparison(json: &json)
        } else {
          sentences = try .init(json: &json)
        }
      }
    }
    let read = try #require(comparison)
    #expect(read.options.map(\.number) == [1, 2, 3])
    #expect(read.options.allSatisfy { $0.parts.count == 13 && $0.crossed.count == 35 })
    #expect(sentences.count > 60)
  }

  /// Each sentence names cells that are there, and each told cell stands in one sentence.
  @Test func everySentenceLeadsToItsCells() async throws {
    let site = try await Self.founded.value
    let study = try await site.database.read { [charters = site.charters] in
      try OptionStudy(on: Self.day, charters, $0)
    }
    var cells: Set<String> = []
    for option in study.comparison.options {
      for part in option.parts {
        for cell in part.cells { cells.insert("\(option.option)/\(part.part)/\(cell.question.rawValue)") }
        for warning in part.warnings {
          cells.insert("\(option.option)/\(part.part)/warning:\(warning.code.rawValue)")
        }
      }
      for cell in option.cells { cells.insert("\(option.option)/*/\(cell.question.rawValue)") }
      for warning in option.warnings { cells.insert("\(option.option)/*/warning:\(warning.code.rawValue)") }
    }
    let narrative = study.narrative
    for sentence in narrative {
      #expect(!sentence.cells.isEmpty)
      #expect(cells.isSuperset(of: sentence.cells), "\(sentence.text.text(in: .en).text)")
      for language in Words.languages {
        let text = sentence.text.text(in: language)
        #expect(text.language == language)
        #expect(
          text.text.hasSuffix(".") && !text.text.contains("{") && !text.text.contains("none-"), "\(text.text)"
        )
      }
    }
    #expect(
      narrative.map { $0.text.text(in: .en).text }.contains(
        "All 12 parts: reports go to: UNEP Executive Director (stated, A28b)."))
    #expect(
      narrative.map { $0.text.text(in: .fr).text }.contains(
        "Les 12 parties : aucun lien avec un organe du traité (dit par la source, A27)."))
  }

  @Test func theHTMLHoldsTheAccount() async throws {
    let html = try await Self.file(.html)
    #expect(html.contains("All 12 parts: reports go to: UNEP Executive Director (stated, A28b)."))
    #expect(html.contains("In sentences"))
    #expect(Tags.faults(in: html) == [])
  }

  @Test func oneOptionAloneMayBeAskedFor() async throws {
    let csv = try await Self.file(.told(.csv), options: ["3"])
    let options = Set(csv.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) })
    #expect(options == ["combination"])
    let refusal = await #expect(throws: Refusal.self) { try await Self.file(.told(.csv), options: ["7"]) }
    #expect(refusal?.code == "unknown-option")
  }

  /// A charter file adds an option of its own; nothing of it is kept.
  @Test func aCharterFileAddsAnOption() async throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let text = try String(contentsOf: root.appending(path: "Charters/gmp/2010.yaml"), encoding: .utf8)
    let added = text.replacing(
      "\n# R56 R95 R97",
      with: """

          memorandum:
            number: 4
            name: {fr: Mémorandum, en: Memorandum}
            default: {modality: memorandum, to: {any-of: [cop]}, reports-to: unep-ed, amended-by: {bodies: [advisory-group]}, basis: assumed}

        # R56 R95 R97
        """.replacing("\n  memorandum", with: "\n  memorandum"), maxReplacements: 1)
    let reading = Charter.read(Array(added.utf8), name: "draft.yaml")
    let charter = try #require(reading.charter, "\(reading.faults.map(\.sentence))")
    let table = try await Self.file(.told(.table), charter: charter)
    #expect(table.contains("Option 4: Memorandum"))
    #expect(table.contains("  4  Memorandum of understanding  [assumed, no source]"))
    #expect(!(try await Self.file(.told(.table))).contains("Option 4"))
  }

  @Test(arguments: Words.languages)
  func thePageIsLightAndWellMade(language: Language) async throws {
    for day in [Self.day, Day(2024, 12, 31)] {
      let (_, html) = try await Self.page(language, asOf: day)
      #expect(Tags.faults(in: html) == [])
      #expect(!html.contains("style="))
      let ids = html.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      #expect(html.utf8.count < 50_000, "\(html.utf8.count) bytes")
      for key in ["options.", "question.", "narrative.", "warning.", "rule."] {
        #expect(!html.contains(">\(key)"))
      }
    }
  }

  @Test func theDryRunWritesNothing() async throws {
    let site = try await Self.founded.value
    let head = try await site.database.read { try $0.journalHead() }
    let text = try await site.database.read { connection in
      try SwitchStudy("1", [], in: .en, since: Self.day, of: site.verbs, site.charters, connection).bytes(
        .table, in: .en)
    }
    #expect(
      String(decoding: text, as: UTF8.self).hasPrefix(
        "Switching from independent to formal-link on 22 September 2010"))
    #expect(try await site.database.read { try $0.journalHead() } == head)
  }

  /// Every word that a comparison can say has its text in each language.
  @Test(arguments: Words.languages)
  func everyAnswerHasItsWord(language: Language) {
    let entries = Words.of(language).entries
    for question in Question.allCases {
      #expect(entries["question.\(question.rawValue)"] != nil, "\(question.rawValue)")
    }
    for code in Warning.Code.allCases {
      #expect(entries["warning.\(code.rawValue)"] != nil, "\(code.rawValue)")
    }
    for basis in Reason.Basis.allCases {
      #expect(entries["basis.\(basis.rawValue)"] != nil, "\(basis.rawValue)")
    }
    for sort in LinkageMove.Sort.allCases {
      #expect(entries["move.\(sort.rawValue)"] != nil, "\(sort.rawValue)")
    }
    for state in LinkageMove.State.allCases {
      #expect(entries["move.\(state.rawValue)"] != nil, "\(state.rawValue)")
    }
  }
}
