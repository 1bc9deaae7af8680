import Acting
import App
import Exchange
import Governance
import Kernel
import Store
import Testing
import Wording

/// What the doors say to a vote or a count that cannot be, in a partnership with a committee of ten seats: a text went out
/// to it under silence on 20 November 2026.
@Suite struct VotingTests {
  private static let intent = Intent("vote", by: "officer", as: .secretariat, basis: "test")

  private static func refusal(
    _ body: (App.Partnership) async throws -> Void
  ) async throws -> String? {
    let partnership = try await ServedMotions.lungs.value
    do {
      try await body(partnership)
      return nil
    } catch let refusal as Refusal { return refusal.sentence }
  }

  @Test func whoIsNotOnTheRegisterHasNoVote() async throws {
    let told = try await Self.refusal {
      try await $0.vote(
        "objects", of: "stranger", on: "silent", holder: nil, interest: nil, day: Day(2026, 11, 22),
        Self.intent)
    }
    #expect(
      told
        == "stranger is not on the register of steering-committee on 2026-11-22; “entente motion register silent” lists it"
    )
  }

  @Test func nothingIsCountedBeforeItIsOpened() async throws {
    let told = try await Self.refusal { _ = try await $0.count(motion: "silent", on: Day(2026, 11, 19), nil) }
    #expect(told == "motion silent was opened on 2026-11-20, so it cannot be counted on 2026-11-19")
  }

  @Test func noCountIsKeptBeforeTheDeadline() async throws {
    let told = try await Self.refusal {
      _ = try await $0.act(
        "count", of: Motion.self, on: "silent", giving: .cells(["on": "2026-11-21"]), Self.intent)
    }
    #expect(told == "the votes on motion silent cannot be counted on 2026-11-21 yet: its deadline is open")
  }

  /// A file of votes is held to the same: the id says whose vote it is and in which ballot.
  @Test func aVoteOfAFileBearsTheIdOfItsVoter() async throws {
    let rows = """
      id,motion,round,voter,choice,day,qualifier,source,verification
      another,silent,1,seat-gina,objects,2026-11-22,exact,recalled,unverified
      """
    let plan = try await ServedMotions.lungs.value.take(
      Ballot.self, CSVFile(Array(rows.utf8), name: "ballots.csv"), nil)
    #expect(
      plan.outcomes.flatMap(\.refusals).map(\.sentence) == [
        "a vote's id is MOTION-BALLOT-VOTER, so that nobody votes twice: here silent-1-seat-gina"
      ])
  }
}
