@testable import App
@testable import Finance
import Kernel
@testable import Registry
import Testing

/// A file of allocations, or of corrections, is held to what a command is held to, row by row.
@Suite struct MoneyFileTests {
  private typealias Fund = VoluntaryFund

  /// Each row alone would fit; the third is more than the two before it leave.
  @Test func r124_aFileIsHeldToWhatTheRowsBeforeLeave() async throws {
    let rows = [("a", 60_00), ("b", 40_00), ("c", 1)].map { id, minor in
      AllocationRuleTests.allocation(id, minor, from: "voluntary-fund", on: Fund.day)
    }
    let (answers, balance) = try await Fund.with { partnership in
      (
        try await Fund.taking(Allocation.self, DonorRequirements.csv(rows), partnership),
        try await Fund.balance(partnership)
      )
    }
    #expect(
      answers == [
        "add", "add",
        "on 2022-05-03 voluntary-fund has 0.00 USD free and nothing set aside; gold can have 0.00 USD of it at the most, and "
          + "not 0.01 USD",
      ])
    #expect(balance.allocated == 100_00)
    #expect(balance.missing == 0)
  }

  @Test func r124_aCorrectionDoesNotTakeWhatIsAllocated() async throws {
    let given = AllocationRuleTests.allocation("a", 70_00, from: "voluntary-fund", on: Fund.day)
    @Sendable func correcting(_ change: (inout Contribution) -> Void) -> String {
      var gift = Fund.standing[0]
      change(&gift)
      return DonorRequirements.csv([gift])
    }
    let (answers, more, less) = try await Fund.with { partnership in
      _ = try await Fund.taking(Allocation.self, DonorRequirements.csv([given]), partnership)
      var answers: [String] = []
      for file in [
        correcting { $0.amount.minor = 29_99 }, correcting { $0.earmark = .init("waste") },
        correcting { $0.amount.currency = "EUR" }, correcting { $0.window = nil },
        correcting { $0.amount.minor = 30_00 },
      ] {
        answers += try await Fund.taking(Contribution.self, file, partnership)
      }
      func corrected(_ minor: Int) async throws -> [String] {
        var allocation = given
        allocation.amount.minor = minor
        return try await Fund.taking(Allocation.self, DonorRequirements.csv([allocation]), partnership)
      }
      return (answers, try await corrected(70_01), try await corrected(10_00))
    }
    let lacking = ["0.01", "30.00", "30.00", "30.00"].map {
      "voluntary-fund would then lack \($0) USD on 2022-05-03 for what is allocated of it (allocation/a); withdraw or lower "
        + "an allocation first"
    }
    #expect(answers == lacking + ["change"])
    #expect(
      more == [
        "on 2022-05-03 voluntary-fund has 40.00 USD free and set aside 30.00 USD for gold; gold can have 70.00 USD of it at "
          + "the most, and not 70.01 USD"
      ])
    #expect(less == ["change"])
  }

  @Test func aFileNamesACycleThatIsThere() async throws {
    var allocation = AllocationRuleTests.allocation("a", 1, from: "voluntary-fund", on: Fund.day)
    allocation.cycle = "cycle-1999"
    let file = DonorRequirements.csv([allocation])
    let answers = try await Fund.with { try await Fund.taking(Allocation.self, file, $0) }
    #expect(answers.count == 1)
    #expect(answers[0].hasPrefix("there is no cycle cycle-1999; there are cycle-2007-2008, cycle-2009-2010"))
  }
}
