import HTTPTypes
import Testing

/// What programs rely on: addresses, shapes, paging, tags, refusals.
@Suite struct APITests {
  @Test func r38_sevenAreasOnTheNotesDayAndEightToday() async throws {
    #expect(
      try await ServedPartnership.ids("/api/v1/areas?as_of=2010-09-22") == [
        "chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply", "waste",
      ])
    #expect(
      try await ServedPartnership.ids("/api/v1/areas") == [
        "cement", "chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply", "waste",
      ])
  }

  @Test func aListSaysItsDayAndWhetherThereIsMore() async throws {
    let whole = try await ServedPartnership.get("/api/v1/areas?as_of=2010-09-22")
    #expect(whole.body.hasSuffix(#""next":null,"as_of":"2010-09-22"}"#))
    let page = try await ServedPartnership.get("/api/v1/areas?limit=2")
    #expect(page.body.hasSuffix(#""next":"chlor-alkali","as_of":"2026-11-25"}"#))
    #expect(
      try await ServedPartnership.ids("/api/v1/areas?limit=2&cursor=chlor-alkali") == [
        "coal", "fate-and-transport",
      ])
  }

  @Test func r157_aFigureCarriesAllThatIsKnownOfIt() async throws {
    let body = try await ServedPartnership.get("/api/v1/partner-counts/pc-2010-more").body
    #expect(
      body.contains(
        #""count":{"value":70,"low":null,"high":null,"unit":"partner","qualifier":"more-than","as_of":"2010-09-22","source":"N4f; A44","verification":"stated"}"#
      ))
  }

  @Test func r35_theFrameworkInForceOnADateIsRetrievable() async throws {
    let ids = try await ServedPartnership.ids(
      "/api/v1/governing-documents?as_of=2010-09-22&document=framework")
    #expect(ids == ["framework-2008"])
    let today = try await ServedPartnership.ids("/api/v1/governing-documents?document=framework")
    #expect(today.contains("framework-2020"))
  }

  @Test func anUnchangedRecordIsNotSentAgain() async throws {
    let first = try await ServedPartnership.get("/api/v1/areas/gold")
    let tag = try #require(first.headers[.eTag])
    #expect(tag == "\"area-gold-1\"")
    #expect(first.headers[HTTPField.Name("Link")!] == "</api/v1/areas/gold/history>; rel=\"history\"")
    let second = try await ServedPartnership.get("/api/v1/areas/gold", headers: [.ifNoneMatch: tag])
    #expect(second.status == 304)
    #expect(second.body == "")
  }

  @Test func historyTellsWhoWhenAndOnWhichGround() async throws {
    let body = try await ServedPartnership.get("/api/v1/areas/gold/history").body
    #expect(
      body.contains(
        #""actor":"system","capacity":"system","verb":"found","kind":"area","record":"gold","version":1"#))
    #expect(body.contains(#""basis":"charter""#))
  }

  @Test(arguments: [
    ("/api/v1/people", 404, "unknown-kind", "there is no kind “people”; /api/v1 lists those there are"),
    ("/api/v1/areas/nothing", 404, "not-found", "there is no area “nothing”"),
    (
      "/api/v1/areas?as_of=2010-02-30", 400, "as-of",
      "as_of is a day such as 2010-09-22; “2010-02-30” is none"
    ),
    ("/api/v1/areas?limit=0", 400, "limit", "limit is a number from 1 to 500"),
    ("/api/v1/areas?cursor=a%00b", 400, "cursor", "cursor is what the page before gave as “next”"),
    ("/api/v2/areas", 404, "not-found", "there is no such address; see /api/openapi.json"),
    ("/api/v1/areas/%2e%2e", 404, "not-found", "there is no such page"),
    ("/areas?lang=xx", 400, "language", "lang is one of en, fr"),
  ])
  func aRefusalIsAProblemWithOneSentence(path: String, status: Int, code: String, sentence: String)
    async throws
  {
    let answer = try await ServedPartnership.get(path, headers: [.accept: "application/json"])
    #expect(answer.status == status)
    #expect(answer.isProblem)
    #expect(answer.body.contains("\"code\":\"\(code)\",\"detail\":\"\(sentence)\""), "\(answer.body)")
  }

  @Test func anUnknownFieldIsRefusedWithThoseThereAre() async throws {
    let answer = try await ServedPartnership.get("/api/v1/areas?colour=red")
    #expect(answer.status == 400)
    #expect(answer.body.contains("areas have no field “colour” to choose by; possible: id, name, number"))
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
  func nothingIsWrittenFromHere(method: HTTPRequest.Method) async throws {
    let answer = try await ServedPartnership.get("/api/v1/areas", method: method)
    #expect(answer.status == 405)
  }

  @Test func aHeadSaysHowLongTheAnswerWouldBe() async throws {
    let (head, get) = try await (
      ServedPartnership.get("/api/v1/areas", method: .head), ServedPartnership.get("/api/v1/areas")
    )
    #expect(head.status == 200)
    #expect(head.body == "")
    #expect(head.headers[.contentLength] == String(get.body.utf8.count))
  }

  @Test func openAPIDescribesEveryPublicKind() async throws {
    let body = try await ServedPartnership.get("/api/openapi.json").body
    for path in ["/api/v1/areas", "/api/v1/governing-documents/{id}", "/api/v1/country-groups/{id}/history"] {
      #expect(body.contains("\"\(path)\":"))
    }
    #expect(!body.contains("/api/v1/people"))
    #expect(!body.contains("confidential_note"))
  }

  @Test func healthAndMetricsTellTheNumberOfActs() async throws {
    let health = try await ServedPartnership.get("/healthz")
    let acts = try #require(health.body.firstMatch(of: /"acts":(\d+)/)?.1)
    #expect(health.body == "{\"status\":\"ok\",\"acts\":\(acts)}")
    #expect(try await ServedPartnership.get("/metrics").body.contains("\nentente_acts \(acts)\n"))
  }

  /// Japan accepted the Convention on 2 February 2016: on that day it had.
  @Test(arguments: [("2016-02-01", 0), ("2016-02-02", 1)])
  func whatIsSoSinceADayIsSoOnIt(day: String, count: Int) async throws {
    let ids = try await ServedPartnership.ids(
      "/api/v1/country-groups?country=JP&group=minamata-ratified&as_of=\(day)")
    #expect(ids.count == count)
  }

  /// Only who has this very answer is told that it has not changed.
  @Test(arguments: [
    ("\"another\"", 200), ("*", 304), ("W/\"area-gold-1\"", 304), ("\"another\", \"area-gold-1\"", 304),
  ])
  func onlyTheSameTagIsAnsweredWithNothing(tags: String, status: Int) async throws {
    let answer = try await ServedPartnership.get("/api/v1/areas/gold", headers: [.ifNoneMatch: tags])
    #expect(answer.status == status)
    #expect(answer.body.isEmpty == (status == 304))
  }

  @Test func eachMetricSaysWhatItCounts() async throws {
    let body = try await ServedPartnership.get("/metrics").body
    for line in [
      "# HELP entente_acts Acts in the journal.\n# TYPE entente_acts gauge\n",
      "# HELP entente_requests_total Requests answered.\n# TYPE entente_requests_total counter\n",
      "# HELP entente_request_seconds Time to answer.\n# TYPE entente_request_seconds histogram\n",
    ] { #expect(body.contains(line), "\(line)") }
  }
}
