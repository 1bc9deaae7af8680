import App
import Exchange
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Store
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// One portal that stays open while acts come in: what it keeps from some readers, and what it must not keep for long.
@Suite struct KeptFromSomeTests {
  private static func rows(_ id: String, name: String, sector: String, country: String, note: String)
    -> String
  {
    """
    id,name_en,category,sector,country,areas,states_support,states_commitment,contribution,membership_since,confidential_note,qualifier,source,verification,state
    \(id),\(name),government,\(sector),\(country),waste,true,true,Shares,2008,\(note),exact,recalled,unverified,admitted
    """
  }
  private static let alpha = rows(
    "alpha", name: "Alpha Board", sector: "public", country: "JP", note: "between us")
  private static let changed = rows(
    "alpha", name: "Alpha Board", sector: "public", country: "JP", note: "among two")
  private static let beta = rows(
    "beta", name: "Beta Watch", sector: "civil-society", country: "FR", note: "quietly")

  private typealias Get = @Sendable (String) async throws -> (status: Int, body: String)

  private static func served(
    _ rows: String..., body: @Sendable (App.Partnership, Get) async throws -> Void
  ) async throws {
    let partnership = try await MadeUpRecords.found("gmp", with: rows.map { ("partner", $0) })
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in ServedPartnership.today })
    try await Application(responder: PortalResponder(site, version: "test")).test(.router) { client in
      try await body(partnership) { address in
        try await client.execute(uri: address, method: .get) { ($0.status.code, String(buffer: $0.body)) }
      }
    }
    try await partnership.close()
  }

  /// The words of a page as a reader has them before their eyes.
  private static func words(_ page: String) -> String {
    page.replacing(/<[^>]*>/, with: " ").replacing("\u{A0}", with: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func r163_noDoorOfThePublicTellsANote() async throws {
    try await Self.served(Self.alpha, Self.changed) { partnership, get in
      let last = try await partnership.database.read { try $0.journalHead().seq }
      for address in [
        "/api/v1/partners", "/api/v1/partners/alpha", "/api/v1/partners/alpha/history", "/partners.csv",
        "/records/partner/alpha", "/partners/alpha", "/log?kind=partner", "/log.json?kind=partner",
        "/log.csv?kind=partner", "/log/feed?kind=partner", "/log/\(last)", "/log/\(last).json",
      ] {
        let answer = try await get(address)
        #expect(answer.status == 200, "\(address)")
        for word in ["between us", "among two", "confidential_note", "Confidential note"] {
          #expect(!answer.body.contains(word), "\(address) tells \(word)")
        }
      }
      // Two acts are told all the same, without what changed.
      let history = try await get("/api/v1/partners/alpha/history").body
      #expect(history.matches(of: /"version":[12],/).count == 2)
      // To ask for a value would tell it.
      let asked = try await get("/api/v1/partners?confidential_note=among%20two")
      #expect(asked.status == 400)
      #expect(asked.body.contains("partners have no field “confidential_note” to choose by"))
    }
  }

  @Test func whatIsCountedAndListedFollowsEachAct() async throws {
    try await Self.served(Self.alpha) { partnership, get in
      let before = Self.words(try await get("/partners?lang=en").body)
      #expect(before.contains("Partners 1 of 1 Partner Category Sector"))
      #expect(before.contains("1 named partner, counted"))
      try await MadeUpRecords.take(
        try Capabilities.kind("partner"), CSVFile(Array(Self.beta.utf8), name: "beta.csv"), partnership)
      let after = Self.words(try await get("/partners?lang=en").body)
      #expect(after.contains("Partners 2 of 2 Partner Category Sector"))
      #expect(after.contains("Alpha Board Government Public sector Japan"))
      #expect(after.contains("Beta Watch Government Civil society France"))
      #expect(after.contains("2 named partners, each counted in one sector"))
    }
  }

  /// An answer that is kept is kept in its language: the address alone does not say in which.
  @Test func whatIsKeptIsKeptInItsLanguage() async throws {
    let partnership = try await MadeUpRecords.found("gmp", with: [])
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in ServedPartnership.today })
    try await Application(responder: PortalResponder(site, version: "test")).test(.router) { client in
      for language in ["fr", "en", "fr", "en"] {
        let page = try await client.execute(
          uri: "/areas", method: .get, headers: [.acceptLanguage: language]
        ) { String(buffer: $0.body) }
        #expect(page.contains("<html lang=\"\(language)\">"))
      }
    }
    try await partnership.close()
  }

  /// A file has what was so on its day, like the page that it belongs to.
  @Test func aFileIsOfItsDay() async throws {
    func ids(_ address: String) async throws -> [String] {
      try await ServedPartnership.get(address).body.split(separator: "\r\n").dropFirst()
        .map { String($0.prefix { $0 != "," }) }
    }
    try await #expect(
      ids("/areas.csv?as_of=2010-09-22") == [
        "chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply", "waste",
      ])
    try await #expect(
      ids("/areas.csv") == [
        "cement", "chlor-alkali", "coal", "fate-and-transport", "gold", "products", "supply", "waste",
      ])
  }
}
