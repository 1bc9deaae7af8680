import Foundation
import Kernel
import Testing

@testable import Charters
import Wording

/// A key is declared once, and everything else follows from the declaration.
@Suite struct CharterKeyTests {
  static let judged = CharterKey.all.filter { key in
    // A list of quorums or majorities knows the same keys as a single one.
    if key.path.contains("quorum.[]") || key.path.contains("pass.[]") { return false }

    switch key.shape {
    case .words, .flag, .number, .span, .date: return true
    default: return false
    }
  }

  private static func read(_ text: String) -> CharterReading {
    Charter.read(Array(text.utf8), name: "whole.yaml")
  }

  @Test func noKeyIsDeclaredTwice() {
    let paths = CharterKey.all.map(\.path)
    #expect(paths.count == Set(paths).count)
    #expect(paths.count > 900)
  }

  /// The codes of what is said of values.
  static let ofValues: Set<String> = ["word", "one-word", "value", "shape", "dangling-reference", "date"]

  @Test func aCharterWithEveryKeyHasNoWrongValue() {
    let reading = Self.read(WholeCharter.text())
    let faults = reading.faults.filter { Self.ofValues.contains($0.code) || $0.code == "unknown-key" }
    #expect(faults.map(\.refusal.description) == [])
  }

  /// What `mention: wrong-word` of a tie was: accepted, and told as if the charter had said it. Every key is spoilt, each
  /// with a word of its own, and each is told on its line with what it may be.
  @Test func noKeyTakesAWordThatItDoesNotKnow() throws {
    let wrong = Dictionary(
      uniqueKeysWithValues: Self.judged.enumerated().map { ($1.path, "wrong-\($0)-word") })
    let text = WholeCharter.text { wrong[$0.path] }
    let faults = Self.read(text).faults.filter { Self.ofValues.contains($0.code) }
    #expect(Self.judged.count > 400)
    for key in Self.judged {
      let word = try #require(wrong[key.path])
      let line = CharterFiles.line(of: word, in: text)
      let fault = faults.first { $0.sentence.contains("\u{201C}\(word)\u{201D}") && $0.line == line }
      #expect(fault?.file == "whole.yaml" && line > 0, "\(key.path) takes any word")
      if case .words(let words) = key.shape, words.referents.isEmpty {
        #expect(fault?.sentence.contains("is not one of \(words.fixed.joined(separator: ", "))") ?? false)
      }
    }
  }

  @Test(arguments: ReservedWords.silences) func everyKeyMaySayThatNothingIsKnown(silence: String) {
    let paths = Set(Self.judged.map(\.path))
    let text = WholeCharter.text { paths.contains($0.path) ? silence : nil }
    let faults = Self.read(text).faults.filter { Self.ofValues.contains($0.code) }
    #expect(faults.map(\.refusal.description) == [])
  }

  /// Where one word is meant a list says nothing; it would be read as silence.
  @Test func noKeyOfOneWordTakesAList() throws {
    let single = Self.judged.filter { key in
      switch key.shape {
      case .words(let words): words.isOne
      case .date: false
      default: true
      }
    }
    let paths = Set(single.map(\.path))
    let faults = Self.read(WholeCharter.text { paths.contains($0.path) ? "[a, b]" : nil }).faults
    let told = faults.filter { $0.code == "one-word" }.map(\.sentence)
    for key in single where !key.path.contains("*") && !key.path.contains("[]") {
      #expect(told.contains { $0.hasPrefix("\(key.path) is a list, and ") }, "\(key.path)")
    }
  }

  @Test(arguments: [
    (
      "mention: {value: supporting-mechanism, basis", "mention: {value: suporting-mechanism, basis",
      "options.combination.parts.information-exchange.mention: “suporting-mechanism” is not one of discretionary, supporting-mechanism; did you mean “supporting-mechanism”?"
    ),
    (
      "library:        {enabled: true", "library:        {enabled: treu",
      "mechanisms.library.enabled: “treu” is neither true nor false"
    ),
    (
      "flexibility: {value: high, source", "flexibility: {value: [high, low], source",
      "options.independent.default.flexibility is a list, and one word is meant; write one"
    ),
    (
      "flexibility: {value: high, source", "flexibility: {valeu: high, source",
      "options.independent.default.flexibility knows no key “valeu”; did you mean “value”?"
    ),
  ])
  func aSlipIsToldWithWhatIsMeant(old: String, new: String, sentence: String) throws {
    let text = try CharterFiles.text("2010")
    try #require(text.contains(old))
    let spoilt = text.replacing(old, with: new, maxReplacements: 1)
    let faults = CharterFiles.read(spoilt).faults
    #expect(faults.map(\.sentence).contains(sentence))
    let line = CharterFiles.line(of: new, in: spoilt)
    #expect(faults.filter { $0.sentence == sentence }.map(\.line) == [line])
  }

  @Test func nothingIsCalledByAReservedWord() throws {
    let text = try CharterFiles.text("2010").replacing(
      "\nstreams:\n", with: "\nstreams:\n  linked-body: {name: {fr: a, en: b}}\n")
    #expect(
      CharterFiles.read(text).faults.map(\.sentence) == [
        "streams names something “linked-body”, a word that the charter language keeps for itself; name it otherwise"
      ])
  }

  // MARK: What reads them

  /// Every charter of the repository, and one in which every key stands.
  private static func texts() throws -> [String] {
    let folder = CharterFiles.root.appending(path: "Charters")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".yaml")
    }
    return try files.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) } + [
      WholeCharter.text(), ownChambers,
    ]
  }

  /// The same, with a rule whose weights name their own chambers.
  private static let ownChambers = WholeCharter.text {
    $0.path == "decisions.rules.*.weights.each" ? "not-stated" : nil
  }

  /// The declared keys that a reading asked for.
  private static func keys(_ reads: KeyReads) -> Set<String> {
    var found: Set<String> = []
    // Looking into a value is no reading of its key: the walk over all percentages does so everywhere.
    for path in reads.paths where !path.hasSuffix(".value") {
      var pattern = ""
      for step in path.split(separator: ".") where step != "value" {
        pattern = step == "[]" ? pattern + ".[]" : CharterGrammar.child(pattern, String(step))
      }
      if CharterKey.byPath[pattern] != nil { found.insert(pattern) }
    }
    // What is read in one of several blocks that are alike is read in each.
    for blocks in [CharterKey.termsOfALinkage, CharterKey.majorities, CharterKey.quorums] {
      for block in blocks {
        for path in found where path.hasPrefix(block + ".") {
          found.formUnion(
            blocks.map { $0 + path.dropFirst(block.count) }.filter { CharterKey.byPath[$0] != nil })
        }
      }
    }
    return found
  }

  /// Row by row: what a comparison looks up is what the row declares, so that a key which moves takes its rows along.
  @Test func aRowAsksForTheKeysThatItDeclares() throws {
    var asked: [ComparisonRow: Set<String>] = [:]
    for text in try Self.texts() {
      let reading = Self.read(text)
      let charter = try #require(reading.readable)
      let tree = try #require(reading.tree)
      for row in ComparisonRow.allCases {
        let reads = KeyReads()
        _ = ComparedCells(charter: charter, root: Entry(root: tree, reads: reads)).cell(row)
        asked[row, default: []].formUnion(Self.keys(reads))
      }
    }
    for row in ComparisonRow.allCases {
      #expect(asked[row]?.sorted() == row.keys.sorted(), "\(row)")
      #expect(row.keys.allSatisfy { CharterKey.byPath[$0]?.rows.contains(row) == true })
    }
  }

  @Test func whatIsDeclaredAsReadIsReadAndNothingElse() throws {
    var (charter, comparison): (Set<String>, Set<String>) = ([], [])
    for text in try Self.texts() {
      let (typed, compared) = (KeyReads(), KeyReads())
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        let reading = Charter.read(bytes, name: "a.yaml", reads: typed)
        guard let read = reading.readable, let tree = CharterText.tree(bytes, Findings(file: "a.yaml")) else {
          Issue.record("a charter cannot be read: \(reading.faults.map(\.refusal.description).prefix(3))")
          return
        }
        let cells = ComparedCells(charter: read, root: Entry(root: tree, reads: compared))
        for row in ComparisonRow.allCases { _ = cells.cell(row) }
      }
      charter.formUnion(Self.keys(typed))
      comparison.formUnion(Self.keys(compared))
    }
    func declared(_ reader: CharterKey.Reader) -> [String] {
      CharterKey.all.filter { $0.reader == reader && $0.name != "*" }.map(\.path).sorted()
    }
    let all = Set(CharterKey.all.filter { $0.name != "*" }.map(\.path))
    let found = [
      CharterKey.Reader.charter: charter, .comparison: comparison.subtracting(charter),
      .nothing: all.subtracting(charter).subtracting(comparison),
    ]
    if let file = ProcessInfo.processInfo.environment["KEYS_OUT"] {
      let json = ["none": found[.nothing]!.sorted(), "compared": found[.comparison]!.sorted()]
      try JSONEncoder().encode(json).write(to: URL(fileURLWithPath: file))
    }
    for (reader, keys) in found { #expect(keys.sorted() == declared(reader), "read by \(reader)") }
  }
}
