import Foundation
import Kernel
import Testing

@testable import Charters
import Wording

/// Options of a reader's own: how they are written, what they mean, what is refused.
@Suite struct OptionDraftTests {
  @Test(arguments: [
    "default=2;name=x", "default=in-force;name=x", "default=none;name=a; b=c",
    "default=memorandum:cop;gold=formal:cop,subsidiary-body;results=1;name=Q",
    "default=formal:cop+subsidiary-body;name=Both + more",
  ])
  func aLineComesBackAsItWasWritten(line: String) throws {
    #expect(try OptionDraft(line: line).line == line)
  }

  @Test func spacesAroundThePiecesAreLeftOut() throws {
    let draft = try OptionDraft(
      line: " gold = formal:cop, subsidiary-body ; default = 2 ;; name = Gold alone ")
    #expect(draft.name == "Gold alone")
    #expect(draft.usual == .asIn("2"))
    #expect(
      draft.parts == [
        .init(part: "gold", tie: .tied(.formal, to: ["cop", "subsidiary-body"], needsAll: false))
      ])
  }

  @Test func aNameTakesTheRestHoweverItIsSpaced() throws {
    #expect(try OptionDraft(line: "default=2; name = a; b=c").name == "a; b=c")
  }

  @Test(arguments: [
    ("", "how the whole is tied"), ("name=x", "how the whole is tied"), ("default=2", "needs a name"),
    ("default=2;name=", "needs a name"), ("default=2;name=\n\t", "needs a name"),
    ("default=;name=x", "is no tie"),
    ("rubbish;name=x", "says nothing of an option"), ("=2;name=x", "says nothing of an option"),
    ("default=2;default=1;name=x", "stands twice"), ("default=2;gold=1;gold=2;name=x", "tied twice"),
    ("default=formal;name=x", "names the body"), ("default=memorandum:,;name=x", "names the body"),
    ("default=none:cop;name=x", "names no body"), ("default=purple:cop;name=x", "is no tie"),
    ("default=formal:a,b+c;name=x", "mixes commas and plus signs"),
    ("default=2;name=evil\u{202E}", "turns the direction"), ("default=2;name=a\u{0}b", "shows nothing"),
    ("default=2;name=\(String(repeating: "n", count: 81))", "has 81 characters"),
    ("default=2;\(String(repeating: "x", count: 5000))=1;name=x", "at most 4000 bytes"),
  ])
  func whatIsNoOptionIsRefused(line: String, words: String) {
    let refusal = #expect(throws: Refusal.self) { try OptionDraft(line: line) }
    #expect(refusal?.sentence.contains(words) == true, "\(refusal?.sentence ?? "")")
  }

  @Test(arguments: [
    ("default=9;name=x", "has no option \u{201C}9\u{201D}; there are 1 (formal-link)"),
    ("default=2;glod=1;name=x", "did you mean \u{201C}gold\u{201D}?"),
    ("default=2;somewhere-else=1;name=x", "there are gold, chlor-alkali"),
    ("default=formal:copp;name=x", "did you mean \u{201C}cop\u{201D}?"),
  ])
  func whatTheCharterDoesNotHaveIsRefused(line: String, words: String) throws {
    let charter = try NoteFacts.charter()
    let draft = try OptionDraft(line: line)
    let refusal = #expect(throws: Refusal.self) { try charter.adding([draft], in: .en) }
    #expect(refusal?.sentence.contains(words) == true, "\(refusal?.sentence ?? "")")
  }

  @Test func moreThanEightAreTooMany() throws {
    let charter = try NoteFacts.charter()
    let draft = try OptionDraft(line: "default=2;name=x")
    #expect(try charter.adding(Array(repeating: draft, count: 8), in: .en).options.count == 11)
    #expect(throws: Refusal.self) { try charter.adding(Array(repeating: draft, count: 9), in: .en) }
  }

  @Test func aMemorandumForResultsMovesNoAddressee() throws {
    let draft = try OptionDraft(line: "default=2;results=memorandum:cop;name=Results by memorandum")
    let charter = try NoteFacts.charter().adding([draft], in: .en)
    let own = try NoteFacts.option("own-1", charter)
    #expect(own.number == 4)
    #expect(own.name.text(in: .en).text == "Results by memorandum")
    #expect(own.answer("results", .modality) == "memorandum")
    #expect(own.answer("results", .linkedTo) == "cop")
    #expect(own.parts(by: .reportsTo).keys.sorted() == ["unep-ed"])
    #expect(own.part("results")?.cell(.modality)?.basis == .assumed)
    #expect(own.part("coal")?.cell(.reportsTo)?.reasons.first?.source == ["A28b"])
  }

  @Test func aFormalTieOfItsOwnReportsToWhatItIsTiedTo() throws {
    let draft = try OptionDraft(line: "default=none;gold=formal:cop+subsidiary-body;name=Gold")
    let own = try NoteFacts.option("own-1", NoteFacts.charter().adding([draft], in: .en))
    #expect(own.answer("gold", .reportsTo) == "cop + subsidiary-body")
    #expect(own.answer("coal", .linkedTo) == "none")
    #expect(own.part("gold")?.warnings.contains { $0.code == .subsidiaryBody } == true)
  }

  /// “As in option 3, but gold as in option 1.”
  @Test func whatFollowsAnOptionTakesItsPartsToo() throws {
    let draft = try OptionDraft(line: "default=combination;gold=1;results=none;name=Three, changed")
    let own = try NoteFacts.option("own-1", NoteFacts.charter().adding([draft], in: .en))
    #expect(own.answer("information-exchange", .modality) == "formal")
    #expect(own.answer("gold", .modality) == "formal")
    #expect(own.answer("results", .modality) == "none")
  }
}

/// What is added follows the charter's own lines, and can be carried into a charter.
@Suite struct OptionDraftsOfEveryCharter {
  static let charters: [String] = {
    let root = CharterFiles.root.appending(path: "Charters")
    let found = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return found.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: CharterFiles.root.appending(path: "Charters/\(path)"), encoding: .utf8)
  }

  @Test func thereAreSuchFiles() { #expect(Self.charters.count >= 9) }

  /// An option that follows another in everything has the same answers, and so has the linkage in force.
  @Test(arguments: charters)
  func followingAnOptionGivesItsAnswers(path: String) throws {
    let charter = try #require(CharterFiles.read(Self.text(path)).charter)
    let words = charter.options.map(\.id) + [OptionDraft.inForce]
    let drafts = try words.map { try OptionDraft(line: "default=\($0);name=As \($0)") }
    for (index, word) in words.enumerated() {
      let with = try charter.adding([drafts[index]], in: .en)
      let day = Day(2018, 6, 1)
      let model =
        word == OptionDraft.inForce
        ? Consequences.derive(charter, nil, Facts(), on: day)
        : Consequences.derive(charter, try charter.option(word), Facts(), on: day)
      let own = Consequences.derive(with, try with.option("own-1"), Facts(), on: day)
      #expect(own.parts.count == model.parts.count)
      for (mine, theirs) in zip(own.parts, model.parts) {
        for (a, b) in zip(mine.cells, theirs.cells) {
          #expect(
            a.question == b.question && a.standing == b.standing && a.values == b.values,
            "\(path) \(word) \(mine.part) \(a.question)")
        }
      }
    }
  }

  /// The lines of an option stand under `options` of a charter and mean there what they meant before.
  @Test(arguments: charters)
  func theLinesAreReadAsTheSameOption(path: String) throws {
    let text = try Self.text(path)
    let charter = try #require(CharterFiles.read(text).charter)
    let part = try #require(charter.partsThatMayBeTied.first)
    let body = try #require(charter.bodiesToBeTiedTo.first?.id)
    let drafts = try (charter.options.map(\.id) + [OptionDraft.inForce]).map {
      try OptionDraft(line: "default=\($0);\(part)=formal:\(body);name=\"Quoted\": #\($0)")
    }
    for draft in drafts {
      let with = try charter.adding([draft], in: .fr)
      let own = try #require(with.options.last)
      var pasted = text
      if let place = pasted.firstRange(of: "\noptions:\n") {
        pasted.insert(contentsOf: own.charterLines, at: place.upperBound)
      } else {
        pasted += "\noptions:\n" + own.charterLines
      }
      let reading = CharterFiles.read(pasted)
      let read = try #require(
        reading.charter, "\(path): \(reading.faults.map(\.sentence)) \(own.charterLines)")
      let there = try read.option("own-1")
      #expect(there.number == own.number && there.name[.fr] == own.name[.fr])
      #expect(there.terms.modality == own.terms.modality && there.terms.targets == own.terms.targets)
      #expect(Set(there.parts.keys) == Set(own.parts.keys))
      for (mine, theirs) in [(own.terms, there.terms)]
        + own.parts.map({ ($0.value, there.parts[$0.key] ?? own.terms) })
      {
        #expect(Set(mine.said.keys) == Set(theirs.said.keys))
        for (question, said) in mine.said {
          let again = try #require(theirs.said[question])
          #expect(said.words == again.words && said.isNone == again.isNone, "\(path) \(question)")
          #expect(
            said.ground.source == again.ground.source && said.ground.basis == again.ground.basis,
            "\(path) \(question)")
        }
      }
    }
  }

  /// Whoever carries an option into a charter is told where a translation is missing, and only there.
  @Test func aNameInBothLanguagesBearsNoRemark() throws {
    let charter = try NoteFacts.charter()
    let own = try charter.adding([try OptionDraft(line: "default=2;name=Mine")], in: .fr).options.last
    #expect(own?.charterLines.contains("  # one text for both languages: translate it\n") == true)
    #expect(charter.options.count == 3)
    for option in charter.options { #expect(!option.charterLines.contains("translate it")) }
  }
}
