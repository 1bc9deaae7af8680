import Foundation
import Kernel
import Testing

@testable import Charters
import Wording

/// The charters beside the first partnership's: clean as they are, and refused as soon as a word is wrong.
@Suite struct ModelCharterTests {
  static let files = [
    "basel/2010", "basel/2019", "ddt/2010", "fsc/2010", "fsc/2017", "gard/2010", "gard/2020",
    "mercury-free-gold/2010", "pcfv/2010", "pcfv/2019", "tfi/2010", "tfi/2020", "traffic/2010",
    "traffic/2018",
  ]

  static func text(_ file: String) throws -> String {
    try String(contentsOf: CharterFiles.root.appending(path: "Charters/\(file).yaml"), encoding: .utf8)
  }

  /// Ids of the sources that lie beside the partnership's facts.
  static func sources(_ id: String) throws -> Set<String> {
    let file = try String(
      contentsOf: CharterFiles.root.appending(path: "Data/\(id)/sources.csv"), encoding: .utf8)
    return Set(file.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) })
  }

  @Test(arguments: files) func r162_itIsClean(file: String) throws {
    let id = String(file.prefix { $0 != "/" })
    let reading = Charter.read(
      Array(try Self.text(file).utf8), name: file, sources: try Self.sources(id))
    #expect(reading.faults.map(\.refusal.description) == [])
    #expect(reading.charter?.label == file.replacing("/", with: " "))
    #expect(reading.charter?.shares.count == 4)
    #expect(reading.charter?.leavesAlways == true)
  }

  @Test func everyCharterOfTheFolderIsNamedHere() throws {
    let folder = CharterFiles.root.appending(path: "Charters")
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".yaml")
    }
    #expect(
      found.map { String($0.dropLast(5)) }.sorted() == (Self.files + ["gmp/2010", "gmp/2020"]).sorted())
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    let file: String
    let right: String
    let wrong: String
    let code: String
    /// A part of the sentence that says what would be right.
    let says: String
    var testDescription: String { "\(file): \(wrong)" }
  }

  static let slips = [
    Slip(
      file: "fsc/2017", right: "suspension-at-most: 6", wrong: "suspention-at-most: 6", code: "unknown-key",
      says: "suspension-at-most"),
    Slip(
      file: "fsc/2010", right: "organisations-at-most", wrong: "organizations-at-most", code: "unknown-key",
      says: "organisations-at-most"),
    Slip(
      file: "gard/2010", right: "conditional:", wrong: "conditionnal:", code: "unknown-key",
      says: "conditional"),
    Slip(
      file: "pcfv/2010", right: "thresholds:", wrong: "treshholds:", code: "unknown-key", says: "thresholds"),
    Slip(
      file: "pcfv/2010", right: "country-list:", wrong: "country-lst:", code: "unknown-key",
      says: "country-list"),
    Slip(
      file: "traffic/2010", right: "primary-rules:", wrong: "primary-rule:", code: "unknown-key",
      says: "primary-rules"),
    Slip(
      file: "traffic/2010", right: "signed: 1999, source", wrong: "singed: 1999, source", code: "unknown-key",
      says: "signed"),
    Slip(file: "ddt/2010", right: "ends-when:", wrong: "end-when:", code: "unknown-key", says: "ends-when"),
    Slip(
      file: "basel/2010", right: "parent-plan:", wrong: "parent-plans:", code: "unknown-key",
      says: "parent-plan"),
    Slip(
      file: "basel/2019", right: "computing-follow-up: {document", wrong: "computing-folow-up: {document",
      code: "dangling-reference", says: "computing-follow-up"),
    Slip(
      file: "basel/2010", right: "rule: {value: consensus, basis: assumed}, source: P1",
      wrong: "rule: {value: concensus, basis: assumed}, source: P1",
      code: "dangling-reference", says: "consensus"),
    Slip(
      file: "ddt/2010", right: "treaty: stockholm-convention\n", wrong: "treaty: stockholm\n",
      code: "dangling-reference", says: "stockholm"),
    Slip(
      file: "fsc/2017", right: "sides: {north:", wrong: "sides: {nord:", code: "dangling-reference",
      says: "did you mean \u{201C}north\u{201D}"),
    Slip(
      file: "pcfv/2010", right: "area: lead", wrong: "area: led", code: "dangling-reference", says: "lead"),
    Slip(
      file: "tfi/2010", right: "percent: 20", wrong: "percent: 19", code: "shares-total",
      says: "19 + 80 is 99"),
    Slip(
      file: "fsc/2010", right: "en: Independent certification body}",
      wrong: "en: Independent, certification body}", code: "key",
      says: "in quotes"),
    Slip(
      file: "tfi/2010", right: "arithmetic: 4 + 5 * 5 = 29", wrong: "arithmetic: *five", code: "alias",
      says: "write the value out"),
  ]

  @Test(arguments: slips) func aWrongWordIsRefused(slip: Slip) throws {
    let text = try Self.text(slip.file)
    try #require(text.contains(slip.right), "\(slip.right)")
    let range = try #require(text.range(of: slip.right))
    let spoilt = text.replacingCharacters(in: range, with: slip.wrong)
    let reading = Charter.read(Array(spoilt.utf8), name: slip.file)
    let fault = try #require(
      reading.faults.first { $0.code == slip.code }, "\(reading.faults.map(\.refusal.description))")
    #expect(fault.sentence.contains(slip.says), "\(fault.sentence)")
    let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
    #expect(abs(fault.line - line) <= 3, "line \(fault.line), not \(line)")
    #expect(reading.charter == nil)
  }

  /// Who decides on the structure comes from the charter: named for it, or those that amend under the linkage in force.
  @Test func theCharterSaysWhoDecidesOnTheStructure() throws {
    let expected = [
      "gmp/2010": ["advisory-group"], "basel/2010": ["cop"], "ddt/2010": ["steering"],
      "fsc/2017": ["assembly"],
    ]
    for (file, bodies) in expected {
      let charter = Charter.read(Array(try Self.text(file).utf8), name: file).charter
      #expect(charter?.structureDeciders == bodies, "\(file)")
    }
  }

  @Test func theReferenceDescribesEveryTopLevelKey() throws {
    let reference = try String(
      contentsOf: CharterFiles.root.appending(path: "docs/reference/charter.md"), encoding: .utf8)
    let keys = try #require(CharterGrammar.blocks[""])
    #expect(keys.count > 70)
    for key in keys.union(CharterGrammar.everywhere).sorted() {
      #expect(reference.contains("`\(key)`"), "docs/reference/charter.md does not describe \(key)")
    }
  }
}
