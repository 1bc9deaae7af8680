import Foundation
import Testing

/// What windows hold, on the pages that tell it: 60 USD came in for gold and 40 for no area; 70 went to gold.
@Suite struct MoneyPageTests {
  /// The text of each row of a table, cell by cell.
  private static func rows(_ page: String, _ caption: String) throws -> [[String]] {
    let table = try #require(
      page.matches(of: /<table class="pin"><caption[^>]*>(.*?)<\/table>/.dotMatchesNewlines())
        .first { $0.1.hasPrefix(caption) }?.1, "no table \(caption)")
    return table.matches(of: /<tr><th scope="row">(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
      row.1.split(separator: /<td[^>]*>/).map { cell in
        String(cell).replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ")
          .trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
  }

  @Test func r124_theAreaShowsWhatIsSetAsideForItAndAllocated() async throws {
    let page = try await MadeUpRecords.get("/areas/gold?lang=en&as_of=2022-06-01").body
    #expect(page.contains("Money for this area"))
    #expect(
      try Self.rows(page, "What windows hold") == [
        ["Special trust fund of the Convention", "100 USD", "70 USD", "0 USD", "30 USD"]
      ])
    #expect(
      try Self.rows(page, "Set aside by area").map { Array($0.dropFirst(2)) } == [
        ["60 USD", "60 USD", "0 USD"]
      ])
    let records = try Self.rows(page, "Came in and allocated")
    #expect(records.map { $0[0] } == ["to-gold", "Gold Trust"])
    #expect(records.map { $0[5] } == ["70 USD", "60 USD"])
    #expect(page.contains("/records/allocation/to-gold"))
    #expect(page.contains("/records/contribution/for-gold"))
  }

  @Test func r124_beforeItWasAllocatedAllOfItIsThere() async throws {
    let page = try await MadeUpRecords.get("/areas/gold?lang=en&as_of=2022-05-02").body
    #expect(
      try Self.rows(page, "Set aside by area").map { Array($0.dropFirst(2)) } == [
        ["60 USD", "0 USD", "60 USD"]
      ])
    let earlier = try await MadeUpRecords.get("/areas/gold?lang=en&as_of=2022-03-31").body
    #expect(!earlier.contains("Money for this area"))
  }

  @Test func anAreaWithoutMoneyOfItsOwnSaysNothing() async throws {
    let page = try await MadeUpRecords.get("/areas/coal?lang=en&as_of=2022-06-01").body
    #expect(page.contains("Money that is missing"))
    #expect(!page.contains("Money for this area"))
  }

  @Test func theWindowShowsEachOfItsCurrencies() async throws {
    let page = try await MadeUpRecords.get("/records/window/special-trust-fund?lang=fr&as_of=2022-06-01").body
    #expect(page.contains("Ce que contient ce guichet"))
    #expect(
      try Self.rows(page, "Ce que contiennent les guichets").map { Array($0.dropFirst()) } == [
        ["900 JPY", "0 JPY", "0 JPY", "900 JPY"], ["100 USD", "70 USD", "0 USD", "30 USD"],
      ])
    let records = try Self.rows(page, "Reçu et alloué")
    #expect(records.map { $0[0] } == ["to-gold", "Yen Trust", "Open Trust", "Gold Trust"])
    #expect(records[1][3] == "Aucun domaine en particulier")
    let other = try await MadeUpRecords.get("/records/window/in-kind?lang=fr").body
    #expect(other.contains("Rien n’a été reçu et rien n’est alloué."))
  }

  @Test func r124_theReportAndItsFilesTellIt() async throws {
    let page = try await MadeUpRecords.get("/report/2022-2023?lang=en").body
    #expect(try Self.rows(page, "What windows hold").count == 2)
    let csv = try await MadeUpRecords.get("/report/2022-2023.csv").body
    let lines = csv.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("windows,") }
    #expect(
      lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1...5].joined(separator: " ") }
        == [
          "contribution yen  900 JPY", "contribution for-all  40 USD", "contribution for-gold  60 USD",
          "allocation to-gold  70 USD",
        ])
    let json = try await MadeUpRecords.get("/report/2022-2023.json").body
    #expect(json.contains(#""held":10000,"allocated":7000,"free":3000,"set_aside":0"#))
  }
}
