import Charters
import Kernel
import Testing
import Wording

/// The draft rules of the national initiative in China: a third for each chamber, shared among those who cast a vote.
@Suite struct ChinaBallots {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Members in favour, against and abstaining of each chamber, and how many it has.
    var environmental: [Int]
    var social: [Int]
    var economic: [Int]
    /// Days after a first ballot; nil where this is the first.
    var day: Int32?
    var outcome: BallotResult.Outcome
    var quorum: String
    /// Points in favour over points cast.
    var pass = ""
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "all in favour", environmental: [10, 0, 0, 10], social: [10, 0, 0, 10], economic: [10, 0, 0, 10],
      outcome: .carried, quorum: "environmental 10/10 yes; social 10/10 yes; economic 10/10 yes",
      pass: "overall 30/30 yes"),
    Case(
      name: "half of a chamber is enough here", environmental: [5, 0, 0, 10], social: [5, 0, 0, 10],
      economic: [5, 0, 0, 10], outcome: .carried,
      quorum: "environmental 5/10 yes; social 5/10 yes; economic 5/10 yes", pass: "overall 15/15 yes"),
    Case(
      name: "no quorum in one chamber", environmental: [4, 0, 0, 10], social: [10, 0, 0, 10],
      economic: [10, 0, 0, 10], outcome: .noQuorum,
      quorum: "environmental 4/10 no; social 10/10 yes; economic 10/10 yes"),
    Case(
      name: "four of nine are less than half", environmental: [4, 0, 0, 9], social: [10, 0, 0, 10],
      economic: [10, 0, 0, 10], outcome: .noQuorum,
      quorum: "environmental 4/9 no; social 10/10 yes; economic 10/10 yes"),
    Case(
      name: "five of nine are more", environmental: [5, 0, 0, 9], social: [10, 0, 0, 10],
      economic: [10, 0, 0, 10], outcome: .carried,
      quorum: "environmental 5/9 yes; social 10/10 yes; economic 10/10 yes", pass: "overall 30/30 yes"),
    // A vote is 1/30: 5 + 10 + 5 = 20 of 30, which is 0.6667.
    Case(
      name: "an abstention is a vote cast", environmental: [5, 0, 5, 10], social: [10, 0, 0, 10],
      economic: [5, 5, 0, 10], outcome: .carried,
      quorum: "environmental 10/10 yes; social 10/10 yes; economic 10/10 yes", pass: "overall 20/30 yes"),
    Case(
      name: "66.6 % is less than two thirds, and enough", environmental: [333, 167, 0, 500],
      social: [333, 167, 0, 500], economic: [333, 167, 0, 500], outcome: .carried,
      quorum: "environmental 500/500 yes; social 500/500 yes; economic 500/500 yes",
      pass: "overall 999/1500 yes"),
    Case(
      name: "one vote under it", environmental: [332, 168, 0, 500], social: [333, 167, 0, 500],
      economic: [333, 167, 0, 500], outcome: .notCarried,
      quorum: "environmental 500/500 yes; social 500/500 yes; economic 500/500 yes",
      pass: "overall 998/1500 no"),
    // Votes weigh 1/18, 1/30 and 1/15, so 90 points: 6 × 5 + 4 × 3 + 3 × 6 = 60.
    Case(
      name: "those who do not vote leave the base", environmental: [6, 0, 0, 10], social: [4, 6, 0, 10],
      economic: [3, 2, 0, 10], outcome: .carried,
      quorum: "environmental 6/10 yes; social 10/10 yes; economic 5/10 yes", pass: "overall 60/90 yes"),
    Case(
      name: "the same four as abstentions stay in it", environmental: [6, 0, 4, 10], social: [4, 6, 0, 10],
      economic: [3, 2, 0, 10], outcome: .notCarried,
      quorum: "environmental 10/10 yes; social 10/10 yes; economic 5/10 yes", pass: "overall 16/30 no"),
    Case(
      name: "a second ballot on the sixtieth day", environmental: [5, 0, 0, 10], social: [5, 0, 0, 10],
      economic: [5, 0, 0, 10], day: 60, outcome: .carried,
      quorum: "environmental 5/10 yes; social 5/10 yes; economic 5/10 yes", pass: "overall 15/15 yes"),
    Case(
      name: "a second ballot a day late", environmental: [5, 0, 0, 10], social: [5, 0, 0, 10],
      economic: [5, 0, 0, 10], day: 61, outcome: .outOfTime, quorum: ""),
    Case(
      name: "a second ballot without quorum", environmental: [4, 0, 0, 10], social: [10, 0, 0, 10],
      economic: [10, 0, 0, 10], day: 30, outcome: .noQuorum,
      quorum: "environmental 4/10 no; social 10/10 yes; economic 10/10 yes"),
    Case(
      name: "a chamber without a member", environmental: [0, 0, 0, 0], social: [10, 0, 0, 10],
      economic: [10, 0, 0, 10], outcome: .noQuorum,
      quorum: "environmental 0/0 no; social 10/10 yes; economic 10/10 yes"),
    // 109 of 120 heads, and 100 + 40 + 50 = 190 of 300 points.
    Case(
      name: "a large chamber does not rule", environmental: [100, 0, 0, 100], social: [4, 6, 0, 10],
      economic: [5, 5, 0, 10], outcome: .notCarried,
      quorum: "environmental 100/100 yes; social 10/10 yes; economic 10/10 yes", pass: "overall 190/300 no"),
  ]

  static let counted = Day(2020, 3, 1)

  private static func poll(_ test: Case) -> Poll {
    var poll = Poll(register: [], counted: counted)
    poll.firstBallot = test.day.map { Day(number: counted.number - $0) }
    for (chamber, numbers) in [
      ("environmental", test.environmental), ("social", test.social), ("economic", test.economic),
    ] {
      for index in 0..<numbers[3] {
        let name = "\(chamber)-\(index + 1)"
        poll.register.append(Voter(name, chamber: chamber))
        if index < numbers[0] {
          poll.votes.append(Vote(name, .yes))
        } else if index < numbers[0] + numbers[1] {
          poll.votes.append(Vote(name, .no))
        } else if index < numbers[0] + numbers[1] + numbers[2] {
          poll.votes.append(Vote(name, .abstain))
        }
      }
    }
    return poll
  }

  @Test(arguments: cases) func ballot(_ test: Case) throws {
    let result = try DecidingCharter.forest("chambers-china").count(Self.poll(test))
    #expect(result.isTold)
    #expect(result.outcome == test.outcome)
    #expect(result.compared("quorum") == test.quorum)
    #expect(result.compared("pass") == test.pass)
  }

  @Test func withoutAQuorumASecondBallotHasSixtyDays() throws {
    let result = try DecidingCharter.forest("chambers-china").count(Self.poll(Self.cases[2]))
    #expect(result.until == Day(2020, 4, 30))
    #expect(
      result.lines("outcome") == ["no quorum: a second ballot may be held within 60 days, until 2020-04-30"])
  }

  @Test func aSecondBallotThatTheRuleDoesNotKnowIsRefused() throws {
    var poll = Assembly(members: "*/*/org:1", votes: "*/*/org:1-0-0").poll
    poll.firstBallot = Day(2020, 1, 1)
    let refusal = #expect(throws: Refusal.self) { try DecidingCharter.forest("chambers").count(poll) }
    #expect(refusal?.sentence == "\u{201C}chambers\u{201D} knows no second ballot; the first one stands")
  }
}
