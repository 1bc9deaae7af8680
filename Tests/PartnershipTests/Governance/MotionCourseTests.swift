import Charters
@testable import Governance
import Kernel
import Registry
import Store
import Testing

/// A motion as it stood on a day, from its acts.
@Suite struct MotionCourseTests {
  private static let decided = Day(2010, 9, 20)

  /// An objection on the 20th, a vote under the fallback on the 21st.
  @Test func eachCountKeepsItsRuleItsRoundAndItsLines() async throws {
    let charter = try MotionCharter.charter()
    let course = try await NotePartnership.with { connection in
      try MotionCharter.open(
        MotionCharter.motion(rule: "consensus", subject: "structure"), charter, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .objects), ("eco-1", .yes)], connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Self.decided,
        MotionCharter.group, connection)
      try MotionCharter.cast([("env-1", .yes), ("soc-1", .no), ("eco-1", .yes)], round: 2, connection)
      try Motion.decide(
        .init("motion-1"), under: charter, register: MotionCharter.register, on: Day(2010, 9, 21),
        MotionCharter.group, connection)
      return try #require(try connection.course(of: .init("motion-1")))
    }
    let counts = course.steps.compactMap(\.count)
    #expect(counts.map(\.rule) == ["consensus", "chambers"])
    #expect(counts.map(\.round) == [1, 2])
    #expect(counts[0].lines.last?[.en] == "no consensus (soc-1); the rule \u{201C}chambers\u{201D} follows")
    #expect(counts[1].lines.first?[.en] == "eco-2 is counted out: it is not in good standing")
    #expect(counts[1].lines.last?[.en] == "carried")
    #expect(counts.map(\.lines.count).reduce(0, +) == course.steps.last?.motion.arithmetic.count)
    // Between the two it is open, under the rule that follows.
    let between = try #require(course.standing(on: Self.decided))
    #expect(between.state == .open && between.rule == "chambers" && between.round == 2)
    #expect(course.standing(on: Day(2010, 9, 21))?.state == .decided)
  }

  /// Recorded long after its days: each step stands on the day it speaks of.
  @Test func aStepStandsOnItsOwnDayAndNotOnThatOfItsRecord() async throws {
    let charter = try MotionCharter.charter()
    let course = try await NotePartnership.with { connection in
      try MotionCharter.open(MotionCharter.motion(), charter, connection)
      try Motion.change(
        .init("motion-1"), to: Translated(.en, "Ask twice."), on: Day(2010, 9, 10), MotionCharter.group,
        connection)
      return try #require(try connection.course(of: .init("motion-1")))
    }
    #expect(
      course.steps.map(\.day) == [
        Day(2010, 9, 1), Day(2010, 9, 1), Day(2010, 9, 1), Day(2010, 9, 10),
      ])
    #expect(course.standing(on: Day(2010, 8, 31)) == nil)
    #expect(course.standing(on: Day(2010, 9, 9))?.text[.en] == "Ask for an area on cement.")
    #expect(course.standing(on: Day(2010, 9, 10))?.text[.en] == "Ask twice.")
  }

  /// From a file as it ended: it was open from its opening to its count.
  @Test func aMotionOfThePastWasOpenBeforeItWasCounted() async throws {
    var past = MotionCharter.motion()
    past.state = .decided
    past.opened = Day(2010, 9, 1)
    past.counted = Self.decided
    past.outcome = .carried
    past.arithmetic = [Translated(.en, "carried")]
    let (brought, ended) = (past, past.id)
    try await NotePartnership.with { connection in
      try Journal(connection).append(brought, MotionCharter.group)
      let course = try #require(try connection.course(of: ended))
      let open = try #require(course.standing(on: Day(2010, 9, 19)))
      #expect(open.state == .open && open.outcome == nil && open.arithmetic.isEmpty && open.counted == nil)
      #expect(course.standing(on: Self.decided) == brought)
      #expect(course.standing(on: Day(2010, 8, 31)) == nil)
      #expect(try connection.motions(on: Day(2010, 9, 19)).map(\.state) == [.open])
      #expect(try connection.motions(on: Day(2010, 8, 31)).isEmpty)
    }
  }

  @Test func whatIsStillToBeDecidedComesFirst() async throws {
    let charter = try MotionCharter.charter()
    let order = try await NotePartnership.with { connection in
      for id in ["a-decided", "b-open", "c-decided"] {
        try MotionCharter.open(MotionCharter.motion(id), charter, connection)
      }
      for (id, day) in [("a-decided", Self.decided), ("c-decided", Day(2010, 9, 21))] {
        try MotionCharter.cast([("env-1", .yes), ("soc-1", .yes), ("eco-1", .yes)], on: id, connection)
        try Motion.decide(
          .init(id), under: charter, register: MotionCharter.register, on: day, MotionCharter.group,
          connection)
      }
      return try connection.motions(on: Day(2010, 9, 22)).map(\.id.text)
    }
    #expect(order == ["b-open", "c-decided", "a-decided"])
  }
}
