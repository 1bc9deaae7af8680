import Foundation
import HTTPTypes
import Testing

/// Pages as a reader gets them: whole, in their language, as of their day, with nothing that runs.
@Suite struct PageTests {
  static let pages = [
    "/", "/partners", "/areas", "/areas/gold", "/activities", "/governance", "/treaties", "/requests",
    "/report",
    "/report/2009-2010", "/models", "/models/tfi", "/about/data", "/sources/A6b",
    "/records/post/p3-partnership",
  ]

  @Test(arguments: pages, ["en", "fr"]) func everyPageIsWholeAndSafe(path: String, language: String)
    async throws
  {
    let answer = try await ServedPartnership.get(path, headers: [.acceptLanguage: language])
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.body.hasPrefix("<!doctype html>\n<html lang=\"\(language)\">"))
    #expect(answer.body.hasSuffix("</html>\n"))
    #expect(!answer.body.contains("<script"))
    let policy = try #require(answer.headers[.contentSecurityPolicy])
    #expect(policy.hasPrefix("default-src 'none'; style-src 'self';"))
    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    // A key that nobody translated would show itself.
    #expect(
      answer.body.firstMatch(
        of: />(page|nav|models|column|report|governance|home|figure|date|areas|kind|field)\.[a-zA-Z.]+</)
        == nil)
  }

  @Test func r158_theSamePageSpeaksFrenchAndEnglish() async throws {
    let (french, english) = try await (
      ServedPartnership.get("/areas?lang=fr").body, ServedPartnership.get("/areas?lang=en").body
    )
    #expect(french.contains("Extraction artisanale et à petite échelle de l&#39;or"))
    #expect(english.contains("Artisanal and small-scale gold mining"))
    #expect(!english.contains("Extraction artisanale"))
  }

  /// Of a partner that has a name in English alone, its own language is told to the browser and to the reader.
  @Test func r158_aTextWithoutATranslationIsMarkedWithItsLanguage() async throws {
    let french = try await MadeUpRecords.get("/records/partner/miners-aid?lang=fr").body
    #expect(
      french.contains("<span lang=\"en\">Miners Aid</span> <span class=\"q\">en anglais</span>"), "\(french)")
    let english = try await MadeUpRecords.get("/records/partner/miners-aid?lang=en").body
    #expect(english.contains("Miners Aid"))
    #expect(!english.contains("<span lang="))
  }

  @Test func r34_governanceSaysWhoSetsPriorities() async throws {
    let page = try await ServedPartnership.get("/governance?as_of=2010-09-22&lang=en").body
    let matter = try #require(page.firstMatch(of: /Who sets priorities<\/dt><dd>(.*?)<\/dd>/)?.1)
    #expect(matter.contains("UNEP Global Mercury Partnership"))
    #expect(matter.contains("/sources/A6"))
  }

  @Test func r43_governanceSaysWhoAnswersForInformationExchange() async throws {
    let page = try await ServedPartnership.get("/governance?as_of=2010-09-22&lang=en").body
    let matter = try #require(page.firstMatch(of: /Information exchange<\/dt><dd>(.*?)<\/dd>/)?.1)
    #expect(matter.contains("/records/body/unep"))
    #expect(matter.contains("A7"))
  }

  /// What an address asks for and the page does not know stands in none of its links, and from another day a link leads back.
  @Test func linksKeepWhatAPageKnowsAndLeadBackToToday() async throws {
    let page = try await ServedPartnership.get("/activities?mode=research&planted=7&as_of=2010-09-22&lang=en")
      .body
    #expect(page.contains("mode=research") && !page.contains("planted"))
    let back = try #require(page.firstMatch(of: /<a href="([^"]*)">Back to today<\/a>/)?.1)
    #expect(!back.contains("as_of") && back.contains("mode=research"))
  }

  @Test func r159_aPageOfAnotherDayIsAnotherPage() async throws {
    let (then, now) = try await (
      ServedPartnership.get("/governance?as_of=2010-09-22&lang=en").body,
      ServedPartnership.get("/governance?lang=en").body
    )
    #expect(then.contains("Overarching framework, 2008"))
    #expect(!then.contains("June 2020"))
    #expect(now.contains("Overarching framework, June 2020"))
  }

  /// The words of a page as a reader has them before their eyes, without its marks.
  private static func words(of page: String) -> String {
    page.replacing(/<[^>]*>/, with: " ").replacing("\u{A0}", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func r161_theReportPageHoldsWhatTheNoteReports() async throws {
    let page = try await ServedPartnership.get("/report/2009-2010?lang=en").body
    let told = Self.words(of: page)
    for sentence in [
      "Addressee UNEP Executive Director Rule it follows from The linkage in force follows option 2",
      "P-4 Support interim work on mercury since February 2007 43 months inferred A35 1 at most UNEP Environment Fund A35",
      "P-3 Facilitate the partnership’s activities since May 2009 16 months inferred A35 1 at most UNEP Environment Fund A35",
      "Total funding fell during this cycle. A36 Causes given: Financial crisis. The note gives it",
      "main weakness Too little money for the work of the areas. A12 Stated by Partnership Advisory Group",
    ] {
      #expect(told.contains(sentence), "the report does not say: \(sentence)")
    }
    // Each figure leads to its record and its source.
    #expect(page.contains("href=\"/records/post/p3-partnership?lang=en\""))
    #expect(page.contains("/sources/A35"))
  }

  @Test func r107_theAreaPageSaysHowLongAndWhatIsOpen() async throws {
    let page = try await ServedPartnership.get("/areas/supply?lang=en").body
    #expect(page.contains("No source gives a day for the end, so no days can be counted."))
    let open = try #require(
      page.firstMatch(of: /To settle before it ends(.*?)<\/table>/.dotMatchesNewlines())?.1)
    for id in ["kyrgyz-primary-mining", "storage-asia", "storage-latin-america"] {
      #expect(open.contains("/activities/\(id)"))
    }
  }

  @Test func r37_theAreaPageDrawsTheCourseOfWhatItAimsAt() async throws {
    let page = try await ServedPartnership.get("/areas/coal?lang=en").body
    // Of two assessments: what one counts less than another is no progress.
    #expect(page.contains("Releases, air, world: start and latest cannot be subtracted"))
    #expect(page.contains("/records/observation/ob-air-2010-gma2013"))
    let without = try await ServedPartnership.get("/areas/supply?lang=en").body
    #expect(without.contains("No measurement is on record for “Market”, so no course can be drawn."))
  }

  @Test func r58_withoutAStatedNeedThePageSaysWhatIsMissing() async throws {
    for path in ["/areas/gold?lang=en", "/report/2009-2010?lang=en"] {
      let page = try await ServedPartnership.get(path).body
      #expect(
        page.contains("No priority action on record says what it needs, so no shortfall can be worked out."))
    }
  }

  @Test func r101_beforeThereArePartiesNothingIsHeldAgainstAPriority() async throws {
    let page = try await ServedPartnership.get("/report/2009-2010?lang=en").body
    #expect(page.contains("No State is bound by the treaty on this date"))
  }

  @Test func r29_theReportCountsFullTimesWithHowSureItIs() async throws {
    let csv = try await ServedPartnership.get("/report/2009-2010.csv").body
    let rows = csv.split(separator: "\r\n").filter { $0.hasPrefix("staffing,post,") }
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.contains(",1,full-time-equivalent,at-most,2010-09-22,A35,") })
  }

  @Test func r41_withoutNamesThePageSaysWhyNobodyIsCounted() async throws {
    let page = try await ServedPartnership.get("/partners?lang=en").body
    #expect(page.contains("No partner is named on this date, so none can be counted by sector."))
    #expect(page.contains("/records/representation/rep-associations"))
  }

  @Test func r129_theReportShowsWhatWasAskedAboutPaying() async throws {
    let page = try await ServedPartnership.get("/report/2009-2010?lang=en").body
    #expect(page.contains("/records/finance-examination/examine-gmp"))
    #expect(page.contains("No conclusion is on record on this date."))
  }

  @Test(arguments: ["json", "csv"]) func everyListHasItsData(form: String) async throws {
    for path in [
      "/partners", "/areas", "/activities", "/governance", "/treaties", "/requests", "/report",
      "/report/2009-2010",
      "/models", "/models/fsc",
    ] {
      let answer = try await ServedPartnership.get("\(path).\(form)")
      #expect(answer.status == 200, "\(path)")
      #expect(answer.headers[.contentType]?.contains(form) == true, "\(path)")
    }
  }

  @Test func aPageThatIsNotThereSaysSoInTheReadersLanguage() async throws {
    let page = try await ServedPartnership.get("/nowhere?lang=fr", headers: [.accept: "text/html"])
    #expect(page.status == 404)
    #expect(page.body.contains("<html lang=\"fr\">"))
    #expect(!page.isProblem)
  }

  @Test func theStyleSheetMayBeKeptForEver() async throws {
    let home = try await ServedPartnership.get("/").body
    let address = try #require(home.firstMatch(of: /href="(\/assets\/entente\.css\?v=[0-9a-f]+)"/)?.1)
    let sheet = try await ServedPartnership.get(String(address))
    #expect(sheet.headers[.cacheControl] == "public, max-age=31536000, immutable")
    let stale = try await ServedPartnership.get("/assets/entente.css?v=0")
    #expect(stale.headers[.cacheControl] == "no-cache")
  }
}
