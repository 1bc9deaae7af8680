import Charters
import Kernel
import Testing
import Wording

/// Each fault is one sentence with its line: what is wrong, and what would be right.
@Suite struct CharterFaultTests {
  struct Spoilt: Sendable, CustomStringConvertible {
    let old: String
    let new: String
    let code: String
    let sentence: String
    var description: String { code }
  }

  static let cases: [Spoilt] = [
    Spoilt(
      old: "\nmembership:\n", new: "\nmembreship: {}\nmembership:\n", code: "unknown-key",
      sentence: "the charter knows no key “membreship”; did you mean “membership”?"),
    Spoilt(
      old: "meets: {every: about 18", new: "metes: {every: about 18", code: "unknown-key",
      sentence: "bodies.advisory-group knows no key “metes”; did you mean “meets”?"),
    Spoilt(
      old: "bodies: [inc, cop, subsidiary-body]", new: "bodies: [inc, cop, subsidary-body]",
      code: "dangling-reference",
      sentence:
        "treaties.minamata.bodies names the body “subsidary-body”, which this charter does not declare; did you mean “subsidiary-body”?"
    ),
    Spoilt(
      old: "  benefits:         {fr", new: "  # benefits:         {fr", code: "share-missing",
      sentence:
        "shares does not say how benefits are shared; partners agree on risks, responsibilities, resources and benefits"
    ),
    Spoilt(
      old:
        "      information-exchange: {modality: formal, mention: {value: supporting-mechanism, basis: implied}, to: {any-of: [cop, subsidiary-body], basis: implied}, reports-to: {value: linked-body, basis: implied}",
      new:
        "      information-exchange: {modality: none, mention: {value: supporting-mechanism, basis: implied}, to: {any-of: [], basis: implied}, reports-to: not-stated",
      code: "no-addressee",
      sentence:
        "information-exchange reports to nobody: options.combination.parts.information-exchange.reports-to names no addressee; say who receives its report"
    ),
    Spoilt(
      old: "  budget:                                     # no",
      new:
        "  shares: {must-total: 100, of: [{window: environment-fund, percent: 19}, {window: in-kind, percent: 80}]}\n  budget:                                     # no",
      code: "shares-total", sentence: "finance.shares.of: 19 + 80 is 99; shares of a whole total 100"),
    Spoilt(
      old: "default:\n      modality: none\n      mention: {value: none, source: A30}\n      to: {any-of: []",
      new:
        "default:\n      modality: none\n      mention: {value: none, source: A30}\n      to: {any-of: [cop]",
      code: "contradiction",
      sentence:
        "options.independent.default has modality none and is tied to cop; a part without a link names no body"
    ),
    Spoilt(
      old: "unep:            {kind: organisation,", new: "unep:            {kind: organisation, of: unep-gc,",
      code: "cycle",
      sentence: "unep is part of unep-gc is part of unep: a body is part of a larger one, never of itself"),
    Spoilt(
      old: "framework-in-place: {value: 2008,", new: "framework-in-place: {value: 2008, since: 31.12.2008,",
      code: "date", sentence: "since: “31.12.2008” is not a date; write 2010, 2010-09 or 2010-09-22"),
    Spoilt(
      old: "fr: Réduire au minimum, en: Minimise", new: "fr: Réduire au minimum, de: Minimieren",
      code: "language",
      sentence: "goal.aims.minimise.name has no English (en) text; write both fr and en"),
    Spoilt(
      old: "\ngoal:\n", new: "\ncharter: gmp\ngoal:\n", code: "twice",
      sentence: "charter stands twice in the same block; keep one"),
    Spoilt(
      old: "qualifier: at-most, source: unep-pag-1-3}", new: "qualifier: atmost, source: unep-pag-1-3}",
      code: "qualifier",
      sentence:
        "qualifier “atmost” is not one of exact, about, at-least, at-most, more-than, less-than, estimated, inferred, unverified"
    ),
  ]

  /// The line that the spoilt text stands on, or the one of its block where something was taken out.
  @Test(arguments: cases) func oneSentenceWithItsLine(spoilt: Spoilt) throws {
    var text = try CharterFiles.text("2010")
    if spoilt.code == "no-addressee" {
      // The option is only under study; a part of it is asked about once the option is in force.
      text = text.replacing("follows: {option: independent", with: "follows: {option: combination")
    }
    try #require(text.contains(spoilt.old))
    let reading = CharterFiles.read(text.replacing(spoilt.old, with: spoilt.new, maxReplacements: 1))
    #expect(reading.charter == nil)
    #expect(reading.faults.map(\.sentence) == [spoilt.sentence])
    #expect(reading.faults.map(\.code) == [spoilt.code])
    let finding = try #require(reading.faults.first)
    #expect(finding.file == "2010.yaml")
    #expect(finding.line > 1)
    #expect(finding.refusal.description.hasPrefix("2010.yaml:\(finding.line): "))
  }

  @Test func theLineIsTheOneOfTheFault() throws {
    let text = try CharterFiles.text("2010").replacing(
      "\nmembership:\n", with: "\nmembreship: {}\nmembership:\n")
    #expect(CharterFiles.read(text).faults.map(\.line) == [CharterFiles.line(of: "membreship", in: text)])
  }

  @Test func aSilentDefaultIsToldOnceForAllParts() throws {
    let text = try CharterFiles.text("2010").replacing(
      "reports-to: {value: unep-ed, source: A28b}", with: "reports-to: not-stated")
    let faults = CharterFiles.read(text).faults
    #expect(faults.map(\.code) == ["no-addressee"])
    #expect(faults[0].sentence.hasPrefix("gold, chlor-alkali, fate-and-transport, "))
    #expect(faults[0].sentence.hasSuffix("names no addressee; say who receives their reports"))
  }

  @Test func sharesThatTotalAHundredHold() throws {
    let text = try CharterFiles.text("2010").replacing(
      "  budget:                                     # no",
      with:
        "  shares: {must-total: 100, of: [{window: environment-fund, percent: 20}, {window: in-kind, percent: 80}]}\n  budget:                                     # no"
    )
    #expect(CharterFiles.read(text).faults == [])
  }

  @Test func severalFaultsAreToldAtOnceInTheOrderOfTheirLines() throws {
    var text = try CharterFiles.text("2010")
    for spoilt in Self.cases.prefix(4) {
      text = text.replacing(spoilt.old, with: spoilt.new, maxReplacements: 1)
    }
    let faults = CharterFiles.read(text).faults
    #expect(faults.count == 4)
    #expect(faults.map(\.line) == faults.map(\.line).sorted())
  }

  @Test(arguments: [
    ("", "the file holds no charter; it begins with “charter: name”"),
    ("- a\n- b\n", "the file holds no charter; it begins with “charter: name”"),
    ("charter: gmp\0\n", "the file holds a zero byte; a charter is plain text"),
    (
      "a: &a [x]\nb: *a\n",
      "anchors (&) and aliases (*) are not part of the charter language; write the value out"
    ),
    (String(repeating: "[", count: 20_000), "brackets are nested more than 40 deep"),
    (
      "charter: " + String(repeating: "9", count: 2_000_000),
      "the file is larger than 1 MB; a charter is a text that people read"
    ),
  ])
  func hostileFilesGetASentence(text: String, sentence: String) {
    #expect(CharterFiles.read(text).faults.map(\.sentence) == [sentence])
  }

  @Test func anotherEncodingIsNamed() {
    let bytes = Array("charter: gmp".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let reading = Charter.read([0xFF, 0xFE] + bytes, name: "x.yaml")
    #expect(reading.faults.map(\.sentence) == ["the file is not UTF-8; save it as UTF-8 text"])
  }

  @Test func aByteOrderMarkIsNoFault() throws {
    let reading = Charter.read(
      [0xEF, 0xBB, 0xBF] + Array(try CharterFiles.text("2010").utf8), name: "2010.yaml")
    #expect(reading.faults == [])
  }
}
