@testable import App
import Charters
@testable import Finance
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing
@testable import Workplan
import Wording

/// From which windows, by whom and on which decision money is allocated.
@Suite struct AllocationRuleTests {
  private typealias Fund = VoluntaryFund

  @Test func r124_onlyAWindowThatExistsPays() async throws {
    let sentences = try await Fund.with { partnership in
      [
        // In 2021 the edition of 2020 was in force.
        try await Fund.refusal(Fund.wanted("1 USD", area: "gold", on: Day(2021, 5, 3)), partnership),
        try await Fund.refusal(Fund.wanted("1 USD", area: "gold", of: "petty-cash"), partnership),
        try await Fund.refusal(Fund.wanted("1 USD", area: "gold", on: Day(1999, 1, 1)), partnership),
      ]
    }
    #expect(
      sentences == [
        "the charter gmp 2020, in force on 2021-05-03, only proposes voluntary-fund; allocate from it once an edition says "
          + "that it exists",
        "the charter gmp 2022, in force on 2022-05-03, has no window petty-cash; it has environment-fund, "
          + "unep-extrabudgetary, in-kind, treaty-mechanism, specific-programme, special-trust-fund, voluntary-fund",
        "no charter was in force on 1999-01-01, so no window pays on that day",
      ])
  }

  /// An edition of 2010 that says the mechanism is there; the treaty came into force on 16 August 2017.
  @Test func aWindowPaysFromItsPhase() async throws {
    let sentences = try await FoundedPartnership.with { partnership in
      try await partnership.database.read { connection in
        let text = NoteCharter.text("2010").replacing(
          "class: mechanism\n      exists: false", with: "class: mechanism\n      exists: true")
        let charter = try #require(Charter.read(Array(text.utf8), name: "2010.yaml").charter)
        return try [Day(2017, 8, 15), Day(2017, 8, 16)].map { day in
          try Self.allocation(from: "treaty-mechanism", on: day).refusals(under: charter, nil, connection)
            .map(
              \.sentence)
        }
      }
    }
    #expect(
      sentences == [
        [
          "treaty-mechanism pays from the phase in-force of minamata, which had not begun on 2017-08-15; allocate once it has begun"
        ], [],
      ])
  }

  @Test func aWindowPaysForItsNatures() async throws {
    let sentences = try await FoundedPartnership.with { partnership in
      try await partnership.database.read { connection in
        let charter = try #require(NoteCharter.reading("2020").charter)
        return try ["binding", "voluntary-collective", nil].map { nature in
          let activity = AllocationRequirements.activity("act", ["gold"], nature: nature)
          return try Self.allocation(from: "treaty-mechanism", on: Day(2022, 5, 3)).refusals(
            under: charter, activity, connection
          ).map(\.sentence)
        }
      }
    }
    #expect(
      sentences == [
        [],
        [
          "under the charter gmp 2020 treaty-mechanism pays for what is binding, and act is voluntary-collective"
        ], [],
      ])
  }

  @Test func whoMayAllocate() async throws {
    let sentences = try await Fund.with { partnership in
      try await partnership.database.write { connection in
        let journal = try Journal(connection)
        for (id, outcome, date) in [
          ("taken", Decision.Outcome.decides, When(2022, 5, 3)), ("noted", .takesNote, When(2022, 5, 1)),
          ("later", .decides, When(2022, 5, 4)),
        ] {
          try journal.append(
            Decision(
              id: .init(id), body: .init("advisory-group"), session: nil, proposer: nil, outcome: outcome,
              subject: "money", clause: nil, legalBasis: nil, date: date, text: Translated(.en, id),
              provenance: Provenance(["test"]), state: .taken), NotePartnership.secretariat)
        }
      }
      var sentences: [String?] = []
      let group = Capacity.member(of: "advisory-group")
      for (capacity, decision) in [
        (group, nil), (group, "noted"), (group, "later"), (.member(of: "unep-gc"), "taken"),
        (.lead(of: "gold"), nil), (.system, nil), (.secretariat, "none"), (group, "taken"),
      ] as [(Capacity, String?)] {
        sentences.append(
          try await Fund.refusal(
            Fund.wanted("1 USD", area: "gold", decision: decision), partnership, as: capacity))
      }
      return sentences
    }
    let what = "may not allocate allocation voluntary-fund-gold-2022-05-03; the secretariat"
    #expect(
      sentences == [
        "member:advisory-group \(what) may",
        "decision noted decides nothing (takes-note, taken); name one that was taken and decides",
        "decision later is of 2022-05-04, after the allocation of 2022-05-03",
        "member:unep-gc \(what) or a member of advisory-group may", "lead:gold \(what) may",
        "system \(what) may", "there is no decision “none”", nil,
      ])
  }

  @Test func anAllocationNamesOnePlaceThatIsThere() async throws {
    let sentences = try await Fund.with { partnership in
      [
        try await Fund.refusal(Fund.wanted("1 USD"), partnership),
        try await Fund.refusal(Fund.wanted("1 USD", area: "gold", activity: "act"), partnership),
        try await Fund.refusal(Fund.wanted("1 USD", area: "silver"), partnership),
        try await Fund.refusal(Fund.wanted("1 USD", activity: "nothing"), partnership),
        try await Fund.refusal(Fund.wanted("0 USD", area: "gold"), partnership),
        try await Fund.refusal(Fund.wanted("one USD", area: "gold"), partnership),
      ]
    }
    #expect(
      sentences == [
        "an allocation pays for one area or one activity; name one of the two",
        "an allocation pays for one area or one activity; name one of the two", "there is no area “silver”",
        "there is no activity “nothing”", "the amount is zero or less; allocate more than zero",
        "“one” is no amount of USD; write it as 25000 or 25000.50",
      ])
  }

  @Test func anAllocationContradictsItself() {
    func codes(_ change: (inout Allocation) -> Void) -> [String] {
      var allocation = Self.allocation(from: "voluntary-fund", on: Day(2022, 5, 3))
      change(&allocation)
      return allocation.contradictions.map(\.code)
    }
    #expect(codes { _ in } == [])
    #expect(codes { $0.amount.minor = -1 } == ["amount"])
    #expect(codes { $0.amount.kind = .inKind } == ["in-kind"])
    #expect(codes { $0.area = nil } == ["one-place"])
    #expect(codes { $0.state = .withdrawn } == ["withdrawn"])
    #expect(codes { $0.withdrawnOn = Day(2022, 6, 1) } == ["withdrawn"])
    #expect(
      codes {
        $0.state = .withdrawn
        $0.withdrawnOn = Day(2022, 5, 2)
      } == ["withdrawn"])
  }

  static func allocation(
    _ id: String = "a", _ minor: Int = 1_00, from window: String, on day: Day
  ) -> Allocation {
    Allocation(
      id: .init(id), window: .init(window), amount: Money(minor: minor, currency: "USD"),
      area: .init("gold"), activity: nil, cycle: "cycle-2022-2023", decided: day, decision: nil,
      provenance: Provenance(["test"]))
  }
}
