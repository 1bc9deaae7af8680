import Kernel

@testable import Portal
@testable import Telling
@testable import Web

extension Samples {
  private static let formal = OptionsPage.Head(
    number: 1, label: "Option 1", name: Said("Formal link", .en), isInForce: false)
  private static let mixed = OptionsPage.Head(
    number: 3, label: "Option 3", name: Said("Lien \u{AB} mixte \u{BB} & <partiel>", .fr), isInForce: true)

  private static func answer(_ text: String, scope: String? = nil) -> OptionsPage.Answer {
    OptionsPage.Answer(
      scope: scope, text: text, basis: "our reading", sources: [SourceRef("A24"), SourceRef("A28b")],
      reasons: ["The charter\u{2019}s terms (options.formal-link.default.reports-to, line 294)."])
  }

  private static func part(_ name: Linked, _ shape: StateView.Shape, expected: Double?) -> OptionsPage.Part {
    OptionsPage.Part(
      name: name, tie: StateView(shape: shape, word: "Formal link"), reportsTo: "Conference <of> the Parties",
      amendedBy: "Advisory group", expected: expected, longest: expected.map { $0 * 2 },
      warnings: expected == nil ? [] : ["Past its planned end: 2010."])
  }

  static let options = OptionsPage(
    heads: [formal, mixed],
    rows: [
      OptionsPage.Row(
        question: "Reports go to",
        answers: [
          [answer("Conference of the Parties")],
          [answer("Executive Director", scope: "10 parts"), answer("COP")],
        ])
    ],
    warnings: [
      [],
      [
        OptionsPage.Warning(scope: "2 parts", text: "A body that does not exist.", sources: [SourceRef("F3")])
      ],
    ],
    mixed: [
      OptionsPage.Mixed(
        head: mixed, areas: [part(gold, .none, expected: 269)],
        streams: [part(Linked(Said("Results")), .formalLink, expected: nil)])
    ],
    pace: PaceChart(lines: [
      .init(name: "Option 1", expected: 365, longest: 730, basis: "assumed", isSolid: false, series: 1),
      .init(name: "Option 3", expected: nil, longest: nil, basis: "computed", isSolid: true, series: 3),
    ]),
    load: BarChart(
      bars: [.init(name: "Option 1", value: 8, text: "8 reports", series: 1)], nameHeading: "Option",
      valueHeading: "Reports"),
    gaps: [
      .init(
        option: 1, name: "Option 1", currency: "USD", need: 1_000_000, fromMechanism: 600_000, fromOthers: 0,
        gap: 400_000)
    ],
    stays: Statement(Said("The mechanisms go on.", .en), note),
    account: [["One sentence."], ["Another & more."]])
}
