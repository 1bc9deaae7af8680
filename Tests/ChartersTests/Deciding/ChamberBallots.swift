import Charters
import Kernel
import Testing

/// The triple test of the FSC, worked by hand. With nine organisations and five individuals in each cell the whole vote
/// is 300 points: a chamber 100, a side 50, an organisation 5, an individual 1.
@Suite struct ChamberBallots {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var members = "*/*/org:9 */*/ind:5"
    var votes: String
    var arrears = ""
    var outcome: BallotResult.Outcome
    /// Every comparison, in the order of the chambers.
    var quorum: String
    var pass = ""
    var testDescription: String { name }
  }

  private static let all = "*/*/org:9-0-0 */*/ind:5-0-0"
  private static let fullQuorum = "environmental 100/100 yes; social 100/100 yes; economic 100/100 yes"

  static let cases: [Case] = [
    Case(
      name: "all in favour", votes: all, outcome: .carried, quorum: fullQuorum,
      pass: "environmental 100/100 yes; social 100/100 yes; economic 100/100 yes; overall 300/300 yes"),
    Case(
      name: "all against", votes: "*/*/org:0-9-0 */*/ind:0-5-0", outcome: .notCarried, quorum: fullQuorum,
      pass: "environmental 0/100 no; social 0/100 no; economic 0/100 no; overall 0/300 no"),
    Case(
      name: "quorum at exactly half is not enough", votes: all + " env/S/org:0-0-0 env/S/ind:0-0-0",
      outcome: .noQuorum, quorum: "environmental 50/100 no; social 100/100 yes; economic 100/100 yes"),
    Case(
      name: "quorum by one organisation", votes: all + " env/S/org:1-0-0 env/S/ind:0-0-0", outcome: .carried,
      quorum: "environmental 55/100 yes; social 100/100 yes; economic 100/100 yes",
      pass: "environmental 55/100 yes; social 100/100 yes; economic 100/100 yes; overall 255/255 yes"),
    Case(
      name: "quorum by one individual", votes: all + " env/S/org:0-0-0 env/S/ind:1-0-0", outcome: .carried,
      quorum: "environmental 51/100 yes; social 100/100 yes; economic 100/100 yes",
      pass: "environmental 51/100 yes; social 100/100 yes; economic 100/100 yes; overall 251/251 yes"),
    Case(
      name: "the absent are in the registered base", votes: all + " env/S/org:0-1-0 env/S/ind:0-0-0",
      outcome: .notCarried, quorum: "environmental 55/100 yes; social 100/100 yes; economic 100/100 yes",
      pass: "environmental 50/100 no; social 100/100 yes; economic 100/100 yes; overall 250/255 yes"),
    Case(
      name: "an abstention instead of a no carries", votes: all + " env/S/org:0-0-1 env/S/ind:0-0-0",
      outcome: .carried, quorum: "environmental 55/100 yes; social 100/100 yes; economic 100/100 yes",
      pass: "environmental 50/95 yes; social 100/100 yes; economic 100/100 yes; overall 250/250 yes"),
    Case(
      name: "a tie in one chamber", votes: all + " env/S/org:0-9-0 env/S/ind:0-5-0", outcome: .notCarried,
      quorum: fullQuorum,
      pass: "environmental 50/100 no; social 100/100 yes; economic 100/100 yes; overall 250/300 yes"),
    Case(
      name: "one abstention breaks the tie", votes: all + " env/S/org:0-8-1 env/S/ind:0-5-0",
      outcome: .carried, quorum: fullQuorum,
      pass: "environmental 50/95 yes; social 100/100 yes; economic 100/100 yes; overall 250/295 yes"),
    Case(
      name: "exactly two thirds are enough",
      votes: all
        + " env/S/org:4-5-0 env/S/ind:0-5-0 soc/S/org:3-6-0 soc/S/ind:0-5-0 eco/S/org:3-6-0 eco/S/ind:0-5-0",
      outcome: .carried, quorum: fullQuorum,
      pass: "environmental 70/100 yes; social 65/100 yes; economic 65/100 yes; overall 200/300 yes"),
    Case(
      name: "one individual short of two thirds",
      votes: all
        + " env/S/org:4-5-0 env/S/ind:0-5-0 soc/S/org:3-6-0 soc/S/ind:0-5-0 eco/N/ind:4-1-0 eco/S/org:3-6-0 eco/S/ind:0-5-0",
      outcome: .notCarried, quorum: fullQuorum,
      pass: "environmental 70/100 yes; social 65/100 yes; economic 64/100 yes; overall 199/300 no"),
    Case(
      name: "two thirds of those present minus abstentions",
      votes: all
        + " env/S/org:4-2-3 env/S/ind:0-5-0 soc/S/org:2-7-0 soc/S/ind:0-5-0 eco/S/org:2-7-0 eco/S/ind:0-5-0",
      outcome: .carried, quorum: fullQuorum,
      pass: "environmental 70/85 yes; social 60/100 yes; economic 60/100 yes; overall 190/285 yes"),
    Case(
      name: "the same, one individual short",
      votes: all
        + " env/S/org:4-2-3 env/S/ind:0-5-0 soc/S/org:2-7-0 soc/S/ind:0-5-0 eco/N/ind:4-1-0 eco/S/org:2-7-0 eco/S/ind:0-5-0",
      outcome: .notCarried, quorum: fullQuorum,
      pass: "environmental 70/85 yes; social 60/100 yes; economic 59/100 yes; overall 189/285 no"),
    Case(
      name: "a whole chamber abstains", votes: all + " env/*/org:0-0-9 env/*/ind:0-0-5", outcome: .notCarried,
      quorum: fullQuorum,
      pass: "environmental 0/0 no; social 100/100 yes; economic 100/100 yes; overall 200/200 yes"),
    Case(
      name: "all abstain", votes: "*/*/org:0-0-9 */*/ind:0-0-5", outcome: .notCarried, quorum: fullQuorum,
      pass: "environmental 0/0 no; social 0/0 no; economic 0/0 no; overall 0/0 no"),
    Case(
      name: "nobody came", votes: "", outcome: .noQuorum,
      quorum: "environmental 0/100 no; social 0/100 no; economic 0/100 no"),
    Case(
      name: "members in arrears weigh nothing", members: "*/*/org:9 */*/ind:5 soc/N/org:12", votes: all,
      arrears: "soc/N/org:3", outcome: .carried, quorum: fullQuorum,
      pass: "environmental 100/100 yes; social 100/100 yes; economic 100/100 yes; overall 300/300 yes"),
    Case(
      name: "individuals alone carry no chamber", votes: "*/*/org:0-9-0 */*/ind:5-0-0", outcome: .notCarried,
      quorum: fullQuorum,
      pass: "environmental 10/100 no; social 10/100 no; economic 10/100 no; overall 30/300 no"),
    Case(
      name: "organisations alone can", votes: "*/*/org:9-0-0 */*/ind:0-5-0", outcome: .carried,
      quorum: fullQuorum,
      pass: "environmental 90/100 yes; social 90/100 yes; economic 90/100 yes; overall 270/300 yes"),
    Case(
      name: "North against South", votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:0-9-0 */S/ind:0-5-0",
      outcome: .notCarried, quorum: fullQuorum,
      pass: "environmental 50/100 no; social 50/100 no; economic 50/100 no; overall 150/300 no"),
    Case(
      name: "chambers hold and the whole does not",
      votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:0-9-0 */S/ind:0-4-1", outcome: .notCarried,
      quorum: fullQuorum,
      pass: "environmental 50/99 yes; social 50/99 yes; economic 50/99 yes; overall 150/297 no"),
    Case(
      name: "the South abstains, the North decides",
      votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:0-0-9 */S/ind:0-0-5", outcome: .carried,
      quorum: fullQuorum,
      pass: "environmental 50/50 yes; social 50/50 yes; economic 50/50 yes; overall 150/150 yes"),
    Case(
      name: "few came, all in favour", votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:1-0-0", outcome: .carried,
      quorum: "environmental 55/100 yes; social 55/100 yes; economic 55/100 yes",
      pass: "environmental 55/100 yes; social 55/100 yes; economic 55/100 yes; overall 165/165 yes"),
    Case(
      name: "few came, one in each chamber against", votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:0-1-0",
      outcome: .notCarried, quorum: "environmental 55/100 yes; social 55/100 yes; economic 55/100 yes",
      pass: "environmental 50/100 no; social 50/100 no; economic 50/100 no; overall 150/165 yes"),
    Case(
      name: "an empty cell loses its weight", members: "*/*/org:9 */*/ind:5 soc/S/ind:0",
      votes: all + " soc/S/org:0-0-0", outcome: .carried,
      quorum: "environmental 100/100 yes; social 50/95 yes; economic 100/100 yes",
      pass: "environmental 100/100 yes; social 50/95 yes; economic 100/100 yes; overall 250/250 yes"),
    // 600 points here: the eighteen organisations weigh 5 of them each, every other one 10.
    Case(
      name: "twice the members, half the weight each", members: "*/*/org:9 */*/ind:5 env/N/org:18",
      votes: all
        + " env/N/org:12-6-0 env/S/org:4-5-0 soc/S/org:4-5-0 soc/S/ind:0-5-0 eco/S/org:4-5-0 eco/S/ind:0-5-0",
      outcome: .carried, quorum: "environmental 200/200 yes; social 200/200 yes; economic 200/200 yes",
      pass: "environmental 120/200 yes; social 140/200 yes; economic 140/200 yes; overall 400/600 yes"),
    // 60 points here: an organisation 9, an individual 1.
    Case(
      name: "one member in each cell", members: "*/*/org:1 */*/ind:1",
      votes: "*/N/org:1-0-0 */N/ind:1-0-0 */S/org:0-1-0 */S/ind:1-0-0", outcome: .notCarried,
      quorum: "environmental 20/20 yes; social 20/20 yes; economic 20/20 yes",
      pass: "environmental 11/20 yes; social 11/20 yes; economic 11/20 yes; overall 33/60 no"),
    Case(
      name: "one member in each cell, the South's organisations abstain", members: "*/*/org:1 */*/ind:1",
      votes: "*/N/org:1-0-0 */N/ind:1-0-0 */S/org:0-0-1 */S/ind:1-0-0", outcome: .carried,
      quorum: "environmental 20/20 yes; social 20/20 yes; economic 20/20 yes",
      pass: "environmental 11/11 yes; social 11/11 yes; economic 11/11 yes; overall 33/33 yes"),
  ]

  @Test(arguments: cases) func tripleTest(_ test: Case) throws {
    let assembly = Assembly(members: test.members, votes: test.votes, arrears: test.arrears)
    let result = try DecidingCharter.forest("chambers").count(assembly.poll)
    #expect(result.isTold)
    #expect(result.outcome == test.outcome)
    #expect(result.compared("quorum") == test.quorum)
    #expect(result.compared("pass") == test.pass)
  }

  @Test func anEmptyCellGivesItsWeightToTheOtherKindWhereTheRuleSaysSo() throws {
    let assembly = Assembly(
      members: "*/*/org:9 */*/ind:5 soc/S/ind:0", votes: Self.all + " soc/S/org:0-0-0")
    let result = try DecidingCharter.forest("chambers", emptyCell: "shared").count(assembly.poll)
    #expect(result.isTold)
    #expect(result.outcome == .noQuorum)
    // 2,700 points: nine organisations share a sixth of them.
    #expect(
      result.compared("quorum") == "environmental 900/900 yes; social 450/900 no; economic 900/900 yes")
  }

  static let presentBase: [Case] = [
    Case(
      name: "the absent are not in this base", votes: all + " env/S/org:0-1-0 env/S/ind:0-0-0",
      outcome: .carried, quorum: "",
      pass: "environmental 50/55 yes; social 100/100 yes; economic 100/100 yes; overall 250/255 yes"),
    Case(
      name: "few came, one in each chamber against", votes: "*/N/org:9-0-0 */N/ind:5-0-0 */S/org:0-1-0",
      outcome: .carried, quorum: "",
      pass: "environmental 50/55 yes; social 50/55 yes; economic 50/55 yes; overall 150/165 yes"),
    Case(
      name: "a tie stays a tie", votes: all + " env/S/org:0-9-0 env/S/ind:0-5-0", outcome: .notCarried,
      quorum: "",
      pass: "environmental 50/100 no; social 100/100 yes; economic 100/100 yes; overall 250/300 yes"),
    Case(
      name: "a tie among those present",
      votes: all + " env/N/org:6-3-0 env/N/ind:0-5-0 env/S/org:0-2-0 env/S/ind:0-0-0", outcome: .notCarried,
      quorum: "",
      pass: "environmental 30/60 no; social 100/100 yes; economic 100/100 yes; overall 230/260 yes"),
    Case(
      name: "nothing to divide by", votes: all + " eco/*/org:0-0-9 eco/*/ind:0-0-5", outcome: .notCarried,
      quorum: "", pass: "environmental 100/100 yes; social 100/100 yes; economic 0/0 no; overall 200/200 yes"),
    Case(
      name: "an abstention beside the absent", votes: all + " env/S/org:0-0-1 env/S/ind:0-0-0",
      outcome: .carried, quorum: "",
      pass: "environmental 50/50 yes; social 100/100 yes; economic 100/100 yes; overall 250/250 yes"),
  ]

  @Test(arguments: presentBase) func theOtherReadingOfTheBase(_ test: Case) throws {
    let assembly = Assembly(members: test.members, votes: test.votes)
    let result = try DecidingCharter.forest("chambers-present").count(assembly.poll)
    #expect(result.isTold)
    #expect(result.outcome == test.outcome)
    #expect(result.compared("pass") == test.pass)
  }

  @Test func eachVoteSaysWhatItWeighs() throws {
    let assembly = Assembly(members: "*/*/org:9 */*/ind:5", votes: Self.all)
    let result = try DecidingCharter.forest("chambers").count(assembly.poll)
    #expect(result.isTold)
    let lines = result.lines("weight")
    #expect(lines.count == 12)
    #expect(lines.first == "economic, north, individual: 5 votes weigh 1/300 of the whole each")
    #expect(lines.contains("environmental, south, organisation: 9 votes weigh 1/60 of the whole each"))
    #expect(
      result.lines("pass").last
        == "overall: in favour 300/300 (of 300), of those present minus abstentions; >= 2/3 is needed: 900 >= 600 holds"
    )
  }

  /// 397, 401, 409 ... are primes: the whole vote is a number of more than thirty digits, and nothing is rounded.
  @Test func weightsWithoutACommonDenominatorStayExact() throws {
    let members =
      "env/N/org:397 env/N/ind:401 env/S/org:409 env/S/ind:419 soc/N/org:421 soc/N/ind:431 soc/S/org:433 soc/S/ind:439 eco/N/org:443 eco/N/ind:449 eco/S/org:457 eco/S/ind:461"
    func count(_ votes: String) throws -> BallotResult {
      try DecidingCharter.forest("chambers").count(Assembly(members: members, votes: votes).poll)
    }
    let north =
      "env/N/org:397-0-0 env/N/ind:401-0-0 soc/N/org:421-0-0 soc/N/ind:431-0-0 eco/N/org:443-0-0 eco/N/ind:449-0-0"
    #expect(try count(north).outcome == .noQuorum)
    #expect(try count(north + " env/S/ind:1-0-0 soc/S/ind:1-0-0 eco/S/ind:1-0-0").outcome == .carried)
    let most = try count(north + " env/S/ind:1-0-0 soc/S/ind:1-0-0 eco/S/ind:1-0-0").steps.last {
      $0.code == "pass"
    }
    #expect((most?.whole?.count ?? 0) > 20)
    #expect(most?.part == most?.whole)
  }
}
