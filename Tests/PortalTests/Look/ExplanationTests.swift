import Foundation
import Kernel
import Testing
import Wording

@testable import Charters
@testable import Telling

/// Nothing that a charter says is left out when it is explained, and nothing is told by a raw key where there is a word.
@Suite struct ExplanationTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Charters")
  static let files: [String] =
    (try? FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }) ?? []

  static func compared(_ text: String) throws -> ComparedCharter {
    try #require(ComparedCharter.read(Array(text.utf8), name: "x.yaml").compared)
  }
  static func compared(file: String) throws -> ComparedCharter {
    try compared(String(contentsOf: folder.appending(path: file), encoding: .utf8))
  }

  /// The facts of a charter that an explanation passes over. A fact is told where a sentence says that it tells its place,
  /// or where one of its line holds what it says; what speaks about a fact stands with it.
  static func untold(
    _ compared: ComparedCharter, _ explanation: CharterExplanation, in language: Language
  ) -> [String] {
    let sentences = explanation.sections.flatMap(\.all)
    let told = Set(sentences.flatMap(\.tells))
    let byLine = Dictionary(grouping: sentences, by: \.line)
    let values = ValueTeller(outline: compared.outline, words: .of(language))
    return compared.leaves.compactMap { leaf in
      var steps = leaf.path.split(separator: ".").map(String.init)
      if ["source", "basis", "qualifier", "strict"].contains(steps.last) { return nil }
      if let last = steps.last, let spoken = Language(rawValue: last) {
        if spoken != language { return nil }
        steps.removeLast()
      }
      let isMeaning = steps.last == "meaning"
      if isMeaning { steps.removeLast() }
      var path = steps.joined(separator: ".")
      if let place = compared.outline[path] { path = place.path }
      if told.contains(path) { return nil }
      // What a list knows its element by is no fact about it.
      if ["id", "phase", "who"].contains(steps.last), steps.dropLast().last == leaf.text { return nil }
      guard let place = compared.outline[path] else { return leaf.path }
      let around = compared.outline[steps.dropLast().joined(separator: ".")]
      // A unit stands with its number, a name with what it is the name of, a text where its key stands.
      let isOfNumber = steps.last == "unit" && around?.words.first.flatMap(Double.init) != nil
      let isTitle = around?.title?.path == path
      let said =
        isMeaning
        ? place.meaning?.text(in: language).text : values.value(isOfNumber ? around ?? place : place)
      guard let said else { return leaf.path }
      var lines = [leaf.line]
      if case .text = place.value { lines.append(place.ground.line) }
      if isOfNumber || isTitle, let around { lines.append(around.ground.line) }
      let isFound = lines.contains { line in
        byLine[line, default: []].contains { $0.text.lowercased().contains(said.lowercased()) }
      }
      return isFound ? nil : leaf.path
    }
  }

  @Test(arguments: Words.languages) func everythingIsTold(language: Language) throws {
    #expect(Self.files.count >= 16)
    for file in Self.files {
      let compared = try Self.compared(file: file)
      let explanation = CharterExplanation(compared, in: language)
      #expect(Self.untold(compared, explanation, in: language) == [], "\(file)")
    }
  }

  /// The test above sees what is passed over: a key that one reading has and the other explanation lacks.
  @Test func whatIsDroppedIsSeen() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "fsc/2010.yaml"), encoding: .utf8)
    let planted = try Self.compared(
      text.replacing("  codes: {management:", with: "  codes: {logo-colour: spring-green, management:"))
    let without = CharterExplanation(try Self.compared(text), in: .en)
    #expect(Self.untold(planted, without, in: .en) == ["certification.codes.logo-colour"])
    #expect(Self.untold(planted, CharterExplanation(planted, in: .en), in: .en) == [])
  }

  @Test(arguments: Words.languages) func aSentenceThatTellsATextHoldsIt(language: Language) throws {
    for file in Self.files {
      let compared = try Self.compared(file: file)
      let sentences = CharterExplanation(compared, in: language).sections.flatMap(\.all)
      for sentence in sentences {
        for path in sentence.tells {
          guard case .text(let text)? = compared.outline[path]?.value else { continue }
          #expect(sentence.text.contains(text.text(in: language).text), "\(file): \(path)")
        }
      }
    }
  }

  /// Own words of a charter are told as they stand; those of the charters that ship have words in each language.
  @Test(arguments: Words.languages) func noWordIsToldByItself(language: Language) throws {
    let words = Words.of(language)
    var bare: Set<String> = []
    func look(_ places: [CharterPlace], _ values: ValueTeller) {
      for place in places {
        let said = values.name(place)
        if isRaw(said, place.name, words), !place.isNumbered {
          bare.insert("\(place.pattern): \(place.name)")
        }
        // The id of a charter is a name for programs.
        for word in place.words where place.pattern != "charter" {
          if isRaw(values.word(word, at: place), word, words) { bare.insert("\(place.pattern) = \(word)") }
        }
        look(place.members, values)
      }
    }
    for file in Self.files {
      let outline = try Self.compared(file: file).outline
      look(outline.places, ValueTeller(outline: outline, words: words))
    }
    #expect(bare.sorted() == [])
  }

  /// A word is the name of what has that id, the charter itself among it, and of nothing else.
  @Test func aWordThatNothingIsCalledByIsTheNameOfNothing() throws {
    let outline = try Self.compared(file: "gmp/2010.yaml").outline
    #expect(outline.thing("gmp", of: [.body, .charter])?.path == outline["name"]?.path)
    #expect(outline.thing("gold", of: [.area]) != nil)
    #expect(outline.thing("gmp", of: [.area, .treaty]) == nil)
    #expect(outline.thing("nobody", of: [.body, .treaty, .area, .charter]) == nil)
  }

  /// Whether a word of small letters is shown though nobody gave it a word.
  private func isRaw(_ said: String, _ word: String, _ words: Words) -> Bool {
    (said == word || said == word.replacing("-", with: " ")) && isPlain(word) && !hasWords(word, words)
  }

  private func isPlain(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 == 0x2D || 0x61...0x7A ~= $0 } && word.contains { $0.isLetter }
  }

  private func hasWords(_ word: String, _ words: Words) -> Bool {
    let families = CharterKey.families + ["actor", "unit"]
    return families.contains { words.entries["\($0).\(word)"] != nil }
      || words.entries.keys.contains { key in
        key.hasSuffix(".\(word)") && (key.hasPrefix("charter-word.") || key.hasPrefix("charter-label."))
      }
  }

  /// The words that the language knows, whether a charter that ships holds them or not.
  @Test(arguments: Words.languages) func everyWordOfTheLanguageHasWords(language: Language) {
    let words = Words.of(language)
    let fixed = CharterKey.all.flatMap { key -> [String] in
      guard case .words(let allowed) = key.shape else { return [] }
      return allowed.fixed
    }
    #expect(Set(fixed).filter { isPlain($0) && !hasWords($0, words) }.sorted() == [])
  }

  @Test func waitingKeysAreToldWithTheRemark() throws {
    let text = CharterExplanation(try Self.compared(file: "fsc/2010.yaml"), in: .en).text(in: .en)
    let line = try #require(text.split(separator: "\n").first { $0.contains("Seat: Bonn") })
    #expect(line.contains("; nothing follows from it yet]"), "\(line)")
  }
}
