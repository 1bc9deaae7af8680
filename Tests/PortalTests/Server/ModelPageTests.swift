import Charters
import Foundation
import Kernel
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// The models as a reader sees them: side by side, and each with its sentences, numbers and sources.
@Suite struct ModelPageTests {
  static let day = Day(2026, 11, 25)

  @Test func r70_theEightStandSideBySide() async throws {
    let page = try await ServedPartnership.get("/models?lang=en").body
    let heads = page.matches(of: /<th scope="col">([a-z]+ \d{4})<\/th>/).map { String($0.1) }
    #expect(
      heads == [
        "basel 2019", "ddt 2010", "fsc 2017", "gard 2020", "gmp 2020", "pcfv 2019", "tfi 2020",
        "traffic 2018",
      ])
    #expect(
      page.contains(
        "Donors, 80\u{A0}% <span class=\"src\"><a href=\"/models/tfi?lang=en#A16\">A16</a></span>"))
    // Narrow screens scroll the table, not the page.
    #expect(page.contains("<div class=\"scroll\" tabindex=\"0\" role=\"region\""))
  }

  @Test func aDayInThePastShowsItsEditions() async throws {
    let page = try await ServedPartnership.get("/models?lang=en&as_of=2010-09-22").body
    #expect(page.contains(">fsc 2010<") && page.contains(">gard 2010<"))
    #expect(!page.contains(">fsc 2017<"))
  }

  @Test(arguments: Models.adopted) func everySourceOfACellIsNamedOnItsModelsPage(id: String) async throws {
    let (list, page) = try await (
      ServedPartnership.get("/models?lang=en").body, ServedPartnership.get("/models/\(id)?lang=en").body
    )
    let cited = list.matches(of: /href="\/models\/([a-z]+)\?lang=en#([^"]+)"/).filter { $0.1 == id }.map(\.2)
    #expect(!cited.isEmpty)
    for source in Set(cited) { #expect(page.contains("<li id=\"\(source)\">"), "\(source)") }
  }

  /// What a charter calls by a word has that word in both languages.
  @Test(arguments: Words.languages) func everyWordOfAComparisonIsTranslated(language: Language) {
    let entries = Words.of(language).entries
    for fact in Models.all.flatMap(\.cells).flatMap(\.facts) {
      for case .word(let word, let family) in fact.values + [fact.head].compactMap({ $0 }) {
        #expect(entries["\(family).\(word)"] != nil, "\(family).\(word)")
      }
    }
    for row in ComparisonRow.allCases { #expect(entries["comparison-row.\(row.rawValue)"] != nil) }
  }

  @Test func r156_aModelsPageHoldsItsNumbersWithTheirSource() async throws {
    let page = try await ServedPartnership.get("/models/ddt?lang=en").body
    let rows = page.matches(of: /<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td><\/tr>/).map {
      row in
      [row.1, row.2, row.3].map {
        $0.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ").trimmingCharacters(in: .whitespaces)
      }
    }
    for row in [
      ["Share of the Facility; “dollars” not specified", "32,000,000 US dollars", "P2"],
      ["Other sources; “dollars” not specified", "45,000,000 US dollars estimated", "P2"],
      ["Programme total", "77,000,000 US dollars estimated inferred", "P2"],
    ] { #expect(rows.contains(row), "\(row)") }
    let data = try await ServedPartnership.get("/models/ddt.csv")
    #expect(data.body.hasPrefix("id,paragraph,form,value,"))
    #expect(data.body.split(whereSeparator: \.isNewline).count == 12)
  }

  @Test func theDataOfTheComparisonAreTheSame() async throws {
    let json = try await ServedPartnership.get("/models.json?lang=en")
    let comparison = CharterComparison(Models.sideBySide(on: Self.day), in: .en)
    #expect(json.body == comparison.json)
    #expect(try JSONSerialization.jsonObject(with: Data(json.body.utf8)) is [String: Any])
    let csv = try await ServedPartnership.get("/models.csv?lang=en")
    #expect(csv.body == comparison.csv)
    let line = try #require(
      csv.body.split(whereSeparator: \.isNewline).first { $0.hasPrefix("host,Host,tfi,2020,") })
    #expect(
      line
        == "host,Host,tfi,2020,World Health Organization,linkage.default.host,Charters/tfi/2020.yaml,130,A16,implied,exact"
    )
  }

  @Test func aModelThatIsNotThereIsNotFound() async throws {
    for path in ["/models/nothing", "/models/nothing.json", "/models/a%22b"] {
      #expect(try await ServedPartnership.get(path).status == 404, "\(path)")
    }
  }

  @Test func theTextTellsDifferencesOfTwoEditions() throws {
    let editions = try ["tfi/2010", "tfi/2020"].map { try #require(Models.compared($0, on: Self.day)) }
    let text = CharterComparison(editions, in: .en).text
    #expect(text.contains("What changed from tfi 2010 to tfi 2020"))
    #expect(text.contains("  changed Edition: \u{201C}2010\u{201D} \u{2192} \u{201C}2020\u{201D} [line 7]\n"))
    #expect(CharterComparison(Models.sideBySide(on: Self.day), in: .fr).differences == nil)
  }

  /// The record of an adopted edition tells in words what it says otherwise than the one before; the first has none.
  @Test func theRecordOfAnEditionTellsWhatChanged() async throws {
    let later = try await ServedPartnership.get("/records/charter-edition/gmp-2020?lang=fr")
    #expect(later.status == 200)
    #expect(later.body.contains("Ce qui change de gmp 2010 à gmp 2020"))
    #expect(later.body.contains("<th scope=\"row\">Édition</th><td>2010</td><td>2020</td>"))
    let first = try await ServedPartnership.get("/records/charter-edition/gmp-2010?lang=fr")
    #expect(first.status == 200 && !first.body.contains("Ce qui change"))
  }
}
