import Kernel
import Testing

@testable import Charters

/// What each linkage makes people write.
@Suite struct ConsequenceLoad {
  /// Seven area reports and one progress report; one progress report more where there are two addressees.
  @Test(arguments: [("1", 8.0), ("2", 8), ("3", 9)])
  func reportsInARound(option: String, reports: Double) throws {
    let cell = try #require(try NoteFacts.option(option).cell(.load))
    #expect(cell.number == reports)
    #expect(cell.reasons.compactMap(\.path) == ["reporting.area-report", "reporting.progress-report"])
  }

  @Test func theAdvisoryGroupWritesTwiceUnderOption3() throws {
    let owed = try NoteFacts.option("3").owed.filter { $0.actor == "advisory-group" }
    #expect(owed.map(\.to) == [["unep-ed"], ["cop", "subsidiary-body"]])
    #expect(owed.map(\.parts.count) == [10, 2])
    // A cycle of 18 months: two reports in three years.
    #expect(owed.map(\.perYear) == [0.67, 0.67])
  }

  /// An area reports before each meeting of the group: 539 days from the first to the second, 0.68 times a year.
  @Test func theRhythmOfTheGroupIsThatOfTheAreas() throws {
    let owed = try NoteFacts.option("2").owed.filter { $0.line == "area-report" }
    #expect(owed.map(\.actor) == NoteFacts.areas)
    #expect(Set(owed.map(\.perYear)) == [0.68])
  }

  @Test func whatIsOwedToTheTreatyIsShownApart() throws {
    let owed = try NoteFacts.option("2").owed
    let parties = try #require(owed.first { $0.actor == "parties" })
    #expect(parties.isTreatyDuty)
    #expect(!parties.counts)
    #expect(parties.perYear == nil)
    #expect(parties.reasons.map(\.rule) == ["reporting-line", "rhythm-not-stated"])
    let answer = try #require(owed.first { $0.line == "answer-to-request" })
    #expect(answer.isOccasional)
    #expect(!answer.counts)
  }

  @Test func theSameThingIsAskedTwiceUnderOption3Alone() throws {
    #expect(try NoteFacts.option("1").askedTwice == [])
    #expect(try NoteFacts.option("2").askedTwice == [])
    let twice = try NoteFacts.option("3").askedTwice
    #expect(twice.map(\.what) == ["members", "activities", "results", "finance", "weaknesses"])
    #expect(Set(twice.map(\.actor)) == ["advisory-group"])
    #expect(Set(twice.map(\.to)) == [["unep-ed", "cop"]])
  }

  /// Two lines from one actor that ask for one thing for different bodies are enough.
  @Test func twoLinesThatAskTheSame() throws {
    let charter = try NoteFacts.charter(
      replacing: "  - {id: party-report,",
      with:
        "  - {id: second, from: advisory-group, to: unep-gc, what: [finance], when: every 24 months, basis: assumed}\n  - {id: party-report,"
    )
    let twice = try NoteFacts.option("2", charter).askedTwice
    #expect(
      twice == [
        AskedTwice(
          actor: "advisory-group", what: "finance", to: ["unep-ed", "unep-gc"],
          lines: ["progress-report", "second"])
      ])
    #expect(try NoteFacts.option("2", charter).owed.first { $0.line == "second" }?.perYear == 0.5)
  }

  @Test func seventyPartnersOverTwoPosts() throws {
    let cell = try #require(try NoteFacts.option("2").cell(.partnersPerPost))
    #expect(cell.number == 35)
    #expect(
      cell.reasons.first?.records == ["partner-count/pc-2010", "post/p3-partnership", "post/p4-interim"])
    #expect(try NoteFacts.option("2", nil, Facts()).cell(.partnersPerPost)?.standing == .notStated)
  }

  @Test func reportsThatTellOfAPart() throws {
    #expect(try NoteFacts.option("2").part("gold")?.cell(.load)?.number == 2)
    #expect(try NoteFacts.option("2").part("results")?.cell(.load)?.number == 1)
  }

  /// A rhythm is what says “every”; a term within which something is due is none.
  @Test(arguments: [("every 24 months", Rhythm.months(24)), ("within 24 months", nil), ("24 months", nil)])
  func onlyEverySoManyMonthsIsARhythm(words: String, rhythm: Rhythm?) throws {
    let charter = try NoteFacts.charter(
      replacing: "when: {value: before each meeting of the advisory group, basis: implied}",
      with: "when: \(words)")
    #expect(charter.reporting.first { $0.id == "area-report" }?.rhythm == rhythm)
  }
}
