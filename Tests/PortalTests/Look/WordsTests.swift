import Foundation
import Kernel
import Testing
import Wording

@testable import Portal
@testable import Telling
@testable import Web

@Suite struct PortalLookWordsTests {
  private func placeholders(_ entry: Words.Entry) -> Set<String> {
    let texts =
      switch entry {
      case .text(let text): [text]
      case .forms(let forms): Array(forms.values)
      }
    return Set(texts.flatMap { $0.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) } })
  }

  @Test(arguments: Words.languages)
  func everyLanguageHasTheSameKeysAndPlaceholders(language: Language) {
    let (english, other) = (Words.of(.en).entries, Words.of(language).entries)
    #expect(english.count > 200)
    #expect(Set(english.keys).symmetricDifference(other.keys).isEmpty)
    for (key, entry) in english {
      guard let translated = other[key] else { continue }
      #expect(placeholders(entry) == placeholders(translated), "\(key)")
    }
  }

  @Test(arguments: Words.languages)
  func everyCountedNounHasItsForms(language: Language) {
    for (key, entry) in Words.of(language).entries {
      switch entry {
      case .text(let text): #expect(!text.isEmpty, "\(key)")
      case .forms(let forms):
        #expect(Set(forms.keys) == Set(PluralForm.needed(in: language)), "\(key)")
        if !key.hasPrefix("unit.") { #expect(forms.values.allSatisfy { $0.contains("{count}") }, "\(key)") }
      }
    }
  }

  /// Keys stand in the source as literals; families are looked up by the values of a type or of the data.
  @Test func everyKeyUsedExistsAndEveryKeyIsUsed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var used: Set<String> = []
    let files = try ["Telling", "Web", "Portal"].flatMap { target in
      let folder = root.appending(path: "Sources").appending(path: target)
      return try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        .compactMap { $0 as? URL }
    }
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:words|self|other\))\[\s*"([a-z]+\.[A-Za-z.]+)"/) {
        used.insert(String(match.1))
      }
      for match in text.matches(of: /\.count\(\s*"([a-z]+\.[A-Za-z.]+)"/) { used.insert(String(match.1)) }
    }
    #expect(used.count > 150)
    let keys = Set(Words.of(.en).entries.keys)
    #expect(used.subtracting(keys).sorted() == [])
    let unused = keys.subtracting(used).filter { key in
      !Words.families.contains { key.hasPrefix($0 + ".") }
    }
    #expect(unused.sorted() == [])
  }

  @Test func closedFamiliesAreComplete() {
    let keys = Set(Words.of(.en).entries.keys)
    var expected = (1...12).map { "month.\($0)" }
    expected += Language.allCases.map { "language.\($0.rawValue)" }
    expected += Qualifier.allCases.map { "qualifier.\($0.rawValue)" }
    expected += Verification.allCases.flatMap {
      ["verification.\($0.rawValue)", "verification.means.\($0.rawValue)"]
    }
    expected += ErrorPage.Reason.allCases.flatMap { ["error.\($0.rawValue)", "error.means.\($0.rawValue)"] }
    expected += ["direction.up", "direction.down", "direction.unchanged"]
    for key in expected { #expect(keys.contains(key), "\(key)") }
  }

  @Test func aMissingKeyShowsItselfAndAMissingTermItsValue() {
    #expect(Words.of(.en)["no.such.key"] == "no.such.key")
    #expect(Words.of(.en).term("kind", "made-up_kind") == "made up kind")
  }

  @Test func aKeyTwiceAndAWrongFormAreRefused() {
    for text in [#"{"a":"x","a":"y"}"#, #"{"a":{"some":"x"}}"#, #"{"a":1}"#] {
      #expect(throws: Refusal.self) { try JSONReader.read(Array(text.utf8), Phrasebook.read) }
    }
  }

  @Test func lists() {
    #expect(Words.of(.en).list(["a"]) == "a")
    #expect(Words.of(.en).list(["a", "b", "c"]) == "a, b and c")
    #expect(Words.of(.fr).list(["a", "b"]) == "a et b")
    #expect(Words.of(.en).list([]) == "")
  }

  @Test func units() {
    #expect(Words.of(.en).unit("partner", for: 1) == "partner")
    #expect(Words.of(.en).unit("partner", for: 1.5) == "partners")
    #expect(Words.of(.fr).unit("partner", for: 1.5) == "partenaire")
    #expect(Words.of(.fr).unit("partner", for: 70) == "partenaires")
    #expect(Words.of(.fr).unit("made-up", for: 70) == "made up")
  }

  @Test func capacities() throws {
    #expect(Words.of(.en).capacity(.secretariat) == "secretariat")
    #expect(Words.of(.fr).capacity(.focalPoint(of: "x")) { $0.uppercased() } == "point focal de X")
    #expect(Words.of(.en).capacity(.member(of: "inc")) == "member of inc")
  }

  @Test func countedNouns() {
    #expect(Words.of(.en).count("count.partner", 1) == "1 partner")
    #expect(Words.of(.en).count("count.partner", 0) == "0 partners")
    #expect(Words.of(.fr).count("count.partner", 0) == "0 partenaire")
    #expect(Words.of(.fr).count("count.partner", 1200) == "1\u{202F}200 partenaires")
    #expect(Words.of(.fr).count("count.partner", 2_000_000) == "2\u{202F}000\u{202F}000 de partenaires")
  }
}
