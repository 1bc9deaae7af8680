import Foundation
import HTTPTypes
import Testing

/// Options that a reader adds on the page, and a look at what a switch would move.
@Suite struct OwnOptionPageTests {
  private static let own = "own=default%3D2%3Bresults%3Dmemorandum%3Acop%3Bname%3DResults%20by%20memorandum"
  private static let day = "as_of=2010-09-22&lang=en"

  /// As a browser sends the form: spaces as plus signs, empty fields with it.
  @Test func theFormLeadsToTheComparison() async throws {
    let answer = try await ServedPartnership.get(
      "/options/add?name=Results+by+memorandum&tie.default=2&tie.gold=&tie.results=memorandum%3Acop&\(Self.day)&go=1"
    )
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/options?\(Self.own)&\(Self.day)#compare")
    let page = try await ServedPartnership.get("/options?\(Self.own)&\(Self.day)")
    #expect(page.status == 200)
    #expect(page.body.contains("Option 4<small>Results by memorandum"))
    #expect(page.body.contains("Option 4: Results by memorandum"))
    #expect(page.body.contains("to: {any-of: [cop], basis: assumed}"))
  }

  @Test func asManyAsTheFormMakesStandInTheAddress() async throws {
    let answer = try await ServedPartnership.get(
      "/options/add?\(Self.own)&name=A+%2B+B&tie.default=formal%3Acop%2Bsubsidiary-body&go=1")
    #expect(
      answer.headers[.location]
        == "/options?\(Self.own)&own=default%3Dformal%3Acop%2Bsubsidiary-body%3Bname%3DA%20%2B%20B#compare")
  }

  @Test func withoutANameTheFormSaysSoAndKeepsTheRest() async throws {
    let answer = try await ServedPartnership.get(
      "/options/add?name=+&tie.default=none&tie.gold=formal%3Acop&\(Self.day)&go=1")
    #expect(answer.status == 400)
    #expect(answer.body.contains("An option of your own needs a name, so that it can be told apart."))
    #expect(
      answer.body.contains(
        "<option value=\"formal:cop\" selected>Formal link: Conference of the Parties</option>"))
    #expect(answer.body.components(separatedBy: " selected>").count == 3)
  }

  @Test func anOptionIsChangedWhereItWasMade() async throws {
    let page = try await ServedPartnership.get("/options?\(Self.own)&\(Self.day)").body
    let link =
      "/options/add?name=Results%20by%20memorandum&amp;tie.default=2&amp;tie.results=memorandum%3Acop"
    #expect(page.contains("href=\"\(link)"))
    let form = try await ServedPartnership.get(link.replacingOccurrences(of: "&amp;", with: "&") + "&lang=en")
      .body
    #expect(form.contains("value=\"Results by memorandum\""))
    #expect(form.contains("<option value=\"memorandum:cop\" selected>"))
    #expect(!form.contains("role=\"alert\""))
  }

  @Test(arguments: [
    ("own=rubbish", "says nothing of an option"), ("own=default%3D9%3Bname%3Dx", "there are 1 (formal-link)"),
    ("own=default%3Dformal%3Anowhere%3Bname%3Dx", "has no body"),
    (Array(repeating: "own=default%3D2%3Bname%3Dx", count: 9).joined(separator: "&"), "too many"),
  ])
  func whatIsNoOptionIsRefusedInASentence(query: String, words: String) async throws {
    let answer = try await ServedPartnership.get("/options?\(query)", headers: [.accept: "text/html"])
    #expect(answer.status == 400)
    #expect(answer.body.contains(words))
    for form in ["json", "csv"] {
      let data = try await ServedPartnership.get("/options.\(form)?\(query)")
      #expect(data.status == 400 && data.isProblem && data.body.contains(words))
    }
  }

  @Test func theDataHoldTheOptionToo() async throws {
    let json = try await ServedPartnership.get("/options.json?\(Self.own)&\(Self.day)").body
    #expect(json.contains(#""option":"own-1","number":4"#))
    let csv = try await ServedPartnership.get("/options.csv?\(Self.own)&\(Self.day)").body
    #expect(csv.contains("own-1,4,results,modality,given,memorandum,"))
  }

  @Test func aNameIsTextAndNothingElse() async throws {
    let page = try await ServedPartnership.get(
      "/options?own=default%3D2%3Bname%3D%3Cscript%3Ealert(1)%3C%2Fscript%3E"
    ).body
    #expect(page.contains("&lt;script&gt;alert(1)"))
    #expect(!page.contains("<script"))
  }

  @Test func aLookAtASwitchListsWhatMovesAndWritesNothing() async throws {
    let before = try await ServedPartnership.get("/healthz").body
    let page = try await ServedPartnership.get("/options/switch?to=3&since=2018-01-01&lang=en").body
    #expect(page.contains("would move 34 things. Nothing has been changed."))
    #expect(page.contains("Who decides it: UNEP Governing Council and Conference of the Parties."))
    #expect(page.contains("/records/activity/negotiation-news"))
    let csv = try await ServedPartnership.get("/options/switch.csv?to=3&since=2018-01-01&lang=en").body
    #expect(csv.components(separatedBy: "\r\n").count == 36)
    let json = try await ServedPartnership.get("/options/switch.json?to=3&since=2018-01-01").body
    #expect(json.components(separatedBy: #""sort":"#).count == 35)
    #expect(try await ServedPartnership.get("/healthz").body == before)
  }

  @Test func dataOfASwitchAreOfferedOnceAnOptionIsChosen() async throws {
    #expect(try await !ServedPartnership.get("/options/switch?lang=en").body.contains("switch.json"))
    #expect(
      try await ServedPartnership.get("/options/switch?to=3&lang=en").body.contains(
        "/options/switch.json?to=3"))
  }

  @Test func anOptionOfOnesOwnCanBeLookedAtToo() async throws {
    let page = try await ServedPartnership.get("/options/switch?\(Self.own)&to=4&lang=en").body
    #expect(page.contains("<option value=\"4\" selected>Option 4: Results by memorandum</option>"))
    #expect(page.contains("Memorandum of understanding, Conference of the Parties"))
  }

  @Test(arguments: [
    ("to=2", "is in force on 2026-11-25"), ("to=9", "has no option"), ("to=3&since=soon", "is no day"),
    ("to=3&since=1990-01-01", "No charter was in force"),
  ])
  func aSwitchThatCannotBeIsRefused(query: String, words: String) async throws {
    let answer = try await ServedPartnership.get("/options/switch?\(query)", headers: [.accept: "text/html"])
    #expect(answer.status == 400)
    #expect(answer.body.contains(words))
  }
}
