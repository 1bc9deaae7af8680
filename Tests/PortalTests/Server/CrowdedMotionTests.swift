import Charters
import Foundation
import Kernel
@testable import Registry
import Store
import Testing

@testable import App
@testable import Governance

/// A motion on which five thousand vote: its page stays light, and its data hold every vote.
@Suite struct CrowdedMotionTests {
  private static let most = 5_000

  private static let crowd = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-crowd-\(UUID().uuidString).sqlite"
    ).path
    _ = try await Founding.found("gard", at: StoreAddress(path))
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    let officer = Intent("import", by: "officer", as: .secretariat, basis: "")
    let opened = Day(2010, 9, 1)
    try await partnership.database.change { connection in
      let journal = try Journal(connection)
      try journal.append(
        Motion(
          id: .init("crowd"), body: .init("general-meeting"), session: nil, subject: "activity-reports",
          form: nil, text: Translated(.en, "Adopt it."), proposers: ["party-10002"], seconders: [],
          rule: "one-party-one-vote", round: 1, opened: opened, changed: nil, counted: nil, firstBallot: nil,
          until: nil, outcome: nil, isAdvisory: false, arithmetic: [], provenance: Provenance([]),
          state: .open), officer)
      for number in 1...most {
        let id = "party-\(10_000 + number)"
        try journal.append(
          Partner(
            id: .init(id), name: Translated(.en, "Party \(number)"), category: "collaborating-party",
            sector: "public", country: nil, areas: [], statesSupport: true, statesCommitment: true,
            contribution: "Votes", membership: Period(since: When(2008)), confidentialNote: nil,
            provenance: Provenance([]), state: number % 2 == 0 ? .admitted : .suspended), officer)
        try journal.append(
          Ballot(
            id: Ballot.id(of: id, on: .init("crowd"), round: 1), motion: .init("crowd"), round: 1, voter: id,
            choice: number % 3 == 0 ? .no : .yes, holder: nil, interest: nil, day: Day(2010, 9, 2),
            withdrawn: nil, provenance: Provenance([])), officer)
      }
    }
    let result = try await partnership.count(motion: "crowd", on: Day(2010, 9, 20), officer)
    return (partnership, result.steps.map { $0.text.text(in: .en).text })
  }

  private static func get(_ path: String) async throws -> String {
    let answer = try await ServedPartnership.get(path, of: crowd.value.0)
    #expect(answer.status == 200, "\(path)")
    return answer.body
  }

  @Test func fiveThousandVotesMakeALightPage() async throws {
    let page = try await Self.get("/motions/crowd?lang=en")
    #expect(page.utf8.count < 60_000)
    // Of the 2,500 admitted, whose numbers are even, one in three is against.
    #expect(
      page.contains("overall: in favour 1667/2500, of votes cast; &gt; 1/2 is needed: 3334 &gt; 2500 holds"))
    #expect(page.contains("40 of 5,000"))
  }

  /// 2,500 lines on the suspended, the roll, the votes, the test and the outcome; twenty and forty of them stand here.
  @Test func aLongCountIsShortenedAndSaysSo() async throws {
    let (_, printed) = try await Self.crowd.value
    #expect(printed.count == 2_504)
    let page = try await Self.get("/motions/crowd?lang=en")
    let lines = page.matches(of: /<li>([^<]*)<\/li>/).map { String($0.1) }
    #expect(lines.count { $0.contains("is counted out") } == 56)
    #expect(page.contains("2,444 more lines stand in the data."))
    #expect(page.contains("href=\"/motions/crowd.json?lang=en\""))
  }

  @Test func theRestOfTheRegisterIsOnTheNextPagesAndInTheData() async throws {
    let first = try await Self.get("/motions/crowd?lang=en")
    let next = try #require(first.firstMatch(of: /rel="next" href="([^"]*)"/)?.1)
    #expect(next == "/motions/crowd?cursor=party-10040&amp;lang=en#register")
    let second = try await Self.get("/motions/crowd?cursor=party-10040&lang=en")
    #expect(second.contains("/partners/party-10041?") && !second.contains("/partners/party-10040?"))
    let last = try await Self.get("/motions/crowd?cursor=party-14960&lang=en")
    #expect(last.contains("/partners/party-15000?") && !last.contains("rel=\"next\""))
    let rows = try await Self.get("/motions/crowd.csv").split(whereSeparator: \.isNewline)
    #expect(rows.count == 5_001)
  }
}
