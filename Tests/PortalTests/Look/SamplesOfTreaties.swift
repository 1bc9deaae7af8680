import Kernel

@testable import Portal
@testable import Telling
@testable import Web

extension Samples {
  static let convention = Linked(Said("Example Convention", .en), .record(kind: "treaty", id: "minamata"))

  static let treaties = TreatiesPage(
    treaties: [
      TreatiesPage.Treaty(
        name: convention, sector: "Chemicals", adopted: When(2013, 10, 10), inForce: nil,
        phase: "Adopted", mentions: .init(word: "Yes", ground: "a fact about this treaty", basis: a6d),
        saysHow: .init(word: "Not known"), partnershipsCame: nil, note: Said("Cite les partenariats.", .fr),
        basis: doubt)
    ],
    ties: [
      TreatiesPage.Tie(
        partnership: group, owners: [committee, gold], treaty: convention, time: "older than the treaty",
        manner: StateView(shape: .memorandum, word: "Memorandum"), restsOn: committee, isComplement: true,
        reportsTo: group, treatySideReportsTo: nil, basis: note),
      TreatiesPage.Tie(
        partnership: gold, owners: [], treaty: convention, time: "",
        manner: StateView(shape: .none, word: "No link"), isComplement: false, basis: note),
    ],
    meanings: [
      TreatiesPage.Meaning(
        name: Said("Une Partie choisit", .fr), kind: "Voluntary", whoseChoice: "One Party’s",
        wordings: ["“may”", "“are encouraged to”"], through: [], basis: a6d)
    ],
    measures: [
      TreatiesPage.Measure(
        text: convention, party: "Japan", kind: "Agreement", states: ["Chad", "Peru"], place: nil, since: nil,
        basis: doubt)
    ],
    ambition: Statement(Said("It may go further.", .en), a6d),
    targets: [
      TreatiesPage.Target(
        area: gold,
        target: FigureView(name: "Demand", amount: .number(-50), unit: "%", mark: .qualifier(.exact)),
        duty: convention, treaty: nil)
    ],
    streams: [
      TreatiesPage.Stream(
        name: Said("Results", .en), role: StateView(shape: .notBegun, word: "being prepared"), preparing: 2,
        serving: 0, undated: 1)
    ],
    streamRule: Statement(Said("From entry into force.", .en), a6d),
    efforts: [
      TreatiesPage.EffortAround(
        treaty: convention.text, day: When(2013, 10, 10),
        rows: [.init(name: "Activities", before: 1, after: 2, undated: 3)], counts: [partners])
    ])

  static let nothingOfTreaties = TreatiesPage(
    treaties: [], ties: [], meanings: [], measures: [], targets: [], streams: [], efforts: [])
}
