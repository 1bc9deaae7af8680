import Charters
import Kernel

@testable import Portal
@testable import Reporting
@testable import Telling
@testable import Web

extension Samples {
  static let governance = GovernancePage(
    framework: [
      Fact(
        "Text",
        .linked([Linked(Said("Overarching framework", .en), .record(kind: "governing-document", id: "x"))])),
      Fact("Since", .when(When(2008))),
    ],
    documents: [
      GovernancePage.Document(
        title: Linked(Said("Cadre global du Partenariat", .fr), .record(kind: "governing-document", id: "x")),
        kind: "framework", symbol: "UNEP(DTIE)/Hg/Partnership.1/INF/7", edition: "2008", body: group,
        period: Period(since: When(2008)), state: StateView(shape: .done, word: "in force"),
        basis: Basis([SourceRef("A28")]))
    ],
    bodies: [
      GovernancePage.Body(
        name: group, role: "advises", reportsTo: committee, period: Period(since: When(2009)), basis: note)
    ],
    sessions: [
      GovernancePage.Session(
        title: Linked(Said("First session", .en), .record(kind: "session", id: "inc-1")), body: committee,
        period: Period(since: When(2010, 6, 7), until: When(2010, 6, 11)), place: nil,
        basis: Basis([SourceRef("N1")]))
    ],
    mandates: [
      Statement(Said("The partnership acts outside the negotiations.", .en), Basis([SourceRef("A10")]))
    ],
    grounds: [
      GovernancePage.Ground(
        title: Linked(Said("Decision 25/5", .en), .record(kind: "legal-basis", id: "gc-25-5")),
        text: Said("Starts the negotiation.", .en), taken: When(2009, 2, 20), body: nil, basis: doubt)
    ],
    milestones: [
      Dated(
        Period(since: When(1992), until: When(1992)), Linked(Said("Conference on environment", .en)),
        basis: Basis([SourceRef("A4")]))
    ])

  static let requests = RequestsPage(
    figures: [],
    rows: [
      RequestsPage.Row(
        question: Linked(
          Said("Study how partnerships could help.", .en),
          .record(kind: "request", id: "req-options-analysis")),
        from: committee, to: group,
        session: Linked(Said("First session", .en), .record(kind: "session", id: "inc-1")),
        asked: When(2010, 6, 11), kind: "document", state: StateView(shape: .done, word: "answered"),
        answer: Linked(
          Said("Note sur les partenariats", .fr), .record(kind: "document", id: "doc-note-2010")),
        answered: When(2010, 9, 22), days: 103, basis: Basis([SourceRef("N1")], qualifier: .atMost)),
      RequestsPage.Row(
        question: Linked(Said("Say what it knows.", .en)), from: committee, to: group,
        state: StateView(shape: .notBegun, word: "open"), basis: note),
    ])

  static let report = ReportPage(
    cycle: "2009-2010", name: Said("Progress report 2009–2010", .en),
    period: Period(since: When(2009, 1), until: When(2010, 6)),
    state: StateView(shape: .done, word: "submitted"),
    addressees: [
      ReportPage.Addressee(
        body: Linked(Said("UNEP Executive Director", .en), .record(kind: "body", id: "unep-ed")),
        rule: Statement(
          Said("The Partnership accounts for progress to the Executive Director.", .en),
          Basis([SourceRef("A28b")]), route: .record(kind: "reporting-line", id: "default"))),
      ReportPage.Addressee(
        part: Linked(Said("Gold", .en), .area("gold")), body: nil,
        rule: Statement(Said("No rule names an addressee.", .en), Basis([SourceRef("A28b")]))),
    ],
    figures: figures, members: [partners],
    areas: [
      ReportPage.Area(
        name: gold, activities: 2, state: StateView(shape: .underway, word: "active"),
        life: "since 2005", basis: Basis([SourceRef("A6b")]))
    ],
    modes: [ReportPage.Mode(name: "Information sharing", activities: [activity])],
    levels: [
      LevelLine(
        level: "community",
        activities: [
          LevelActivity(record: "training", text: Translated(.en, "Training"), provenance: Provenance(["N1"]))
        ]),
      LevelLine(level: nil, activities: []),
    ],
    posts: [
      ReportPage.Post(
        grade: Linked(Said("P-3"), .record(kind: "post", id: "p3-partnership")),
        purpose: Said("Facilitate the partnership’s activities", .en), since: When(2009, 5),
        tenure: FigureView(
          name: "", amount: .number(16), unit: "month", mark: .computed, asOf: When(2010, 9, 22)),
        funder: Linked(Said("Environment Fund", .en)), basis: Basis([SourceRef("A35")])),
      ReportPage.Post(
        grade: Linked(Said("P-4"), .record(kind: "post", id: "p4-interim")), since: When(2007, 2),
        tenure: nil,
        basis: Basis([SourceRef("A35")], qualifier: .inferred)),
    ],
    load: [figures[2]],
    results: [
      FigureView(
        name: "Releases to air, 2010", amount: .number(1960), unit: "t", mark: .qualifier(.estimated),
        sources: [SourceRef("gma-2013")])
    ],
    weaknesses: [
      ReportPage.Weakness(
        text: Statement(Said("Too little money for the work of the areas.", .en), Basis([SourceRef("A12")])),
        statedBy: group, isMain: true,
        causes: [Statement(Said("Donors turned to other subjects.", .en), doubt)]),
      ReportPage.Weakness(
        text: Statement(Said("Des incertitudes demeurent.", .fr), Basis([SourceRef("A12")])), statedBy: nil,
        isMain: false),
    ],
    requests: requests.rows,
    movements: [
      ReportPage.Movement(
        subject: Said("Variety of donors", .en), direction: .up,
        text: Statement(Said("More diverse than in 2005.", .en), Basis([SourceRef("A36")])), causes: []),
      ReportPage.Movement(
        subject: Said("Total funding", .en), direction: .down,
        text: Statement(Said("Less than before.", .en), Basis([SourceRef("A36")])),
        causes: [
          Statement(Said("The economic crisis.", .en), Basis([SourceRef("A36")], qualifier: .inferred))
        ]),
    ], contributions: [figures[3]], windows: money, shortfall: shortfall,
    examinations: [
      ExaminationLine(
        record: "who-pays", question: Translated(.en, "Who <pays>?"), conclusion: nil, concluded: nil,
        state: "open",
        provenance: Provenance(["A36"]))
    ])

  static let reports = ReportsPage(rows: [
    ReportsPage.Row(
      name: Linked(report.name, .report("2009-2010")), period: report.period,
      state: StateView(shape: .done, word: "submitted"), addressee: nil, basis: note)
  ])

  static let aboutData = AboutDataPage(
    verified: [(.stated, 120), (.verified, 80), (.inferred, 7), (.unverified, 3)],
    sources: [
      AboutDataPage.Source(
        title: Linked(Said("Who we are", .en), .source("unep-who-we-are")), publisher: "UNEP",
        address: "unep.org/globalmercurypartnership/who-we-are", read: "first pages", asOf: When(2026),
        verification: .verified, cited: 4),
      AboutDataPage.Source(
        title: Linked(Said("A dangerous one", .en), .source("x")), publisher: nil,
        address: "javascript:alert(1)",
        read: "nothing", asOf: nil, verification: .unverified, cited: 0),
    ],
    disagreements: [
      AboutDataPage.Disagreement(
        subject: Linked(Said("partners", .en)),
        values: [
          .init(text: Said("70", nil), sources: [SourceRef("A6d")]),
          .init(text: Said("more than 70", .en), sources: [SourceRef("N4f"), SourceRef("A44")]),
        ], shown: Said("70, with “more than 70” beside it", .en), text: Said("Les deux sont gardés.", .fr))
    ],
    formats: [AboutDataPage.Format(name: "Areas", count: 7, plural: "areas")])

  static let source = SourcePage(
    title: Said("Analysis of options for using partnerships", .en),
    facts: [Fact("Publisher", .text(Said("UNEP")))],
    address: "https://www.unep.org/x", cited: [gold, waste])

  static let record = RecordPage(
    kind: "Area", id: "gold", name: gold.text, own: Linked(Said("Area page", .en), .area("gold")),
    facts: [Fact("Name", .text(gold.text)), Fact("Ends", .notStated)],
    sections: [{ page in page.section(page.words["money.window"], page.money(MoneyView())) }],
    history: [
      RecordPage.Event(
        number: 1812, at: Moment(milliseconds: 1_285_164_309_123), verb: "changed", actor: "A. Example",
        capacity: "secretariat", rule: Said("Décision 25/5", .fr),
        changes: [
          .init(field: "name", before: "Gold", after: "Artisanal <gold>"), .init(field: "end", after: "2017"),
        ])
    ])

  static let missing = ErrorPage(reason: .notFound)
  static let failed = ErrorPage(reason: .failed, reference: "req-12ab")

  static let models = ModelsPage(
    comparison: CharterComparison(
      ["tfi", "gard"].compactMap { Models.compared($0, on: Day(2026, 11, 25)) }, in: .en),
    names: [
      Linked(Said("Tobacco Free Initiative", .en), .model("tfi")), Linked(Said("GARD"), .model("gard")),
    ])

  static let model = ModelPage(
    id: "tfi", name: Said("Tobacco Free Initiative", .en), edition: "2020",
    goal: Said("Lighten the burden.", .en),
    sections: Models.compared("tfi", on: Day(2026, 11, 25)).map {
      CharterExplanation($0, in: .en).sections
    } ?? [],
    numbers: [
      .init(text: Said("Example <share>", .en), value: "20\u{A0}%", sources: ["A16"], doubt: ["about"]),
      .init(text: Said("Part", .fr), value: "80\u{A0}%", sources: [], doubt: []),
    ],
    sources: [
      .init(id: "A16"), .init(id: "x", title: "A title", publisher: "WHO", address: "javascript:alert(1)"),
      .init(id: "y", title: "Another", publisher: nil, address: "example.org/a"),
    ])

  static let switching = SwitchPage(
    choices: [SwitchPage.Choice(word: "1", name: "Option 1: tied <formally>")], chosen: "1",
    since: Day(2010, 9, 22),
    preview: SwitchPage.Preview(
      heading: "Switching would move 2 things.", deciders: "Who decides it: the assembly.",
      stays: "The rest stays.",
      sorts: [
        SwitchPage.Sort(
          name: "Report",
          moves: [
            SwitchPage.Move(
              subject: gold, question: "Reports go to", from: "the host", to: "Example <Institute>",
              state: "moves")
          ], count: 1)
      ],
      rights: [
        SwitchPage.Right(
          verb: "Edition of the charter, adopt", before: "a member of board", after: "a member of <cop>")
      ]))

  /// Every page, under the name its preview gets.
  static let all: [(name: String, route: Route, view: any PageView)] = [
    ("home", .home, home), ("partners", .partners, partnersPage), ("partners-nameless", .partners, nameless),
    ("partner", .partner("example-institute"), partner), ("areas", .areas, areas),
    ("area", .area("gold"), area),
    ("activities", .activities, activities), ("activity", .activity("training"), activityPage),
    ("governance", .governance, governance), ("options", .options, options),
    ("switch", .switchOption, switching), ("requests", .requests, requests),
    ("motions", .motions, motions), ("no-motions", .motions, noMotions),
    ("motion", .motion("m-1"), motion), ("motion-open", .motion("m-2"), openMotion),
    ("treaties", .treaties, treaties), ("no-treaties", .treaties, nothingOfTreaties),
    ("reports", .reports, reports),
    ("models", .models, models), ("model", .model("tfi"), model),
    ("report", .report("2009-2010"), report), ("about-data", .aboutData, aboutData),
    ("source", .source("note-2010"), source), ("record", .record(kind: "area", id: "gold"), record),
    ("missing", .record(kind: "area", id: "lead"), missing), ("failed", .home, failed),
  ]
}
