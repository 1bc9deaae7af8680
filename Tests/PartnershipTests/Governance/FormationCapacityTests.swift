@testable import App
import Charters
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing

/// Who may take which step of a formation, and what the charter asks for it.
@Suite struct FormationCapacityTests {
  private static func intent(_ capacity: String) throws -> Intent {
    Intent("test", by: "someone", as: try capacity == "system" ? .system : Capacity(givenBy: capacity))
  }

  /// Step, capacity, and what is said; nil where it may.
  @Test(arguments: [
    ("identify", "lead:gold", nil), ("identify", "focal-point:acme", nil),
    (
      "identify", "applicant",
      "applicant may not identify formation lake; the secretariat, a lead of an area, a member of a body or a focal point may"
    ),
    ("propose", "applicant", nil), ("propose", "member:cop", nil),
    ("propose", "system", "system may not propose formation lake; whoever works in the partnership may"),
    ("name", "lead:gold", nil),
    (
      "join", "lead:gold",
      "lead:gold may not join formation lake; the secretariat, the focal point of lake-watch or an applicant may"
    ),
    ("join", "applicant", nil), ("join", "focal-point:lake-watch", nil),
    ("charter", "lead:gold", nil),
    (
      "charter", "applicant",
      "applicant may not charter formation lake; the secretariat, a member of a body or a lead of an area may"
    ),
    ("launch", "member:advisory-group", nil),
    (
      "launch", "lead:gold",
      "lead:gold may not launch formation lake; the secretariat or a member of advisory-group may"
    ),
    (
      "launch", "member:cop",
      "member:cop may not launch formation lake; the secretariat or a member of advisory-group may"
    ),
    ("abandon", "lead:gold", nil), ("abandon", "member:advisory-group", nil),
    (
      "abandon", "lead:coal",
      "lead:coal may not abandon formation lake; the secretariat, a member of advisory-group, the focal point of gold, a lead of gold or a member of gold may"
    ),
  ]) func r110_whoMayTakeAStep(step: String, capacity: String, sentence: String?) async throws {
    let before: [String: Formation.State?] = [
      "identify": nil, "propose": .need, "name": .proposal, "join": .proposal, "charter": .partners,
      "launch": .charter, "abandon": .proposal,
    ]
    let intent = try Self.intent(capacity)
    let told = try await FormationSteps.refusal(after: before[step] ?? nil) { connection in
      switch step {
      case "identify": try Formation.identify(FormationSteps.need(), intent, connection)
      case "propose": try FormationSteps.propose(connection, intent)
      case "name": try FormationSteps.join("lake-watch", "civil-society", agreed: nil, connection, intent)
      case "join": try FormationSteps.join("lake-watch", "civil-society", connection, intent)
      case "charter": try FormationSteps.charter(connection, as: intent)
      case "launch":
        try FormationSteps.decide(connection)
        try FormationSteps.launch(connection, intent)
      default:
        try Formation.abandon(
          FormationSteps.id, because: Translated(.en, "Why."), on: Day(2026, 4, 1),
          under: FormationSteps.host(connection), intent, connection)
      }
    }
    #expect(told == sentence)
  }

  /// A partner speaks through its focal point; an applicant speaks for who is none.
  @Test func nobodyElseSpeaksForAPartner() async throws {
    func join(_ capacity: String) async throws -> String? {
      let intent = try Self.intent(capacity)
      return try await FormationSteps.refusal(after: .proposal) { connection in
        try Journal(connection).append(
          Partner(
            id: .init("acme"), name: Translated(.en, "Acme"), category: "industry", sector: "private",
            country: nil, areas: ["gold"], statesSupport: true, statesCommitment: true,
            contribution: "Example.",
            membership: Period(since: When(2020)), confidentialNote: nil, provenance: Provenance(["A6d"]),
            state: .admitted), FormationSteps.secretariat)
        try Formation.join(
          FormationSteps.id, "acme", agreed: Day(2026, 3, 1), under: FormationSteps.host(connection), intent,
          connection)
        let founder = try connection.one(FormationSteps.id)?.founders.first
        #expect(founder?.name == Translated(.en, "Acme") && founder?.sector == "private")
      }
    }
    #expect(try await join("focal-point:acme") == nil)
    #expect(
      try await join("applicant")
        == "applicant may not join formation lake; the secretariat or the focal point of acme may")
    #expect(
      try await join("focal-point:other")
        == "focal-point:other may not join formation lake; the secretariat or the focal point of acme may")
  }

  // MARK: What the charter says

  private static func host(_ old: String, _ new: String) throws -> CharterReading {
    try ShippedCharter.reading("gmp/2020", replacing: old, with: new)
  }
  private static let states = "partnership: {value: [need, proposal, partners, charter, launched],"

  @Test func r110_theCharterMayAskForMorePartners() async throws {
    let reading = try Self.host(Self.states, Self.states + " partners-at-least: 3, sectors-at-least: 2,")
    let host = try #require(reading.charter)
    #expect(host.formation.leastPartners == 3 && host.formation.leastSectors == 2)
    let told = try await FormationSteps.refusal(after: .partners) {
      try FormationSteps.charter($0, under: host)
    }
    #expect(told == "partners who agreed to found lake so far: 2; its charter takes at least 3 (A34)")
  }

  @Test(arguments: [
    ("partners-at-least: 1, sectors-at-least: 2", "asks for 2 sectors and 1 partners"),
    ("partners-at-least: 9, sectors-at-least: 4", "partners of 4 main sectors; the charter has 3"),
    ("partners-at-least: some", "partners-at-least is a whole number from 1 to 1000, such as 2"),
    ("partners-at-leest: 2", "did you mean \u{201C}partners-at-least\u{201D}?"),
  ]) func numbersThatCannotBeAreFaults(numbers: String, sentence: String) throws {
    let reading = try Self.host(Self.states, Self.states + " \(numbers),")
    #expect(reading.charter == nil)
    #expect(reading.faults.map(\.sentence).filter { $0.contains(sentence) }.count == 1, "\(reading.faults)")
  }

  @Test func whereNoNumberStandsTwoOfTwoSectors() throws {
    let charter = try #require(try ShippedCharter.named("gmp/2020"))
    #expect(charter.formation.leastPartners == 2 && charter.formation.leastSectors == 2)
    #expect(charter.formation.ground.source == ["F1"] && charter.formation.ground.basis == .implied)
  }

  @Test func aCharterMayNameWhoDecidesOnNewPartnerships() async throws {
    let reading = try Self.host(
      "\n    new-area: ",
      "\n    new-partnership: {bodies: [unea], rule: not-stated, source: A34}\n    new-area: ")
    let host = try #require(reading.charter)
    #expect(host.launchDeciders.subjects == ["new-partnership"] && host.launchDeciders.bodies == ["unea"])
    let told = try await FormationSteps.refusal(after: .charter) { connection in
      try FormationSteps.decide(connection)
      try FormationSteps.launch(connection, under: host)
    }
    #expect(
      told
        == "dec-lake is of advisory-group on new-area; the launch of lake takes one of unea on new-partnership"
    )
    #expect(
      try await FormationSteps.refusal(after: .charter) { connection in
        try FormationSteps.decide(connection, body: "unea", subject: "new-partnership")
        try FormationSteps.launch(connection, under: host, FormationSteps.member(of: "unea"))
      } == nil)
  }

  @Test(arguments: [("partners-at-least: 4", 4, 2), ("sectors-at-least: 3", 3, 3)])
  func oneNumberAloneGivesTheOther(number: String, partners: Int, sectors: Int) throws {
    let charter = try #require(try Self.host(Self.states, Self.states + " \(number),").charter)
    #expect(charter.formation.leastPartners == partners && charter.formation.leastSectors == sectors)
  }
}
