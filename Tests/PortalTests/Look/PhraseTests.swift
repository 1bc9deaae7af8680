import Foundation
import Kernel
import Testing
import Wording

/// Sentences that are reached before there is a page: named by a key, said by the words of each language.
@Suite struct PhraseTests {
  @Test func aPhraseIsSaidInEveryLanguageThatHasWords() {
    let line = Phrase(
      "tally.countedOut.spoke",
      ["voter": "acme", "reason": .phrase(Phrase("tally.reason.only", ["category": "ngo"]))]
    ).translated
    #expect(line[.en] == "acme is counted out: only ngo votes; its vote does not count")
    #expect(line[.fr] == "acme n’est pas compté : seule la catégorie ngo vote ; sa voix ne compte pas")
    #expect(line.original == .en && line.texts.count == 2)
  }

  @Test(arguments: [
    (0, "acme votes for 0 others by proxy", "acme vote pour 0 autre par procuration"),
    (1, "acme votes for 1 other by proxy", "acme vote pour 1 autre par procuration"),
    (2, "acme votes for 2 others by proxy", "acme vote pour 2 autres par procuration"),
  ]) func aCountedNounTakesTheFormOfItsLanguage(count: Int, english: String, french: String) {
    let line = Phrase("tally.proxies", ["holder": "acme"], count: count).translated
    #expect(line[.en] == english && line[.fr] == french)
  }

  /// An interest is what somebody wrote; it may look like a place.
  @Test func whatAValueSaysIsNeverReadAsAPlace() {
    let line = Phrase("tally.interest", ["voter": "acme", "interest": "owns {voter} and {"]).translated
    #expect(
      line[.en]
        == "acme declared an interest (owns {voter} and {); the rule shows it and counts the vote")
  }

  @Test func aTextOfACharterIsSaidInTheLanguageOfTheSentence() {
    let name = Translated(.fr, [.fr: "Libre", .en: "Free"])
    let line = Phrase(
      "addressee.option",
      ["number": "2", "name": .said(name), "terms": "t", "place": "p"]
    ).translated
    #expect(line[.en]?.contains("“Free”") ?? false)
    #expect(line[.fr]?.contains("« Libre »") ?? false)
  }

  @Test func aKeyOrAPlaceThatIsMissingShowsItself() {
    #expect(Phrase("tally.nothingOfTheKind").translated == Translated(.en, "tally.nothingOfTheKind"))
    #expect(Phrase("tally.roll", ["voters": "1"]).translated == Translated(.en, "tally.roll"))
  }

  /// Formulas name their phrases by literals; what follows a family in an interpolation is a value of a type.
  @Test func everyPhraseThatCodeNamesExists() throws {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let keys = Set(Phrasebook.entries(in: .en).keys)
    var named = 0
    let folder = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"((?:tally|addressee|vote-base)\.[A-Za-z.\-]*)(\\\()?/) {
        let (key, isBegun) = (String(match.1), match.2 != nil)
        #expect(isBegun ? keys.contains { $0.hasPrefix(key) } : keys.contains(key), "\(key)")
        named += 1
      }
    }
    #expect(named > 50)
  }
}
