import Charters
import Foundation
import Kernel
import Testing

@testable import Portal
@testable import Telling
@testable import Web

/// What the pages show of a motion's life, of its register, and what they keep to themselves.
@Suite struct MotionCoursePagesTests {
  private static func section(_ heading: String, of page: String) throws -> String {
    try #require(
      page.components(separatedBy: "<section").first { $0.contains("<h2>\(heading)</h2>") }, "\(heading)")
  }

  private static func row(_ name: String, in section: String) throws -> [String] {
    let row = try #require(
      section.components(separatedBy: "<tr>").first {
        ($0.components(separatedBy: "</th>").first ?? "").contains(name)
      }, "\(name)")
    return row.components(separatedBy: "<td").dropFirst().map { cell in
      "<td\(cell.components(separatedBy: "</td>")[0])".replacing(/<[^>]*>/, with: "").trimmingCharacters(
        in: .whitespacesAndNewlines)
    }
  }

  // MARK: The list

  @Test func theListShowsStateRuleDaysAndResult() async throws {
    let page = try await ServedMotions.fsc("/motions?lang=en").body
    #expect(
      try Self.row("/motions/triple", in: page) == [
        "decided", "General Assembly of members", "majority in each chamber and overall", "1 March 2026",
        "10 March 2026", "Not carried",
      ])
    #expect(try Self.row("/motions/few", in: page)[4...] == ["10 March 2026", "No quorum"])
    #expect(try Self.row("/motions/waiting", in: page)[3...] == ["1 March 2026", "", "not counted"])
    // What is still to be decided comes first.
    let order = page.matches(of: /<th scope="row"><a href="\/motions\/([a-z]+)/).map { String($0.1) }
    #expect(order.suffix(2).sorted() == ["few", "triple"])
  }

  @Test func theListIsNarrowedByStateBodyRuleAndResult() async throws {
    func found(_ query: String) async throws -> [String] {
      try await ServedMotions.gard("/motions?lang=en&\(query)").body
        .matches(of: /<th scope="row"><a href="\/motions\/([a-z]+)/).map { String($0.1) }
    }
    #expect(try await found("state=open") == ["silent"])
    #expect(try await found("body=general-meeting") == ["seated", "tied"])
    #expect(try await found("outcome=carried") == ["seated"])
    #expect(try await found("rule=silence&state=decided") == [])
    #expect(try await ServedMotions.gard("/motions?lang=en&state=lapsed").body.contains("Nothing matches"))
    let rows = try await ServedMotions.gard("/motions.csv?outcome=carried").body.split(
      whereSeparator: \.isNewline)
    #expect(rows.count == 2 && rows[1].hasPrefix("seated,"))
  }

  @Test func withoutMotionsTheListSaysHowOneComesIntoBeing() async throws {
    let page = try await ServedPartnership.get("/motions?lang=en").body
    #expect(page.contains("A motion comes into being when a member puts a text to the body that decides"))
    let french = try await ServedPartnership.get("/motions?lang=fr").body
    #expect(french.contains("Une motion naît lorsqu’un membre soumet un texte"))
  }

  @Test func governanceBodiesAndDecisionsLeadToMotions() async throws {
    #expect(try await ServedMotions.fsc("/governance?lang=en").body.contains("href=\"/motions?lang=en\""))
    let body = try await ServedMotions.gard("/records/body/general-meeting?lang=en").body
    #expect(body.contains("href=\"/motions?body=general-meeting&amp;lang=en\""))
    let decision = try await ServedMotions.gard("/records/decision/seated?lang=en").body
    #expect(decision.contains("href=\"/motions/seated?lang=en\""))
    #expect(
      try await ServedMotions.gard("/motions/seated?lang=en").body.contains(
        "/records/decision/seated?lang=en"))
    #expect(
      try await ServedMotions.gard("/records/motion/seated?lang=en").body.contains(
        "href=\"/motions/seated?lang=en\""))
  }

  // MARK: Rule and result

  @Test func theRuleIsToldAsTheCharterHasItWithItsLine() async throws {
    let page = try Self.section("Rule", of: await ServedMotions.fsc("/motions/triple?lang=en").body)
    for sentence in [
      "The chambers share the whole vote: environmental 1/3, social 1/3 and economic 1/3.",
      "Quorum, in each chamber: more than 1/2 of the voting power, present or by proxy.",
      "To be carried, in each chamber: more than 1/2 of those registered minus abstentions in favour.",
      "To be carried, overall: at least 2/3 of those present minus abstentions in favour.",
      "One holder may vote by proxy for organisations: at most 5; for individuals: any number.",
      "Before a motion is put to the vote it needs this many proposers: 1; seconders: 2.",
      "/sources/fsc-ga-2017-voting",
      "/records/charter-edition/fsc-2017",
    ] { #expect(page.contains(sentence), "\(sentence)") }
    let line = try #require(
      Models.reading("fsc", edition: "2017")?.charter?.rules.first { $0.id == "chambers" }?.ground.line)
    #expect(page.contains("fsc 2017, line \(line)"))
    let french = try Self.section("Règle", of: await ServedMotions.gard("/motions/tied?lang=fr").body)
    #expect(french.contains("Une voix pour chaque membre de cette catégorie : Organisation participante."))
    #expect(french.contains("Avec une voix permanente : Organisation mondiale de la santé."))
    #expect(french.contains("L’égalité des voix vaut rejet."))
  }

  @Test func aTieAndAMissedQuorumAreTold() async throws {
    let tied = try Self.section("Result", of: await ServedMotions.gard("/motions/tied?lang=en").body)
    #expect(
      tied.contains("overall: in favour 2/4, of votes cast; &gt; 1/2 is needed: 4 &gt; 4 does not hold"))
    #expect(tied.contains("not carried: as many for as against, and a tie fails"))
    // Two organisations of one chamber came: 18 of its 20 points, and nobody of the others.
    let few = try Self.section("Result", of: await ServedMotions.fsc("/motions/few?lang=en").body)
    #expect(few.contains("environmental: quorum: 0/20 (of 60)"))
    #expect(few.contains("social: quorum: 18/20 (of 60)"))
    #expect(few.contains("no quorum: nothing is decided"))
    #expect(!few.contains("in favour 18/"))
  }

  @Test func thePermanentSeatBreaksTheTieAndLeadsToADecision() async throws {
    let page = try await ServedMotions.gard("/motions/seated?lang=en").body
    #expect(try Self.section("Result", of: page).contains("6 &gt; 5 holds"))
    #expect(try Self.section("The motion", of: page).contains("Decides, 20 September 2010"))
    #expect(
      try !Self.section("The motion", of: await ServedMotions.gard("/motions/tied?lang=en").body)
        .contains("/records/decision/"))
  }

  @Test func aPartAdoptedInTheInterimShowsThatItWasWithdrawnSince() async throws {
    func parts(_ query: String) async throws -> String {
      try Self.section(
        "Parts of documents decided on", of: await ServedMotions.gard("/motions/seated?lang=en\(query)").body)
    }
    let now = try await parts("")
    #expect(now.contains("/records/deliverable-part/annex-b") && now.contains("Annex B"))
    #expect(now.contains(">adopted in the interim<") && now.contains("20 September 2010"))
    #expect(now.contains(">withdrawn<") && now.contains("May 2012") && now.contains("GM-3"))
    #expect(try await !parts("&as_of=2011-01-01").contains(">withdrawn<"))
  }

  /// The part names the motion it was put to, and its page still tells of no part that it decided on.
  @Test func aMotionThatWasNotCarriedDecidedOnNoPart() async throws {
    let part = try await ServedMotions.gard("/api/v1/deliverable-parts/annex-c").body
    #expect(part.contains(#""decision_number":"tied""#))
    let page = try await ServedMotions.gard("/motions/tied?lang=en").body
    #expect(page.contains("<h2>Result</h2>"))
    #expect(!page.contains("annex-c") && !page.contains("Parts of documents decided on"))
  }

  // MARK: Register and votes

  @Test func theRegisterShowsChamberSideWeightVoteAndProxy() async throws {
    let page = try await ServedMotions.fsc("/motions/triple?lang=en").body
    let register = try Self.section("Register and votes", of: page)
    #expect(
      try Self.row("economic, South, organisations", in: register) == [
        "1", "1", "3/20", "1", "0", "1", "0",
      ])
    // The late payer is on the register and its weight is its neighbour's.
    #expect(
      try Self.row("social, North, organisations", in: register) == ["2", "1", "3/20", "1", "1", "0", "0"])
    #expect(
      try Self.row("economic-south-organisation member", in: register) == [
        "Member organisation", "economic, South", "3/20", "Against", "economic-north-organisation member", "",
        "5 March 2026",
      ])
    #expect(try Self.row("social-south-individual member", in: register)[5] == "owns a forest")
    #expect(try Self.row("economic-south-individual member", in: register)[3...] == ["", "", "", ""])
  }

  @Test func seatsAreTheRegisterOfABodyThatHasThem() async throws {
    let page = try await ServedMotions.gard("/motions/silent?lang=en").body
    let register = try Self.section("Register and votes", of: page)
    #expect(register.contains("The members of the body on 25 November 2026."))
    #expect(register.contains("Fundação ProAR") && register.contains("/records/seat/seat-proar"))
    #expect(try Self.row("All members", in: register) == ["10", "10", "0"])
    let missing = try Self.section("What is missing", of: page)
    #expect(missing.contains("2026-11-20 and 14 days: objections are in time until 2026-12-04"))
    #expect(!page.contains("<h2>Result</h2>"))
  }

  @Test func anOpenMotionShowsWhatIsMissingAndNoVote() async throws {
    let page = try await ServedMotions.fsc("/motions/waiting?lang=en&as_of=2026-03-06").body
    let missing = try Self.section("What is missing", of: page)
    for line in [
      "2 votes are on record.", "12 of 13 on the register may vote",
      "environmental: quorum: 0/20 (of 60) present or by proxy; &gt; 1/2 is needed: 0 &gt; 20 does not hold",
      "social: quorum: 18/20 (of 60) present or by proxy; &gt; 1/2 is needed: 36 &gt; 20 holds",
    ] { #expect(missing.contains(line), "\(line)") }
    #expect(!page.contains("<h2>Result</h2>"))
    let register = try Self.section("Register and votes", of: page)
    #expect(try Self.row("social-south-organisation member", in: register).contains("voted"))
    #expect(!register.contains("In favour"))
  }

  /// A fee is not public. Before the count nobody reads from the page that one is owed.
  @Test func whoOwesAFeeIsNotToldBeforeTheCount() async throws {
    let page = try await ServedMotions.fsc("/motions/waiting?lang=en&as_of=2026-03-06").body
    #expect(!page.contains("good standing;") && !page.contains("late-payer is"))
    let register = try Self.section("Register and votes", of: page)
    #expect(try Self.row("late-payer", in: register) == ["Member organisation", "social, North", "", ""])
    #expect(!register.contains("May vote") && !register.contains("One vote weighs"))
  }

  @Test func aMotionThatNobodySecondedSaysHowManyItNeeds() async throws {
    // Far ahead, because a motion without a day of its own counts from the day it was recorded.
    let page = try await ServedMotions.fsc("/motions/drafted?lang=en&as_of=2999-01-01").body
    #expect(try Self.section("What is missing", of: page).contains("Seconders needed: 2; named so far: 0."))
    // Chambers are divided by a list of countries that nobody keeps for that day.
    #expect(
      page.contains("fsc 2017 divides its chambers by high-income, and no list of these countries holds"))
  }

  // MARK: Days

  @Test func aDayBeforeTheCountShowsTheMotionAsItStood() async throws {
    let before = try await ServedMotions.fsc("/motions/triple?lang=en&as_of=2026-03-06").body
    #expect(!before.contains("<h2>Result</h2>") && before.contains("11 votes are on record."))
    #expect(!before.contains("owns a forest"))
    let first = try await ServedMotions.fsc("/motions/triple?lang=en&as_of=2026-03-01").body
    #expect(first.contains("Protect old forests.") && !first.contains("everywhere"))
    let now = try Self.section("Earlier texts", of: await ServedMotions.fsc("/motions/triple?lang=en").body)
    #expect(now.contains("2 March 2026") && now.contains(">Protect old forests.<"))
    #expect(try await ServedMotions.fsc("/motions/triple?as_of=2026-02-28").status == 404)
    let list = try await ServedMotions.fsc("/motions?lang=en&as_of=2026-03-06").body
    #expect(try Self.row("/motions/triple", in: list)[5] == "not counted")
  }

  @Test func theHistoryTellsEachStepWithWhoTookIt() async throws {
    let history = try Self.section("History", of: await ServedMotions.fsc("/motions/triple?lang=en").body)
    let steps = history.matches(of: /<h3>(.*?)<\/h3>/).map { String($0.1) }
    #expect(steps == ["Counted", "Changed", "Opened", "Seconded", "Proposed"])
    #expect(history.contains("By officer, as secretariat."))
  }

  // MARK: Data

  @Test func aMotionsDataAreItsRecordAndItsBallots() async throws {
    let json = try await ServedMotions.fsc("/motions/triple.json").body
    #expect(json.hasPrefix(#"{"id":"triple","#))
    let rows = try await ServedMotions.fsc("/motions/triple.csv").body.split(whereSeparator: \.isNewline)
    #expect(rows.count == 12)
    #expect(rows[0].hasPrefix("id,motion,round,voter,choice,holder,interest,day,"))
    for path in ["/motions/nothing", "/motions/nothing.json", "/motions/nothing.csv"] {
      #expect(try await ServedMotions.fsc(path).status == 404, "\(path)")
    }
  }
}
