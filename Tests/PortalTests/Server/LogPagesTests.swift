import Acting
import App
import Foundation
import HTTPTypes
import Kernel
import Registry
import Store
import Testing

@testable import Portal
@testable import Web

/// The journal as people read it: what was changed, by day, kind and capacity, and each act by itself.
@Suite struct LogPagesTests {
  private static func numbers(_ body: String) -> [Int] {
    body.matches(of: /"seq":(\d+),/).compactMap { Int($0.1) }
  }

  @Test func actsStandNewestFirstAndOfTheChosenKindAlone() async throws {
    let all = Self.numbers(try await MadeUpRecords.get("/log.json").body)
    #expect(all.count == 100 && all == all.sorted(by: >))
    let partners = try await MadeUpRecords.get("/log.json?kind=partner").body
    #expect(partners.matches(of: /"kind":"partner","record":"(japan|miners-aid)"/).count == 2)
    #expect(Self.numbers(partners).count == 2)
    // Who switched the option acted as the secretariat; what was founded, the software did.
    let capacities = try await MadeUpRecords.get("/log.json?kind=linkage-switch&capacity=secretariat").body
    #expect(Self.numbers(capacities).count >= 1 && !capacities.contains(#""capacity":"system""#))
    let none = try await MadeUpRecords.get("/log?kind=partner&capacity=member&lang=en").body
    #expect(none.contains("is of this kind; go on for earlier ones."))
  }

  @Test func aDayHasItsActsAndNoOther() async throws {
    let list = try await MadeUpRecords.get("/log?lang=en").body
    let day = try #require(list.firstMatch(of: /<h3><a href="[^"]*on=(\d{4}-\d\d-\d\d)/)?.1)
    #expect(Self.numbers(try await MadeUpRecords.get("/log.json?on=\(day)").body).count == 100)
    let other = try await MadeUpRecords.get("/log?on=1999-12-31&lang=en")
    #expect(other.status == 200 && other.body.contains("No act is on record for this day."))
    let bad = try await MadeUpRecords.get("/log?on=soon")
    #expect(bad.status == 400)
  }

  @Test func theReaderGoesOnToTheFirstAct() async throws {
    var (next, seen): (String?, [Int]) = ("/log?lang=en", [])
    while let address = next {
      let page = try await ServedPartnership.get(address).body
      seen += page.matches(of: /<li><p><a href="\/log\/(\d+)/).compactMap { Int($0.1) }
      next = page.firstMatch(of: /href="(\/log\?cursor=\d+[^"]*)"/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
    }
    // Founded without persons, screenings and fees, so every act may be shown.
    #expect(seen.count > 1500 && seen == Array((1...seen.count).reversed()))
  }

  @Test func anActIsShownWithWhatItChanged() async throws {
    let partnership = try await MadeUpRecords.found("gmp", with: [])
    let area = try await partnership.database.write { connection in
      var area = try #require(try connection.one(Area.ID("gold")))
      area.themes = ["mercury"]
      try Journal(connection).append(
        area, Intent("correct", by: "ana", as: .secretariat, basis: "a <rule>"), after: 1)
      return try connection.journalHead().seq
    }
    let page = try await ServedPartnership.get("/log/\(area)?lang=en", of: partnership).body
    #expect(page.contains("mercury; livelihoods; health; formalisation") && page.contains("a &lt;rule&gt;"))
    // French dates bring their article.
    let french = try await ServedPartnership.get("/log/\(area)?lang=fr", of: partnership).body
    #expect(french.contains("était le ") && !french.contains(/(le|au|du) le \d/))
    // A rule leads to all that rests on it.
    let rule = try await ServedPartnership.get("/log?basis=a%20%3Crule%3E&lang=en", of: partnership).body
    #expect(rule.contains("/log/\(area)?lang=en") && !rule.contains("/log/\(area - 1)?lang=en"))
    #expect(rule.contains("All acts"))
    #expect(page.contains("/records/area/gold?as_of=") && page.contains("/log/\(area - 1)?lang=en"))
    let feed = try await ServedPartnership.get("/log/feed?kind=area&lang=en", of: partnership)
    #expect(feed.body.contains("href=\"/log/\(area)?lang=en\"") && feed.body.contains("a &lt;rule&gt;"))
    #expect(feed.headers[.contentType]?.hasPrefix("application/atom+xml") == true)
    try await partnership.close()
  }

  @Test(arguments: ["0", "-1", "soon", "999999999", "9223372036854775807"])
  func whatIsNoActIsNotThere(number: String) async throws {
    #expect(try await ServedPartnership.get("/log/\(number)").status == 404)
    #expect(try await ServedPartnership.get("/log/\(number).json").status == 404)
  }

  /// What was erased is said to be: when, by which act, under which rule; and the line is the one whose hash anyone can check.
  @Test func whatWasErasedIsSaidToBe() async throws {
    let rows = """
      id,name_en,category,sector,country,areas,states_support,states_commitment,contribution,membership_since,confidential_note,qualifier,source,verification,state
      alpha,Alpha Board,government,public,JP,waste,true,true,Shares,2008,between us,exact,recalled,unverified,admitted
      """
    let partnership = try await MadeUpRecords.found("gmp", with: [("partner", rows)])
    let place = try await partnership.database.read { try $0.journalHead().seq }
    _ = try await partnership.act(
      "erase", of: Partner.self, on: "alpha", giving: .nothing,
      Intent("erase", by: "officer", as: .secretariat, basis: "order 7"))
    for address in ["/records/partner/alpha?lang=en", "/log/\(place)?lang=en"] {
      let page = try await ServedPartnership.get(address, of: partnership).body
      #expect(page.contains("What not everyone could see of it was erased on"), "\(address)")
      #expect(page.contains("/log/\(place + 1)?lang=en") && page.contains("order 7"), "\(address)")
    }
    let french = try await ServedPartnership.get("/log/\(place)?lang=fr", of: partnership).body
    #expect(french.contains("a été effacé le ") && !french.contains(/(le|au|du) le \d/))
    let line = try await ServedPartnership.get("/log/\(place).json", of: partnership).body
    let parts = line.split(separator: #","hash":""#)
    #expect(Fingerprint(of: Array((parts[0] + "}").utf8)).hexadecimal == parts[1].prefix(64))
    #expect(line.firstMatch(of: /"sealed":"[0-9a-f]{64}"/) != nil && !line.contains("salt"))
    try await partnership.close()
  }

  /// Persons and screenings are for insiders: the public is not told that there are acts on them.
  @Test func actsOnWhatNotEveryoneSeesAreNotTold() async throws {
    let partnership = try await MadeUpRecords.found(
      "gmp",
      with: [
        ("person", "id,is_erased\nquiet-person,false\n"),
        (
          "news",
          "id,date,text_en,qualifier,source,verification\nafter,2020-01-01,Afterwards.,exact,test,unverified\n"
        ),
      ])
    let place = try await partnership.database.read { try $0.journalHead().seq } - 1
    for address in [
      "/log.json", "/log", "/log/feed", "/log.json?kind=person", "/log/\(place)", "/log/\(place).json",
      "/log/\(place).csv",
    ] {
      let answer = try await ServedPartnership.get(address, of: partnership)
      #expect(!answer.body.contains("quiet-person"), "\(address)")
      #expect(answer.status == (address.contains("\(place)") ? 404 : 200), "\(address)")
    }
    // Who goes on from act to act passes over it.
    let after = try await ServedPartnership.get("/log/\(place + 1)?lang=en", of: partnership).body
    #expect(after.contains("/log/\(place - 1)?lang=en") && !after.contains("/log/\(place)?"))
    let before = try await ServedPartnership.get("/log/\(place - 1)?lang=en", of: partnership).body
    #expect(before.contains("/log/\(place + 1)?lang=en"))
    try await partnership.close()
  }
}
