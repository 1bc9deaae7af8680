import Kernel
import Testing

@testable import Charters

/// How long a change waits for those who must decide it.
@Suite struct ConsequencePace {
  private static func pace(_ option: String, _ part: String = "gold", _ facts: Facts = NoteFacts.facts) throws
    -> Cell
  {
    try #require(try NoteFacts.option(option, nil, facts).part(part)?.cell(.pace))
  }

  /// From 2 April 2009, the end of the first meeting, to 21 September 2010, the start of the next: 537 days. Whoever
  /// comes on any of them waits 268.5 on average.
  @Test func twoKnownMeetingsGiveTheWait() throws {
    let cell = try Self.pace("2")
    #expect(cell.number == 269)
    #expect(cell.most == 537)
    #expect(cell.basis == .derived)
    #expect(cell.reasons.last?.records == ["session/pag-1", "session/pag-2"])
  }

  /// The Conference meets every 24 months by the charter's assumption: 730 days at longest. The slower of the two counts.
  @Test func theSlowestOfThoseWhoMustAllDecideCounts() throws {
    let cell = try Self.pace("1")
    #expect(cell.number == 365)
    #expect(cell.most == 730)
    #expect(cell.basis == .assumed)
    #expect(cell.values == [["cop"], ["advisory-group"]])
    #expect(cell.reasons.map(\.rule).contains("the-slowest-decides"))
    #expect(cell.reasons.contains { $0.path == "bodies.cop.meets" && $0.basis == .assumed })
  }

  @Test func aCombinationHasTwoPaces() throws {
    #expect(try Self.pace("3", "results").most == 730)
    #expect(try Self.pace("3", "alternatives").most == 537)
  }

  /// Without records the charter's calendar counts: about 18 months are 548 days.
  @Test func withoutMeetingsTheCharterSpeaks() throws {
    let cell = try Self.pace("2", "gold", Facts())
    #expect(cell.number == 274)
    #expect(cell.most == 548)
    #expect(cell.basis == .implied)
  }

  /// Gaps of 100 and 300 days: whoever comes on any of the 400 waits (100² + 300²) / 800 = 125 days.
  @Test func theExpectedWaitWeighsLongGaps() throws {
    var facts = NoteFacts.facts
    facts.sittings = [
      .init(
        record: "session/a", body: "advisory-group", number: 1, since: Day(2009, 1, 1), until: Day(2009, 1, 1)
      ),
      .init(
        record: "session/b", body: "advisory-group", number: 2, since: Day(2009, 4, 11),
        until: Day(2009, 4, 11)),
      .init(
        record: "session/c", body: "advisory-group", number: 3, since: Day(2010, 2, 5), until: Day(2010, 2, 5)
      ),
    ]
    let cell = try Self.pace("2", "gold", facts)
    #expect(cell.number == 125)
    #expect(cell.most == 300)
  }

  /// Between the first and the third lies a meeting whose date nobody gives.
  @Test func noGapIsMadeUpAcrossAMeetingWithoutADate() throws {
    var facts = NoteFacts.facts
    facts.sittings = [
      .init(
        record: "session/a", body: "advisory-group", number: 1, since: Day(2009, 1, 1), until: Day(2009, 1, 1)
      ),
      .init(
        record: "session/c", body: "advisory-group", number: 3, since: Day(2010, 2, 5), until: Day(2010, 2, 5)
      ),
    ]
    #expect(try Self.pace("2", "gold", facts).reasons.map(\.rule) == ["terms", "calendar"])
  }

  @Test func aBodyWithoutACalendarGivesNoWait() throws {
    let charter = try NoteFacts.charter(
      replacing: "amended-by: {bodies: [advisory-group], under: guidelines, source: A28e}",
      with: "amended-by: {bodies: [advisory-group, unep-gc], under: guidelines, source: A28e}")
    let cell = try #require(try NoteFacts.option("2", charter).part("gold")?.cell(.pace))
    #expect(cell.standing == .notStated)
    #expect(cell.number == nil)
    #expect(cell.values == [["unep-gc"]])
    #expect(cell.reasons.map(\.rule) == ["no-calendar"])
  }

  @Test func whoDecidesOnAnyDayDelaysNothing() throws {
    let charter = try NoteFacts.charter(
      replacing: "amended-by: {bodies: [advisory-group], under: guidelines, source: A28e}",
      with: "amended-by: {bodies: [unep-ed], under: guidelines, source: A28e}")
    let cell = try #require(try NoteFacts.option("2", charter).part("gold")?.cell(.pace))
    #expect(cell.number == 0)
    #expect(cell.most == 0)
    #expect(cell.basis == .assumed)
  }

  @Test(arguments: [
    ("24 months", 24.0), ("about 18 months", 18), ("3 years", 36), ("every 12 months", 12), ("1 year", 12),
  ])
  func calendarsInWords(text: String, months: Double) {
    #expect(Rhythm.months(text) == months)
  }

  @Test(arguments: [
    "", "months", "often", "0 months", "-3 months", "nan months", "12 moons", "9999999 years",
  ])
  func whatIsNoCalendarIsNone(text: String) {
    #expect(Rhythm.months(text) == nil)
  }
}
