import Exchange
@testable import Registry
import Store
import Testing

@testable import Kernel
import Samples

/// One rule of who sees what is an answer and a condition in SQL; here they are held against each other.
@Suite struct SightTests {
  private static let viewers: [Viewer] = [
    .anyone, .host, Viewer([.secretariat]), Viewer([.applicant]), Viewer([.focalPoint(of: "a")]),
    Viewer([.focalPoint(of: "a"), .focalPoint(of: "b")]), Viewer([.lead(of: "b")]),
    Viewer([.member(of: "c")]),
    Viewer([.lead(of: "a"), .member(of: "a"), .applicant]), Viewer([.focalPoint(of: "' OR '1' = '1")]),
  ]

  private static func sight(_ random: inout some RandomNumberGenerator, deep: Int = 2) -> Sight {
    switch Int.random(in: 0...(deep > 0 ? 7 : 6), using: &random) {
    case 0: .everyone
    case 1: .insiders
    case 2: .secretariat
    case 3: .own("topic")
    case 4: .lead("topic")
    case 5: .body("topic")
    case 6: .consent("has_consent")
    default:
      .either(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in sight(&random, deep: deep - 1) })
    }
  }

  @Test(arguments: RightsStore.Engine.allCases) func r163_whoSeesIsTheSameInSQLAndInMemory(
    engine: RightsStore.Engine
  )
    async throws
  {
    let database = try await RightsStore.open(engine)
    let added = ["a", "b", "c", "d"].flatMap { topic in
      [true, false].map { consents in
        Expertise(
          id: .init("\(topic)-\(consents)"), partner: nil, person: nil, topic: topic, area: nil,
          hasConsent: consents, text: nil)
      }
    }
    try await database.write { connection in
      let journal = try Journal(connection)
      for record in added {
        try journal.append(record, Intent("add", by: "test", as: .secretariat))
      }
    }
    let records = try await database.read { try $0.all(Expertise.self, "ORDER BY id") }
    var random = SeededNumbers(seed: 7)
    var shown = 0
    for _ in 0..<300 {
      let sight = Self.sight(&random)
      for viewer in Self.viewers {
        let answered = records.filter { Expertise.schema.shows(sight, of: $0, to: viewer) }.map(\.id.text)
        let found = try await database.read { connection in
          try connection.rows(
            "SELECT id FROM \(Expertise.self) WHERE " + .isVisible(by: sight, to: viewer) + " ORDER BY id"
          ) { try $0.text() }
        }
        #expect(found == answered.sorted(), "\(sight) for \(viewer.capacities)")
        shown += found.count
        // What may be shown is known without a record, and nothing is shown that may not be.
        if !sight.mayShow(to: viewer) { #expect(found.isEmpty) }
        if sight.showsAll(to: viewer) { #expect(found.count == records.count) }
      }
    }
    // Neither all nor nothing: the rules were tried.
    #expect(shown > 2_000 && shown < 300 * Self.viewers.count * records.count * 9 / 10)
    try await database.close()
  }

  @Test func r163_aFieldIsSeenByThoseWhoMayAlone() throws {
    var partner = try SampleRecord.of(Partner.self, filled: true)
    partner.confidentialNote = "between us"
    func json(_ viewer: Viewer) -> String {
      var json = JSONWriter()
      Partner.schema.write(partner, to: &json, for: viewer)
      return json.text
    }
    #expect(!json(.anyone).contains("between us") && !json(.anyone).contains("confidential_note"))
    #expect(json(.host).contains("between us") && json(Viewer([.secretariat])).contains("between us"))
    #expect(json(Viewer([.focalPoint(of: partner.id.text)])).contains("between us"))
    #expect(!json(Viewer([.focalPoint(of: "another")])).contains("between us"))
    // In a file the column is there for who may see some of it, and empty where they may not.
    let other = Viewer([.focalPoint(of: "another")])
    #expect(Partner.schema.headings(for: other).contains("confidential_note"))
    #expect(!Partner.schema.cells(partner, for: other).contains("between us"))
    #expect(Partner.schema.cells(partner, for: other).count == Partner.schema.headings(for: other).count)
    #expect(!Partner.schema.headings(for: .anyone).contains("confidential_note"))
  }

  /// What was found about an applicant is for those within: the applicant itself is not yet one of them.
  @Test func r163_anApplicantSeesNoScreening() async throws {
    let database = try await RightsStore.open(.sqlite)
    func exported(to capacity: Capacity) async throws -> Int {
      try await database.read { connection in
        var rows = 0
        try connection.exportCSV(Screening.self, viewer: Viewer([capacity])) { _ in rows += 1 }
        return rows - 1
      }
    }
    try await #expect(exported(to: .focalPoint(of: "y")) == 1)
    try await #expect(exported(to: .applicant) == 0)
    try await database.close()
  }
}
