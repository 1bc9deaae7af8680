import App
import Foundation
import Kernel
import Testing

/// What activities have in common, as the page of activities tells it: what comes out of them, who coordinates them,
/// whose priorities they serve, with whom they are shared.
@Suite struct WorkTablesTests {
  /// The section of the page under a heading, as text.
  private static func section(
    _ heading: String, of model: String, _ kinds: [(String, String)], on day: String = "2010-12-31"
  ) async throws -> String {
    let page = try await ServedPartnership.get(
      "/activities?lang=en&as_of=\(day)", of: MadeUpRecords.found(model, with: kinds)
    ).body
    let section = try #require(
      page.components(separatedBy: "<section").first { $0.contains("<h2>\(heading)</h2>") }, "\(heading)")
    return section.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  private static let columns = "qualifier,source,verification,state"
  private static let ending = "exact,A14,unverified,under-way"
  /// Nothing starts in the mercury partnership without saying what it needs.
  private static let planned = "exact,A14,unverified,planned"

  @Test func r64_everyKindOfOutputIsListedWithWhatCameOfIt() async throws {
    let told = try await Self.section(
      "What comes out of the work", of: "basel",
      [
        (
          "activity",
          """
          id,form,is_cross_cutting,is_priority,output,sectors,since,text_en,\(Self.columns)
          meet,meeting,true,false,meeting,public; private,2010,Makers and ministries meet.,\(Self.ending)
          again,meeting,true,false,meeting,private; universities,2010,They meet again.,\(Self.ending)
          study,analysis,true,false,analysis-contribution,,2010,Where phones go.,\(Self.ending)
          """
        )
      ])
    // Public and private sides meet (P1); each sector once, however often it came.
    #expect(
      told.contains(
        "meeting They meet again. and Makers and ministries meet. Private sector, Public sector and Universities"
      ))
    #expect(told.contains("contribution to an analysis Where phones go. not stated"))
    // What nothing came of yet stands there too: the note names four kinds.
    #expect(
      told.contains("problem statement Nothing on record") && told.contains("options paper Nothing on record")
    )
  }

  @Test(arguments: [("output", "tale"), ("sectors", "martians"), ("work_level", "regional")])
  func r64_anOutputThatTheCharterDoesNotKnowIsRefused(field: String, word: String) async throws {
    await #expect {
      _ = try await MadeUpRecords.found(
        "basel",
        with: [
          (
            "activity",
            "id,form,is_cross_cutting,is_priority,\(field),text_en,\(Self.columns)\nx,meeting,true,false,\(word),X.,\(Self.ending)"
          )
        ])
    } throws: {
      "\($0)".contains(word)
    }
  }

  @Test func r90_whatIsSharedNamesEveryInitiative() async throws {
    let rows = [
      (
        "activity",
        """
        id,form,is_cross_cutting,is_priority,areas,shared_with,since,text_en,\(Self.columns)
        joint,project,false,false,waste,basel; saicm,2010,Storage together.,\(Self.planned)
        alone,project,false,false,waste,,2010,Storage alone.,\(Self.planned)
        """
      )
    ]
    let told = try await Self.section("Shared with other initiatives", of: "gmp", rows)
    #expect(told.contains("1 activity is the work of another initiative too."))
    #expect(
      told.contains(
        "Storage together. Basel Convention Partnership Programme and Strategic Approach to International Chemicals Management"
      ))
    #expect(!told.contains("Storage alone."))
    // And the other end of the reference: the initiative's own page.
    let page = try await ServedPartnership.get(
      "/records/partnership/saicm?lang=en", of: MadeUpRecords.found("gmp", with: rows)
    ).body
    #expect(page.contains("Activities \u{B7} Shared with") && page.contains("/activity/joint"))
    #expect(!page.contains("/activity/alone"))
  }

  @Test func r90_anInitiativeThatNobodyKnowsIsRefused() async throws {
    await #expect {
      _ = try await MadeUpRecords.found(
        "gmp",
        with: [
          (
            "activity",
            "id,form,is_cross_cutting,is_priority,areas,shared_with,text_en,\(Self.columns)\nx,project,false,false,waste,basel; atlantis,X.,\(Self.planned)"
          )
        ])
    } throws: {
      "\($0)".contains("atlantis")
    }
  }

  @Test func r145_poorCountriesAndVulnerablePeopleStandFirst() async throws {
    let told = try await Self.section(
      "National initiatives", of: "gard",
      [
        (
          "country-group",
          """
          id,country,group,since,qualifier,source,verification
          ch-rich,CH,high-income,2005,exact,P4,unverified
          eg-middle,EG,lower-middle-income,2005,exact,P4,unverified
          se-rich,SE,high-income,2005,exact,P4,unverified
          """
        ),
        (
          "national-initiative",
          """
          id,name_en,country,area,adaptation_en,populations,since,qualifier,source,verification
          a-ch,Breath in Switzerland,CH,,,,2010,exact,P4,unverified
          b-se,Breath in Sweden,SE,,Clinics,vulnerable,2010,exact,P4,unverified
          c-eg,Breath in Egypt,EG,,Hearths,,2010,exact,P4,unverified
          """
        ),
      ], on: "2012-01-01")
    let order = ["Breath in Sweden", "Breath in Egypt", "Breath in Switzerland"].map {
      told.range(of: $0)?.lowerBound
    }
    #expect(!order.contains(nil) && order.compactMap { $0 }.sorted() == order.compactMap { $0 }, "\(told)")
    #expect(told.contains("Egypt lower middle income not stated Hearths yes"))
    #expect(told.contains("Switzerland high income not stated not stated no"))
  }

  @Test func r150_workStandsAtItsLevelWithWhoCoordinatesIt() async throws {
    let told = try await Self.section(
      "At which level the work is carried out", of: "tfi",
      [
        (
          "activity",
          """
          id,form,is_cross_cutting,is_priority,work_level,coordinated_by,country,since,text_en,\(Self.columns)
          a,project,true,false,national,,UY,2010,Lines in a country.,\(Self.ending)
          b,project,true,false,regional,regional-offices,,2010,Lines in a region.,\(Self.ending)
          c,guidance,true,false,international,initiative,,2010,A plan.,\(Self.ending)
          """
        )
      ])
    let order = [
      "international Initiative team A plan.", "regional WHO regional offices Lines in a region.",
      "national Uruguay Lines in a country.",
    ].map { told.range(of: $0)?.lowerBound }
    #expect(!order.contains(nil) && order.compactMap { $0 }.sorted() == order.compactMap { $0 }, "\(told)")
  }

  @Test func r155_anActivityServesThePriorityOfAFounder() async throws {
    let told = try await Self.section(
      "Whose priorities the work serves", of: "traffic",
      [
        (
          "priority-action",
          """
          id,area,title_en,set_by,qualifier,source,verification
          apes,trade-analysis,Trade in apes,wwf,exact,P7,unverified
          """
        ),
        (
          "activity",
          """
          id,form,is_cross_cutting,is_priority,areas,priority_action,since,text_en,\(Self.columns)
          study,analysis,false,false,trade-analysis,apes,2010,A study.,\(Self.ending)
          other,analysis,false,false,trade-analysis,,2010,Another.,\(Self.ending)
          """
        ),
      ])
    #expect(told.contains("World Wide Fund for Nature Trade in apes A study."))
    #expect(told.contains("not stated Outside every plan: no priority action asks for it Another."))
  }
}
