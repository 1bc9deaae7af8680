import Foundation
import Kernel
import Testing

@testable import Charters

/// What each linkage gives to weigh.
@Suite struct ConsequenceWarnings {
  private static func codes(
    _ option: String, _ part: String, _ charter: Charter? = nil, _ facts: Facts = NoteFacts.facts
  ) throws -> [Warning.Code] {
    try NoteFacts.option(option, charter, facts).part(part)?.warnings.map(\.code) ?? []
  }

  @Test func aVoluntaryProcessIsNoSubsidiaryBody() throws {
    let warning = try #require(try NoteFacts.option("1").part("gold")?.warnings.first)
    #expect(warning.code == .subsidiaryBody)
    #expect(warning.about == ["subsidiary-body"])
    #expect(warning.reasons.first?.source == ["F3"])
    #expect(try Self.codes("2", "gold") == [])
    #expect(try Self.codes("3", "results").contains(.subsidiaryBody))
    let charter = try NoteFacts.charter(
      replacing: "to: {any-of: [cop, subsidiary-body], source: A24}", with: "to: {any-of: [cop], source: A24}"
    )
    #expect(!(try Self.codes("1", "gold", charter)).contains(.subsidiaryBody))
  }

  /// In 2010 there is no Conference yet; a record says since when there is one.
  @Test func theConferenceDoesNotExistYet() throws {
    let warning = try #require(try NoteFacts.option("1").part("gold")?.warnings.last)
    #expect(warning.code == .bodyNotYet)
    #expect(warning.about == ["cop", "2017-09-24"])
    #expect(warning.reasons.first?.records == ["body/cop"])
    let charter = try NoteFacts.charter()
    let option = try charter.option("1")
    let later = Consequences.derive(charter, option, NoteFacts.facts, on: Day(2017, 9, 24))
    #expect(later.part("gold")?.warnings.map(\.code) == [.subsidiaryBody])
  }

  /// Without a record the charter's phase decides.
  @Test func withoutARecordThePhaseDecides() throws {
    var facts = NoteFacts.facts
    facts.bodies = [:]
    #expect(try Self.codes("1", "gold", nil, facts).contains(.bodyNotYet))
    facts.phases = ["minamata": [.init("in-force", since: Day(2010, 9, 1))]]
    #expect(!(try Self.codes("1", "gold", nil, facts)).contains(.bodyNotYet))
  }

  @Test func supplyIsPlannedToEndAndNobodySaysWhen() throws {
    #expect(try Self.codes("2", "supply") == [.plannedEndNotDated])
    let charter = try NoteFacts.charter(
      replacing: "planned-end: {value: limited-life, date: not-stated,",
      with: "planned-end: {value: limited-life, date: 2010-09-21,")
    let warning = try #require(try NoteFacts.option("2", charter).part("supply")?.warnings.first)
    #expect(warning.code == .pastPlannedEnd)
    #expect(warning.about == ["2010-09-21"])
    // The last day itself is not past.
    let onTheDay = try NoteFacts.charter(
      replacing: "planned-end: {value: limited-life, date: not-stated,",
      with: "planned-end: {value: limited-life, date: 2010-09-22,")
    #expect(try Self.codes("2", "supply", onTheDay) == [])
  }

  @Test func whoReportsToNobodyIsNamed() throws {
    let charter = try NoteFacts.charter(
      replacing: "reports-to: {value: linked-body, basis: implied, source: A24}",
      with: "reports-to: not-stated")
    #expect(try Self.codes("1", "coal", charter).contains(.noAddressee))
    #expect(try NoteFacts.option("1", charter).answer("coal", .reportsTo) == "not-stated")
  }

  @Test func whatHoldsForTheWholeArrangement() throws {
    #expect(try NoteFacts.option("1").warnings.map(\.code) == [.budgetNotStated])
    #expect(try NoteFacts.option("2").warnings.map(\.code) == [.budgetNotStated, .twoRegimes])
    #expect(try NoteFacts.option("3").warnings.map(\.code) == [.budgetNotStated, .twoTexts, .twoRegimes])
    var facts = NoteFacts.facts
    facts.budgeted = ["coordination", "area-activities"]
    #expect(try NoteFacts.option("1", nil, facts).warnings == [])
  }

  @Test func aCharterWithoutABudgetIsFlagged() throws {
    var text = try CharterFiles.text("2010")
    let start = try #require(text.range(of: "  budget:  ")?.lowerBound)
    let end = try #require(text.range(of: "  posts:  ")?.lowerBound)
    text.removeSubrange(start..<end)
    let charter = try #require(CharterFiles.read(text).charter)
    #expect(try NoteFacts.option("2", charter).warnings.first?.code == .noBudget)
  }

  // MARK: Charters that contradict themselves are refused when they are read.

  @Test func aTieToNobodyAndNoTieToSomeoneAreRefused() throws {
    let text = try CharterFiles.text("2010")
    let line = CharterFiles.line(of: "  formal-link:", in: text) + 4
    let tied = CharterFiles.read(text.replacing("      modality: formal\n", with: "      modality: none\n"))
    #expect(
      tied.faults.map(\.sentence) == [
        "options.formal-link.default has modality none and is tied to cop, subsidiary-body; a part without a link names no body"
      ])
    #expect(tied.faults.map(\.line) == [line])
    let untied = CharterFiles.read(
      text.replacing(
        "to: {any-of: [cop, subsidiary-body], source: A24}", with: "to: {any-of: [], source: A24}"))
    #expect(
      untied.faults.map(\.sentence) == [
        "options.formal-link.default has modality formal and names no body; say to which body it is tied"
      ])
  }

  @Test func noTieAndALinkedBodyIsAContradiction() throws {
    let text = try CharterFiles.text("2010")
    let reading = CharterFiles.read(
      text.replacing(
        "amended-by: {bodies: [advisory-group], under: guidelines, source: A28e}",
        with: "amended-by: {bodies: [linked-body, advisory-group], under: guidelines, source: A28e}"))
    #expect(
      reading.warnings.filter { $0.code == "contradiction" }.map(\.sentence) == [
        "options.independent.default has modality none and gives linked-body a say (amended-by); a part without a link has no linked body"
      ])
  }

  /// A charter put together without its checks still gets its answers, and what speaks against them.
  @Test func contradictionsAreSaidOfAnyCharter() throws {
    func contradiction(_ modality: LinkageTerms.Modality, to targets: [String]) throws -> Warning? {
      var charter = try NoteFacts.charter()
      let ground = Ground()
      charter.linkage = LinkageInForce(
        option: nil,
        terms: LinkageTerms(
          modality: modality, targets: targets, reportsTo: [], reportsToGround: ground, amendedBy: [],
          priorities: [], said: [:], ground: ground),
        parts: [:], precedence: ["stream", "area", "default"], ground: ground)
      let consequences = Consequences.derive(charter, nil, NoteFacts.facts, on: NoteFacts.day)
      #expect(consequences.option == "in-force")
      return consequences.part("gold")?.warnings.first { $0.code == .contradiction }
    }
    #expect(try contradiction(.none, to: ["cop"])?.about == ["cop"])
    #expect(try contradiction(.formal, to: [])?.about == [])
    #expect(try contradiction(.none, to: []) == nil)
    #expect(try contradiction(.formal, to: ["cop"]) == nil)
  }

  /// No charter that stands above itself is ever put in force: it is refused when it is read.
  @Test func bodiesInACircleAreRefused() throws {
    let reading = CharterFiles.read(
      try CharterFiles.text("2010").replacing(
        "  unep-ed:         {kind: executive, of: unep,",
        with: "  unep-ed:         {kind: executive, of: unep-chemicals,"
      ).replacing("    kind: secretariat\n    of: unep\n", with: "    kind: secretariat\n    of: unep-ed\n"))
    #expect(reading.charter == nil)
    #expect(
      reading.faults.map(\.sentence) == [
        "unep-chemicals is part of unep-ed is part of unep-chemicals: a body is part of a larger one, never of itself"
      ])
  }
}
