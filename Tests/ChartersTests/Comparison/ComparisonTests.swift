import Foundation
import Kernel
import Testing

@testable import Charters

/// Charters side by side: every cell is derived from its file and says where it stands.
@Suite struct ComparisonTests {
  static let models = [
    "basel/2019", "ddt/2010", "fsc/2017", "gard/2020", "gmp/2020", "pcfv/2019", "tfi/2020", "traffic/2018",
  ]

  static func text(_ model: String) throws -> String {
    try String(contentsOf: CharterFiles.root.appending(path: "Charters/\(model).yaml"), encoding: .utf8)
  }
  static func compared(_ text: String) throws -> ComparedCharter {
    try #require(ComparedCharter.read(Array(text.utf8), name: "x.yaml").compared)
  }
  static func cell(_ model: String, _ row: ComparisonRow) throws -> [ComparedFact] {
    try compared(text(model))[row].facts
  }

  @Test func r70_eightModelsAnswerTheSameQuestions() throws {
    // Who is tied to a treaty how: the first fact of each, in the order above.
    let links = try Self.models.map { try Self.cell($0, .treatyLink).first?.values }
    #expect(
      links
        == ["formal", "none", "none", "none", "none", "none", "none", "none"].map {
          [.word($0, of: "modality")]
        })
    for model in Self.models {
      let compared = try Self.compared(Self.text(model))
      #expect(compared.cells.map(\.row) == ComparisonRow.allCases)
      // At most the place of companies, exclusions and lessons are nowhere said.
      let silent = compared.cells.filter(\.facts.isEmpty).map(\.row)
      #expect(Set(silent).isSubset(of: [.privateSector, .exclusions, .lessons]), "\(model): \(silent)")
    }
  }

  @Test func everyFactStandsOnTheLineThatItNames() throws {
    for model in Self.models {
      let text = try Self.text(model)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for fact in try Self.compared(text).cells.flatMap(\.facts) {
        // The last key of the path stands on the line; an element of a list has none.
        guard let key = fact.path.split(separator: ".").last, key != "[]" else { continue }
        #expect(lines[fact.ground.line - 1].contains("\(key):"), "\(model): \(fact.path)")
      }
    }
  }

  @Test func aCellTellsPathSourceAndBasis() throws {
    let money = try Self.cell("tfi/2020", .finance)
    #expect(money.map(\.path) == ["finance.windows.who-budget", "finance.windows.donors"])
    #expect(money.map { $0.values.last } == [.code("20\u{A0}%"), .code("80\u{A0}%")])
    #expect(money.map(\.ground.source) == [["A16"], ["A16"]])
    let host = try #require(try Self.cell("tfi/2020", .decision).first)
    #expect(host.ground.basis == .implied)
    #expect(host.values == [.word("host-decides", of: "decision-rule")])
  }

  /// A tie may name a body or a treaty. Either is told as the charter calls it, and never by its id.
  @Test func aTreatyThatATieNamesIsToldByItsName() throws {
    let links = try Self.cell("tfi/2020", .treatyLink)
    let beside = try #require(links.first { $0.head == .word("parallel-to", of: "compared") })
    let convention = Translated(
      .en,
      [
        .fr: "Convention-cadre de l'OMS pour la lutte antitabac",
        .en: "WHO Framework Convention on Tobacco Control",
      ])
    #expect(beside.values == [.name(convention)])
  }

  @Test func r162_oneLineOfTheCharterChangesTheCell() throws {
    let text = try Self.text("tfi/2020")
    let changed = text.replacing("reports-to: {value: wha}", with: "reports-to: {value: who}")
    #expect(text != changed)
    let who = Translated(.en, [.fr: "Organisation mondiale de la santé", .en: "World Health Organization"])
    #expect(try Self.compared(changed)[.reportsTo].facts.map(\.values) == [[.name(who)]])
  }

  @Test func aBrokenCharterGivesFindingsAndNothingToCompare() throws {
    let (reading, compared) = ComparedCharter.read(Array("charter: x\nareaz: {}\n".utf8), name: "x.yaml")
    #expect(compared == nil)
    #expect(reading.faults.contains { $0.code == "unknown-key" && $0.line == 2 })
  }
}
