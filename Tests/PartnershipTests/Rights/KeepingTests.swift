import Acting
@testable import App
@testable import Finance
import Governance
import Kernel
@testable import Registry
import Store
import Testing
import Wording

/// Adding and correcting, which every kind has, are held to more than the schema.
@Suite struct KeepingTests {
  /// What was taken back as a mistake does not come again under its id, and a correction moves nothing.
  @Test func keepingIsNoWayAroundAVerb() async throws {
    let told = try await NotePartnership.with { connection in
      func occasion() -> Occasion {
        Occasion(NotePartnership.secretariat, under: CharterBook(), today: Day(2026, 11, 25), connection)
      }
      let cause = try #require(try connection.one(Cause.ID("cause-other")))
      _ = try Capabilities.verbs.carryOut("take-back", of: "cause", on: "cause-other", .nothing, occasion())
      var supply = try #require(try connection.one(Area.ID("supply")))
      let before = supply
      supply.state = .dormant
      return try Capabilities.verbs.keeping(of: Cause.self).refusals(of: cause, before: nil, occasion()).map(
        \.sentence)
        + Capabilities.verbs.keeping(of: Area.self).refusals(of: supply, before: before, occasion()).map(
          \.sentence)
    }
    #expect(
      told == [
        "cause cause-other was taken back as a mistake; an id is not used again, choose another",
        "area supply is active; a verb takes it further, a correction or a file does not; “entente verbs area supply” lists what can be done",
      ])
  }
}
