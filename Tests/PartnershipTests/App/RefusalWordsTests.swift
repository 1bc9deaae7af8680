import Foundation
import Kernel
import Testing
import Wording

/// A refusal names its words by a literal key, so that sources and files of words can be held against each other.
@Suite struct RefusalWordsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let families = ["refusal.", "finding.", "phrase.", "holder."]

  private static func keys(_ language: Language) -> [String: Phrasebook.Entry] {
    Phrasebook.entries(in: language).filter { key, _ in families.contains { key.hasPrefix($0) } }
  }

  private static func texts(_ entry: Phrasebook.Entry) -> [String] {
    switch entry {
    case .text(let text): [text]
    case .forms(let forms): Array(forms.values)
    }
  }

  private static func placeholders(_ entry: Phrasebook.Entry) -> Set<String> {
    Set(texts(entry).flatMap { $0.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) } })
  }

  /// Every key that the sources name. What follows the name of a refusal is not a sentence: that would be its words.
  private static func used() throws -> Set<String> {
    var used: Set<String> = []
    let folder = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /Refusal\(\s*"([a-z0-9.-]+)"\s*(?:\)|,\s*[^"\s])/) {
        used.insert("refusal.\(match.1)")
      }
      for match in text.matches(of: /findings\.(?:fault|warning|remark)\(\s*"([a-z0-9.-]+)"/) {
        used.insert("finding.\(match.1)")
      }
      for match in text.matches(of: /"((?:refusal|finding|phrase|holder)\.[a-z0-9.-]+)"/) {
        used.insert(String(match.1))
      }
    }
    return used
  }

  @Test func everyKeyUsedExistsAndEveryKeyIsUsed() throws {
    let used = try Self.used()
    #expect(used.count > 100)
    let keys = Set(Self.keys(.en).keys)
    #expect(used.subtracting(keys).sorted() == [])
    // The role of a holder, and the kind of thing that a word of a charter names, are the last part of the key.
    let told = keys.subtracting(used).filter { key in
      !["holder.", "finding.referent."].contains { key.hasPrefix($0) }
    }
    #expect(told.sorted() == [])
  }

  @Test func bothLanguagesHaveTheSameKeysAndPlaceholders() {
    let (english, french) = (Self.keys(.en), Self.keys(.fr))
    #expect(Set(english.keys).symmetricDifference(french.keys).sorted() == [])
    for (key, entry) in english {
      guard let twin = french[key] else { continue }
      #expect(Self.placeholders(entry) == Self.placeholders(twin), "\(key)")
    }
  }

  /// The files of a language are read as one; of two entries for a key, one would never be seen.
  @Test(arguments: ["en", "fr"]) func noKeyStandsInTwoFiles(language: String) throws {
    let words = Self.root.appending(path: "Words")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: words.appending(path: language).path)
    let files = names.map { words.appending(path: "\(language)/\($0)") }
    var met: Set<String> = []
    for file in files {
      for key in try JSONReader.read(Array(Data(contentsOf: file)), Phrasebook.read).keys {
        #expect(met.insert(key).inserted, "\(key)")
      }
    }
  }

  /// French sets « » and the marks of two parts off by spaces at which no line breaks.
  @Test func frenchMarksAreSetOff() {
    for (key, entry) in Self.keys(.fr) {
      for text in Self.texts(entry) { #expect(!text.contains(#/[ ][:;!?»]|«[ ]/#), "\(key)") }
    }
  }

  @Test func aRefusalIsSaidInTheLanguageOfItsReader() {
    let refusal = Refusal("not-seconded", ["motion": "m-1", "charter": "gmp 2010"], count: 2)
    #expect(refusal.code == "not-seconded")
    #expect(refusal.sentence == "motion m-1 is not seconded yet; under gmp 2010 it needs 2 seconders")
    #expect(
      refusal.sentence(in: .fr)
        == "la motion m-1 n’est pas encore appuyée\u{202F}; selon gmp 2010, il lui faut 2 appuis")
    #expect(refusal.sentence(in: .ar) == refusal.sentence)
  }

  @Test func oneCodeMayHaveSeveralSentences() {
    let refusal = Refusal("cycle.leave-out", ["pledge": "p", "cycle": "c"], field: "cycle")
    #expect(refusal.code == "cycle")
    #expect(refusal.description == "cycle: pledge p counts in c; leave --cycle out")
  }

  @Test func aPhraseStandsInAPhraseAndListsAreSaid() {
    let within = Refusal(
      "no-move.possible",
      [
        "refusal": .phrase(Phrase("refusal.no-decider")),
        "possible": .joined([.anyOf(["a", "b", "c"]), "d"], by: "phrase.comma"),
      ])
    #expect(within.sentence.hasSuffix("option-in-force; possible: a or b or c, d"))
    #expect(within.sentence(in: .fr).hasSuffix("option-in-force\u{202F}; possible\u{A0}: a ou b ou c, d"))
  }

  @Test func wordsOfAnotherProgramStandAsTheyAreAndAMissingKeyShowsItself() {
    #expect(Refusal(code: "store", Phrase(asItIs: "disk {full}")).sentence(in: .fr) == "disk {full}")
    #expect(Refusal("no-such-thing").sentence == "refusal.no-such-thing")
  }
}
