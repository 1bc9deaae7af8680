import Kernel

@testable import Portal
@testable import Telling
@testable import Web

extension Samples {
  static let institute = Linked(Said("Example <Institute> & Sons", .en), .partner("example-institute"))

  static let motions = MotionsPage(
    filters: partnersPage.filters,
    rows: [
      MotionsPage.Row(
        text: Linked(Said("Demander un <domaine>.", .fr), .motion("m-1")), subject: "the structure",
        state: StateView(shape: .underway, word: "open"), body: group, rule: "consensus",
        opened: Day(2010, 9, 1), counted: nil, result: nil),
      MotionsPage.Row(
        text: Linked(Said("Ask again.", .en), .motion("m-2")), subject: "the structure",
        state: StateView(shape: .none, word: "decided"), body: group, rule: "consensus",
        opened: Day(2010, 9, 1), counted: Day(2010, 9, 20), result: StateView(shape: .done, word: "Carried")),
    ], all: 2, next: Address(.motions, filters: [.init(name: "cursor", value: "m-2")]))

  static let noMotions = MotionsPage(filters: [], rows: [], all: 0)

  /// Counted, with more lines than a page has room for.
  static let motion = MotionPage(
    id: "m-1", title: Said("Motion on the structure"), text: Said("Demander un <domaine>.", .fr),
    state: StateView(shape: .none, word: "decided"),
    facts: [
      Fact("Body", .linked([group])), Fact("Result", .state(StateView(shape: .done, word: "Carried"))),
    ],
    earlierTexts: [Dated(Period(since: When(2010, 9, 2)), Linked(Said("Before", .en)), basis: Basis([]))],
    rule: ["Each <member> has one vote."], ruleName: "simple majority",
    ruleFacts: [Fact("Stands in", .text(Said("example 2010, line 3")), basis: doubt)],
    counts: [
      MotionPage.Count(
        number: 1, day: nil, rule: "consensus", outcome: nil, lines: [Said("Nobody <came>.", .en)]),
      MotionPage.Count(
        number: 2, day: Day(2010, 9, 20), rule: "simple majority",
        outcome: StateView(shape: .done, word: "Carried"),
        lines: (1...90).map { Said("voter-\($0) is counted out", .en) }),
    ],
    register: MotionPage.Register(
      day: Day(2010, 9, 20),
      groups: [
        .init(name: "North", members: 2, mayVote: 1, weight: "1/2", recorded: 1, votes: [1, 0]),
        .init(name: "South", members: 1, mayVote: 1, weight: "1/2", recorded: 1, votes: [0, 1]),
      ], choices: ["In favour", "Against"],
      voters: (1...40).map { _ in
        .init(
          name: institute, id: "example-institute", category: "NGO", group: "North", weight: "1/2",
          standing: "observes",
          vote: "Against", holder: institute, interest: "sells <mercury>", day: Day(2010, 9, 20))
      }, all: 5_000, next: Address(.motion("m-1"), filters: [.init(name: "cursor", value: "x")])),
    parts: [
      .init(
        title: Linked(Said("Annex B", .en), .record(kind: "deliverable-part", id: "b")), of: convention,
        states: [
          (StateView(shape: .underway, word: "adopted in the interim"), When(2011), "m-1"),
          (StateView(shape: .none, word: "withdrawn"), nil, nil),
        ])
    ],
    history: [
      Dated(Period(since: When(2010, 9, 20)), Linked(Said("Counted")), text: Said("By A."), basis: Basis([]))
    ])

  static let openMotion = MotionPage(
    id: "m-2", title: Said("Motion on the structure"), text: Said("Ask again.", .en),
    state: StateView(shape: .underway, word: "open"), facts: [], earlierTexts: [], rule: [],
    ruleName: "gone", ruleFacts: [], missing: [Said("2 votes are on record.", .en)], counts: [],
    register: MotionPage.Register(day: Day(2010, 9, 22), isOfSeats: true, fault: Said("No <list>.", .en)),
    parts: [], history: [])
}
