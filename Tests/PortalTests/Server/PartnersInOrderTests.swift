import App
import Foundation
import Kernel
import Testing

@testable import Telling

/// Partners stand in the order of their names, as the reader's language has it, from the first page to the last.
@Suite struct PartnersInOrderTests {
  /// So many that the list has three pages; ids stand otherwise than names, and French names otherwise than English ones.
  private static let names = (0..<230).map { number in
    let letter = ["é", "e", "Z", "a", "œ", "Å", "o"][number % 7]
    return (
      id: "partner-\(number * 37 % 230 + 100)", en: "\(letter)-\(number * 101 % 230)",
      fr: "\(["Z", "é", "b"][number % 3])-\(number * 59 % 230)",
      sector: number % 2 == 0 ? "public" : "private"
    )
  }

  private static let founded = Task {
    let rows = names.map {
      "\($0.id),\($0.en),\($0.fr),\($0.sector == "public" ? "government" : "industry"),\($0.sector),FR,gold,true,true,Helps,2008,exact,recalled,unverified,admitted"
    }
    let head =
      "id,name_en,name_fr,category,sector,country,areas,states_support,states_commitment,contribution,membership_since,qualifier,source,verification,state"
    return try await MadeUpRecords.found(
      "gmp", with: [("partner", ([head] + rows).joined(separator: "\n") + "\n")])
  }

  /// The ids of every page, by the links from one to the next.
  private static func walk(_ path: String) async throws -> [[String]] {
    var pages: [[String]] = []
    var next: String? = path
    while let here = next, pages.count < 10 {
      let body = try await ServedPartnership.get(here, of: founded.value).body
      let list = body.components(separatedBy: "<tbody>").dropFirst().first ?? ""
      pages.append(list.matches(of: /<a href="\/partners\/([a-z0-9\-]+)\?/).map { String($0.1) })
      next = body.firstMatch(of: /href="(\/partners\?[^"]*cursor=[^"]*)"/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
    }
    return pages
  }

  private static func expected(in language: Language, _ sector: String? = nil) -> [String] {
    let listed = names.filter { sector == nil || $0.sector == sector }
    return Words(language: language, entries: [:]).sorted(listed) { language == .fr ? $0.fr : $0.en }.map(
      \.id)
  }

  @Test(arguments: [Language.en, .fr]) func everyPageGoesOnWhereTheOneBeforeEnds(language: Language)
    async throws
  {
    let pages = try await Self.walk("/partners?lang=\(language.rawValue)")
    #expect(pages.map(\.count) == [100, 100, 30])
    #expect(pages.flatMap { $0 } == Self.expected(in: language))
  }

  @Test func whatIsChosenStandsInTheSameOrder() async throws {
    let pages = try await Self.walk("/partners?lang=en&sector=private")
    #expect(pages.flatMap { $0 } == Self.expected(in: .en, "private"))
    #expect(pages.count == 2)
  }

  @Test func whoeverWasShownLastMayBeGone() async throws {
    let pages = try await Self.walk("/partners?lang=en&cursor=gone")
    #expect(pages.first == Array(Self.expected(in: .en).prefix(100)))
  }
}
