import Kernel

@testable import Portal
@testable import Telling
@testable import Web

/// Page values to look at: some of the founding note, the rest made up and called so.
enum Samples {
  static let a6d = Basis([SourceRef("A6d")])
  static let note = Basis([SourceRef("A12"), SourceRef("A36")])
  static let doubt = Basis([SourceRef("unep-pag-1-7")], qualifier: .about, verification: .unverified)

  static func page(
    _ route: Route, in language: Language = .en, asOf: Day? = Day(2010, 9, 22),
    filters: [Address.Parameter] = []
  ) -> Page {
    Page(
      address: Address(route, language: language == .en ? nil : language, asOf: asOf, filters: filters),
      language: language, asOf: asOf ?? Day(2026, 11, 24),
      partnership: Said(
        language == .fr ? "Partenariat mondial sur le mercure" : "Global Mercury Partnership", language),
      framework: Page.Framework(
        name: Said("Overarching framework of the partnership", .en),
        route: .record(kind: "governing-document", id: "doc-framework-2008")),
      head: Page.Head(number: 4812, hash: "4f9c 21ab"), sections: PortalPages.book.sections,
      hasTwins: PortalPages.book.page(at: route)?.kind.twin.reply != nil)
  }

  static let partners = FigureView(
    name: "Partners", amount: .number(70), mark: .qualifier(.exact), asOf: When(2010, 9, 22),
    sources: [SourceRef("A6d")], route: .record(kind: "partner-count", id: "pc-2010"),
    others: [
      FigureView(
        name: "Partners", amount: .number(70), mark: .qualifier(.moreThan),
        sources: [SourceRef("N4f"), SourceRef("A44")])
    ])

  static let figures = [
    partners,
    FigureView(
      name: "Partnership areas", amount: .number(7), mark: .qualifier(.exact), sources: [SourceRef("A6b")]),
    FigureView(
      name: "Partners per post", amount: .number(35), mark: .computed,
      sources: [SourceRef("A6d"), SourceRef("A35")], note: Said("70 partners over 2 posts.", .en)),
    FigureView(
      name: "Funding this cycle", amount: .word(Said("Fell", .en)), mark: .amountNotStated,
      sources: [SourceRef("A36")]),
  ]

  static let gold = Linked(Said("Artisanal and small-scale gold mining", .en), .area("gold"))
  static let waste = Linked(Said("Gestion des déchets de mercure", .fr), .area("waste"))
  static let group = Linked(Said("Advisory group", .en), .record(kind: "body", id: "advisory-group"))
  static let committee = Linked(Said("Negotiating committee", .en), .record(kind: "body", id: "inc"))

  static let home = HomePage(
    name: Said("UNEP Global Mercury Partnership", .en),
    goal: Statement(
      Said("Protéger la santé humaine et l’environnement mondial des rejets de mercure.", .fr),
      Basis([SourceRef("A6a")])),
    standing: [
      Dated(
        Period(since: When(2005), until: When(2005)), Linked(Said("Created", .en)),
        basis: Basis([SourceRef("A36")])),
      Dated(
        Period(since: When(2010, 6), until: When(2010, 6)), Linked(Said("Treaty negotiation opens", .en)),
        basis: Basis([SourceRef("N1")])),
    ],
    now: Statement(Said("Treaty being negotiated. No link yet", .en), Basis([SourceRef("A27")])),
    figures: figures,
    news: [
      Dated(
        Period(since: When(2010, 9, 21), until: When(2010, 9, 22)),
        Linked(Said("Advisory group meets in Geneva", .en), .record(kind: "session", id: "pag-2")),
        text: Said("The note prints no year; 2010 is inferred.", .en),
        basis: Basis([SourceRef("N3")], qualifier: .inferred, verification: .inferred))
    ],
    map: .partners(["CH": 3, "US": 4, "KG": 1, "FR": 2, "AW": 1], total: 70, basis: a6d),
    areas: [
      HomePage.Area(
        name: gold, text: Said("A global problem in full.", .en), basis: Basis([SourceRef("A8b")])),
      HomePage.Area(name: waste, text: nil, basis: a6d, plannedEnd: Said("limited life planned", .en)),
    ],
    joining: [
      Statement(
        Said("Any government or organisation that shares the goal may join.", .en), Basis([SourceRef("A6d")]))
    ])

  static let counts = [
    CountsOverTime.Point(when: When(2010, 9, 22), value: 70, qualifier: .exact, sources: [SourceRef("A6d")]),
    CountsOverTime.Point(
      when: When(2010, 9, 22), value: 70, qualifier: .moreThan, sources: [SourceRef("A44")]),
    CountsOverTime.Point(
      when: When(2013, 2), value: 111, qualifier: .exact, sources: [SourceRef("iisd-progress-2013")],
      note: Said("Par écrit.", .fr)),
    CountsOverTime.Point(
      when: When(2020), value: 200, qualifier: .moreThan, sources: [SourceRef("unep-pag-11")]),
  ]

  static let partnersPage = PartnersPage(
    figures: [partners],
    sectors: [
      .init(name: "Public", partners: 4, apart: []),
      .init(name: "Civil <society>", partners: 3, apart: [("Universities", 1)]),
    ],
    reach: [figures[0], partners],
    spokenFor: [Statement(Said("Some speak for others.", .en), a6d)], counts: counts,
    breakdowns: [
      PartnersPage.Breakdown(
        caption: Said("Example: partners by category", .en), asOf: When(2020),
        parts: [
          .init(
            name: "Governments", figure: FigureView(name: "", amount: .number(30), mark: .qualifier(.exact))),
          .init(name: "Others", figure: FigureView(name: "", amount: .number(12), mark: .qualifier(.about))),
          .init(name: "Unknown", figure: FigureView(name: "", amount: .notStated, mark: .qualifier(.exact))),
        ], basis: note)
    ],
    filters: [
      Filter(
        name: "sector", label: "Sector",
        options: [
          .init(value: "public", name: Said("Public sector")), .init(value: "ngo", name: Said("ONG", .fr)),
        ],
        chosen: "public")
    ],
    rows: [
      PartnersPage.Row(
        name: Linked(Said("Example <Institute> & Sons", .en), .partner("example-institute")),
        category: "Academia",
        sector: "Other", place: "Switzerland", areas: [gold, waste], since: When(2009, 3),
        represents: FigureView(
          name: "", amount: .number(1200), unit: "partners", mark: .qualifier(.about),
          sources: [SourceRef("A6d")]),
        basis: doubt)
    ], named: 70, next: Address(.partners, filters: [.init(name: "cursor", value: "example-institute")]))

  static let nameless = PartnersPage(
    figures: [partners], counts: counts, breakdowns: [], filters: [], rows: [], named: 0)

  static let activity = ActivityRow(
    title: Linked(Said("Inventory of gold-mining projects", .en), .activity("gold-project-inventory")),
    mode: "Information sharing", nature: nil, phase: "done", areas: [gold],
    period: Period(since: When(2009), until: When(2010, 6)), basis: Basis([SourceRef("A11")]))
  static let training = ActivityRow(
    title: Linked(Said("Formation (exemple)", .fr), .activity("training")), mode: nil, nature: "Interim",
    phase: "planned", areas: [], period: Period(since: When(2011)), basis: doubt)

  static let partner = PartnerPage(
    name: Said("Example Institute", .en), state: StateView(shape: .done, word: "admitted"),
    facts: [
      Fact("Category", .text(Said("Academic institution", .en)), basis: a6d),
      Fact("Since", .when(When(2009, 3))), Fact("Areas", .linked([gold, waste])), Fact("Country", .notStated),
    ],
    promised: [Statement(Said("Share its measurements.", .en), doubt)], id: "example-institute")

  static let areas = AreasPage(rows: [
    AreasPage.Row(
      name: gold, text: Said("Un problème mondial.", .fr), state: StateView(shape: .underway, word: "active"),
      leads: [group, committee], activities: 3, life: "since 2005", plannedEnd: nil, basis: a6d
    ),
    AreasPage.Row(
      name: waste, text: nil, state: StateView(shape: .notBegun, word: "preparatory"), leads: [],
      activities: 0,
      life: "date not stated", plannedEnd: Said("limited life planned", .en), basis: doubt),
  ])

  static let area = AreaPage(
    id: "gold", name: gold.text, standfirst: Said("One of the seven fields.", .en),
    state: StateView(shape: .underway, word: "active"), figures: Array(figures.prefix(2)),
    plan: [
      Fact("Leads", .linked([group])), Fact("Plan in force", .notStated),
      Fact("Reports to", .statement(Statement(Said("Advisory group", .en), note))),
    ],
    themes: [Statement(Said("Formalisation of small miners.", .en), doubt)],
    activities: [activity, training],
    targets: [
      FigureView(
        name: "Demand for mercury by 2017", amount: .number(-50), unit: "%", mark: .qualifier(.unverified),
        verification: .unverified, sources: [SourceRef("recalled")])
    ],
    courses: AreaPage.Courses(
      list: [
        CourseChart(
          name: "Releases <air>",
          points: [
            .init(
              when: When(2010),
              figure: FigureView(
                name: "", amount: .number(1960), unit: "t", mark: .qualifier(.exact),
                sources: [SourceRef("gma-2013")], route: .record(kind: "observation", id: "a"))),
            .init(
              when: When(2015),
              figure: FigureView(name: "", amount: .number(2220), unit: "t", mark: .qualifier(.about))),
          ], change: 260, target: 1000),
        CourseChart(
          name: "Plants",
          points: [
            .init(when: nil, figure: FigureView(name: "", amount: .notStated, mark: .qualifier(.exact)))
          ]),
      ], unmeasured: ["Market", "People"]),
    money: money, shortfall: shortfall,
    alignment: AlignmentView(
      parties: 3,
      rows: [
        .init(
          priority: "Mining <ends>", activity: gold,
          verdict: Linked(Said("yes", .en), .record(kind: "alignment", id: "a")), basis: a6d),
        .init(priority: nil, activity: waste, verdict: nil, basis: doubt),
      ]),
    plannedEnd: [Statement(Said("It ends when the treaty takes it over.", .en), Basis([SourceRef("A32")]))],
    ending: AreaPage.Ending(
      left: "10 days overdue", days: -10, isOverdue: true, open: [("Activity", gold), ("Seat", group)]),
    history: [Dated(Period(since: When(2005), until: When(2005)), Linked(Said("Set up", .en)), basis: note)])

  static let money = MoneyView(
    windows: [.init(name: gold, held: "100 USD", allocated: "70 USD", setAside: "0 USD", free: "30 USD")],
    reserves: [.init(window: gold, area: waste, given: "60 USD", used: "60 USD", left: "0 USD")],
    entries: [
      .init(
        window: gold, kind: "Contribution", record: Linked(Said("Works & <Sons>")), places: [], day: nil,
        amount: "40 USD", basis: doubt),
      .init(
        window: gold, kind: "Allocation", record: Linked(Said("a"), .record(kind: "allocation", id: "a")),
        places: [gold, waste], day: When(2010, 5), amount: "70 USD", basis: note),
    ], all: 60)

  static let shortfall = ShortfallView(
    sums: [.init(name: Linked(Said("USD")), need: "1,500 USD", secured: "400 USD", missing: "1,100 USD")],
    actions: [
      .init(name: gold, need: "1,500 USD", secured: "not stated", missing: "1,100 USD", basis: doubt)
    ])

  static let activities = ActivitiesPage(
    filters: partnersPage.filters, rows: [activity, training], all: 9,
    byMode: [("Capacity-building", 4), ("Information sharing", 5), ("not stated", 0)])

  static let activityPage = ActivityPage(
    id: "training", title: training.title.text, text: nil, state: StateView(shape: .late, word: "late"),
    facts: [
      Fact("Mode", .notStated), Fact("Period", .period(Period(since: When(2011)))),
      Fact("Code", .code("x-1")),
      Fact("Need", .figures([figures[0], figures[3]])),
      Fact("Levels", .list([.text(Said("national", .en)), .code("b")])),
    ], deliverables: [])
}
