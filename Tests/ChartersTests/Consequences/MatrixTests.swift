import Kernel
import Testing

@testable import Charters

/// The matrix of the note, A24 to A34: every answer is derived from the charter, none is written down.
@Suite struct ConsequenceMatrix {
  @Test(arguments: [
    // Option 1: a formal link.
    ("1", Question.modality, "formal", Reason.Basis.stated, "A24"),
    ("1", .mention, "discretionary|supporting-mechanism", .stated, "N4c; A22; A26"),
    ("1", .linkedTo, "cop|subsidiary-body", .stated, "A24"),
    ("1", .reportsTo, "cop|subsidiary-body", .implied, "A24"),
    ("1", .priorities, "cop|subsidiary-body + gmp", .implied, "A24"),
    ("1", .heeds, "not-stated", .derived, ""),
    ("1", .amendedBy, "cop|subsidiary-body + advisory-group", .implied, "A30"),
    ("1", .texts, "treaty-provision + framework", .implied, "A24"),
    ("1", .host, "not-stated", .stated, "A24"),
    ("1", .participation, "voluntary", .stated, "F3"),
    ("1", .flexibility, "lower", .implied, "A30"),
    (
      "1", .gains, "synergies + collaboration + more-national-effort + more-international-effort", .stated,
      "A25; A26"
    ),
    // Option 2: independent.
    ("2", .modality, "none", .stated, "A27"),
    ("2", .mention, "none", .stated, "A30"),
    ("2", .linkedTo, "none", .stated, "A27"),
    ("2", .reportsTo, "unep-ed", .stated, "A28b"),
    ("2", .priorities, "gmp", .stated, "A6"),
    ("2", .heeds, "cop-priorities", .stated, "A29"),
    ("2", .amendedBy, "advisory-group", .stated, "A28e"),
    ("2", .texts, "framework + guidelines", .stated, "A28"),
    ("2", .host, "unep", .stated, "A28f"),
    ("2", .participation, "voluntary", .stated, "A28c"),
    ("2", .flexibility, "high", .stated, "A30"),
    ("2", .gains, "flexibility + adaptation-over-time", .stated, "A30"),
  ])
  func oneAnswerHoldsForEveryPart(
    option: String, question: Question, answer: String, basis: Reason.Basis, source: String
  ) throws {
    let consequences = try NoteFacts.option(option)
    #expect(consequences.parts(by: question) == [answer: NoteFacts.areas + NoteFacts.streams])
    let reasons = try #require(consequences.part("gold")?.cell(question)?.reasons)
    #expect(reasons.count == 1)
    #expect(reasons.first?.basis == basis)
    #expect(reasons.first?.source.joined(separator: "; ") == source)
  }

  /// Option 3: information exchange and results as under option 1, all else as under option 2 (A31).
  @Test(arguments: [
    (Question.modality, "formal", "none"),
    (.linkedTo, "cop|subsidiary-body", "none"),
    (.reportsTo, "cop|subsidiary-body", "unep-ed"),
    (.priorities, "cop|subsidiary-body + gmp", "gmp"),
    (.amendedBy, "cop|subsidiary-body + advisory-group", "advisory-group"),
    (.texts, "treaty-provision + framework", "framework + guidelines"),
    (.flexibility, "lower", "mixed"),
  ])
  func theCombinationAnswersPartByPart(question: Question, linked: String, others: String) throws {
    let consequences = try NoteFacts.option("3")
    #expect(
      consequences.parts(by: question) == [
        linked: ["information-exchange", "results"],
        others: NoteFacts.areas + ["technical-assistance", "gold-mining", "alternatives"],
      ])
  }

  /// What option 3 does not say of a linked part is carried over from option 1, and says that it is our reading.
  @Test func whatIsCarriedOverIsImplied() throws {
    let cell = try #require(try NoteFacts.option("3").part("results")?.cell(.priorities))
    #expect(cell.basis == .implied)
    #expect(cell.reasons.map(\.rule) == ["as-the-option-of-its-manner"])
    #expect(cell.reasons.map(\.path) == ["options.formal-link.default.priorities"])
  }

  @Test func everyCellHasAReasonWithItsPlaceOrItsRecords() throws {
    let file = try CharterFiles.text("2010")
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    for option in ["1", "2", "3"] {
      for part in try NoteFacts.option(option).parts {
        for cell in part.cells {
          #expect(!cell.reasons.isEmpty, "\(option) \(part.part) \(cell.question.rawValue)")
          for reason in cell.reasons {
            guard let path = reason.path, let line = reason.line, let key = path.split(separator: ".").last
            else {
              #expect(reason.basis != .stated, "\(option) \(part.part) \(cell.question.rawValue)")
              continue
            }
            if path.hasPrefix("options.") {
              #expect(lines[line - 1].contains("\(key):"), "\(path) at \(line)")
            }
          }
        }
      }
    }
  }

  /// An activity in a linked stream follows the stream, even inside an area that is not linked (A31).
  @Test func theStreamWinsOverTheArea() throws {
    let crossed = try NoteFacts.option("3").crossed
    #expect(crossed.count == 7 * 5)
    let gold = crossed.filter { $0.area == "gold" }
    #expect(gold.map(\.follows) == ["information-exchange", "default", "default", "default", "results"])
    #expect(gold.map { $0.reportsTo.first?.first } == ["cop", "unep-ed", "unep-ed", "unep-ed", "cop"])
  }

  @Test func partiesReportToTheConferenceUnderEveryOption() throws {
    for option in ["1", "2", "3"] {
      let cell = try #require(try NoteFacts.option(option).cell(.partiesReportTo))
      #expect(cell.values == [["cop"]])
      #expect(cell.reasons.first?.source == ["A29"])
    }
  }

  @Test func mechanismsWorkWhateverTheLinkage() throws {
    let answers = try ["1", "2", "3"].map { try #require(try NoteFacts.option($0).cell(.staysTrue)) }
    #expect(Set(answers.map(\.values)).count == 1)
    #expect(answers[0].number == 10)
    #expect(answers[0].reasons.first?.source == ["N4f", "A21", "A44"])
  }

  /// What a part takes over from the general rule was stated there and not of it: for the part it is our reading.
  @Test(arguments: [Question.host, .participation, .gains])
  func whatIsCarriedOverIsNotCalledStated(question: Question) throws {
    let option = try NoteFacts.option("3")
    let carried = try #require(option.part("results")?.cell(question)?.reasons.first)
    #expect(carried.rule != "terms")
    #expect(carried.basis == .implied)
  }
}
