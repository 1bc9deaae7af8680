import Acting
import Charters
import Kernel
@testable import Registry
import Store
import StoreSQLite
import Testing
import Wording

/// Admission under each kind of rule, on charters of the repository.
@Suite struct AdmissionTests {
  private static let day = Day(2011, 3, 1)

  private static func intent(_ capacity: Capacity) -> Intent { Intent("test", by: "someone", as: capacity) }

  /// A store with the partner and the bodies of the charter.
  static func with<T: Sendable>(
    _ name: String, _ partner: Partner,
    _ body: @escaping @Sendable (Charter, any Connection) throws -> T
  ) async throws -> T {
    let charter = try #require(try ShippedCharter.named(name))
    let database = try SQLiteDatabase(path: nil)
    return try await database.write { connection in
      try Projection(NotePartnership.types).create(connection)
      let journal = try Journal(connection)
      for record in Body.made(of: [charter]) { try journal.append(record, intent(.system)) }
      for area in Area.made(of: [charter]) { try journal.append(area, intent(.system)) }
      try journal.append(partner, intent(.secretariat))
      return try body(charter, connection)
    }
  }

  static func applicant(
    category: String, areas: [String] = [], statements: [String] = [], chamber: String? = nil
  ) throws -> Partner {
    var partner = try PartnerRequirements.partner(
      "acme", sector: "private", category: category, areas: areas, since: nil, state: .screening)
    partner.statements = statements
    partner.chamber = chamber
    return partner
  }

  @Test func theSecretariatAdmitsWhereTheCharterSaysSo() async throws {
    let state = try await Self.with("gmp/2020", Self.applicant(category: "industry")) { charter, connection in
      #expect(throws: Refusal.self) {
        try Partner.admit(
          .init("acme"), on: Self.day, under: charter, Self.intent(.member(of: "advisory-group")), connection)
      }
      try Partner.admit(.init("acme"), on: Self.day, under: charter, Self.intent(.secretariat), connection)
      return try connection.one(Partner.ID("acme"))
    }
    #expect(state?.state == .admitted)
    #expect(state?.membership == Period(since: When(2011, 3, 1)))
  }

  @Test func aBodyAdmitsWhereTheCharterSaysSoAndTheSecretariatDoesNot() async throws {
    let applicant = try Self.applicant(category: "organisation", chamber: "economic")
    let (refusal, state) = try await Self.with("fsc/2017", applicant) { charter, connection in
      let refusal = #expect(throws: Refusal.self) {
        try Partner.admit(.init("acme"), on: Self.day, under: charter, Self.intent(.secretariat), connection)
      }
      try Partner.admit(
        .init("acme"), on: Self.day, under: charter, Self.intent(.member(of: "board")), connection)
      return (refusal, try connection.one(Partner.ID("acme"))?.state)
    }
    #expect(refusal?.sentence == "secretariat may not admit partner acme; a member of board may")
    #expect(state == .admitted)
  }

  /// Who left may ask again from the day on which it ends, and not before. Admitted anew, it keeps the membership it had last,
  /// not one that was written down by mistake before.
  @Test func whoComesBackKeepsTheMembershipItHadLast() async throws {
    var partner = try Self.applicant(category: "industry")
    partner.state = .withdrawn
    partner.membership = Period(since: When(2001), until: When(2003))
    let kept = try await Self.with("gmp/2020", partner) { charter, connection in
      var corrected = try #require(try connection.one(Partner.ID("acme")))
      corrected.membership = Period(since: When(2004), until: When(2011, 3, 1))
      try Journal(connection).append(corrected, Self.intent(.secretariat), after: 1)
      func occasion() throws -> Occasion {
        Occasion(Intent("test", by: "someone", as: .secretariat, basis: "a letter"), charter, connection)
      }
      let early = #expect(throws: Refusal.self) {
        try Partner.applying.carryOut(on: .init("acme"), .init(on: Day(2011, 2, 28)), occasion())
      }
      #expect(early?.code == "still-member")
      try Partner.applying.carryOut(on: .init("acme"), .init(on: Self.day), occasion())
      try Partner.screening.carryOut(on: .init("acme"), .init(), occasion())
      try Partner.admit(
        .init("acme"), on: Day(2012, 5, 1), under: charter, Self.intent(.secretariat), connection)
      return try connection.all(EarlierMembership.self).map(\.period)
    }
    #expect(kept == [Period(since: When(2004), until: When(2011, 3, 1))])
  }

  @Test func anApplicationWithoutItsChamberIsRefused() async throws {
    let applicant = try Self.applicant(category: "organisation")
    let refusal = try await Self.with("fsc/2017", applicant) { charter, connection in
      #expect(throws: Refusal.self) {
        try Partner.admit(
          .init("acme"), on: Self.day, under: charter, Self.intent(.member(of: "board")), connection)
      }
    }
    #expect(
      refusal?.sentence
        == "the letter of acme does not state the chamber it joins; the charter fsc 2017 asks for it")
  }

  @Test func whoSignsTheDeclarationBelongsFromThatDayWithItsTranche() async throws {
    let applicant = try Self.applicant(category: "operator", areas: ["mobile-phones"])
    let (refusal, partner, joinings) = try await Self.with("basel/2010", applicant) { charter, connection in
      let refusal = #expect(throws: Refusal.self) {
        try Partner.admit(.init("acme"), on: Self.day, under: charter, Self.intent(.secretariat), connection)
      }
      try Partner.sign(
        .init("acme"), on: Day(2005, 7, 12), tranche: 2, under: charter,
        Self.intent(.focalPoint(of: "acme")), connection)
      return (refusal, try connection.one(Partner.ID("acme")), try connection.all(Joining.self))
    }
    #expect(refusal?.code == "declaration")
    #expect(partner?.state == .admitted)
    #expect(partner?.membership.since == When(2005, 7, 12))
    #expect(joinings.map(\.signed) == [Day(2005, 7, 12)])
    #expect(joinings.map(\.tranche) == [2])
    #expect(joinings.map(\.area?.text) == ["mobile-phones"])
  }

  @Test func nobodySignsForAnother() async throws {
    let applicant = try Self.applicant(category: "operator", areas: ["mobile-phones"])
    let refusal = try await Self.with("basel/2010", applicant) { charter, connection in
      #expect(throws: Refusal.self) {
        try Partner.sign(
          .init("acme"), on: Self.day, under: charter, Self.intent(.focalPoint(of: "other")), connection)
      }
    }
    #expect(
      refusal?.sentence
        == "focal-point:other may not sign partner acme; the secretariat, an applicant or the focal point of acme may"
    )
  }

  @Test func theHostAppointsAndIsNamed() async throws {
    let applicant = try Self.applicant(category: "staff-programme")
    let (refusal, state, hosts) = try await Self.with("tfi/2010", applicant) { charter, connection in
      let refusal = #expect(throws: Refusal.self) {
        try Partner.appoint(
          .init("acme"), on: Self.day, under: charter, Self.intent(.secretariat), connection)
      }
      try Partner.appoint(
        .init("acme"), on: Self.day, under: charter, Self.intent(.member(of: "who")), connection)
      return (
        refusal, try connection.one(Partner.ID("acme"))?.state,
        try connection.all(Joining.self).map(\.host?.text)
      )
    }
    #expect(refusal?.sentence == "secretariat may not appoint partner acme; a member of who may")
    #expect(state == .admitted)
    #expect(hosts == ["who"])
  }

  @Test func theWorkingGroupThatAdmitsAlsoSuspends() async throws {
    var partner = try Self.applicant(category: "company", areas: ["computing-follow-up"])
    partner.state = .admitted
    let (refusal, states) = try await Self.with("basel/2019", partner) { charter, connection in
      let id = Partner.ID("acme")
      let refusal = #expect(throws: Refusal.self) {
        try Partner.change(
          id, by: "suspend", on: Self.day, under: charter, Self.intent(.secretariat), connection)
      }
      let group = Self.intent(.member(of: "pace-follow-up-group"))
      var states: [Partner.State?] = []
      for move in ["suspend", "reinstate", "expel"] {
        try Partner.change(id, by: move, on: Self.day, under: charter, group, connection)
        states.append(try connection.one(id)?.state)
      }
      return (refusal, states)
    }
    #expect(refusal?.code == "not-the-decider")
    #expect(states == [.suspended, .admitted, .expelled])
  }

  /// In every charter that ships who admits also suspends; one may give the two to different bodies.
  @Test func whomTheCharterNamesSuspendsAndWhoAdmitsDoesNot() async throws {
    let apart = try #require(
      try ShippedCharter.reading(
        "fsc/2017", replacing: "by: {body: board}, basis: assumed}",
        with: "by: {body: board}, suspension-by: assembly, basis: assumed}"
      ).charter)
    var partner = try Self.applicant(category: "organisation", chamber: "economic")
    partner.state = .admitted
    let (refusal, state) = try await Self.with("fsc/2017", partner) { _, connection in
      let id = Partner.ID("acme")
      let refusal = #expect(throws: Refusal.self) {
        try Partner.change(
          id, by: "suspend", on: Self.day, under: apart, Self.intent(.member(of: "board")), connection)
      }
      try Partner.change(
        id, by: "suspend", on: Self.day, under: apart, Self.intent(.member(of: "assembly")), connection)
      return (refusal, try connection.one(id)?.state)
    }
    #expect(refusal?.sentence == "member:board may not suspend partner acme; a member of assembly may")
    #expect(state == .suspended)
  }

  @Test func whoIsNoPartyShowsThatItIsAnObserverFirst() throws {
    let charter = try #require(try ShippedCharter.named("basel/2019"))
    func missing(_ category: String, _ statements: [String]) throws -> [Phrase.Value] {
      try Self.applicant(category: category, areas: ["computing-follow-up"], statements: statements)
        .missingStatements(under: charter)
    }
    #expect(
      try missing("company", ["criteria-met"]) == [.phrase(Phrase("refusal.letter-incomplete.observer"))])
    #expect(try missing("company", ["criteria-met", "observer-status"]) == [])
    #expect(try missing("party", ["criteria-met"]) == [])
  }

  @Test func aPartnerMovesBetweenSectorsAndNothingIsLost() async throws {
    let partner = try Self.applicant(category: "industry")
    let (before, now, acts) = try await Self.with("gmp/2010", partner) { charter, connection in
      let id = Partner.ID("acme")
      let first = try #require(try connection.acts(limit: 1).first).seq
      try Partner.place(id, inSector: "universities", under: charter, Self.intent(.secretariat), connection)
      try Partner.place(id, inSector: "private", under: charter, Self.intent(.secretariat), connection)
      let moved = try connection.history(kind: "partner", record: "acme")
      let past: Partner? = try connection.one(id, afterAct: first + 1)
      return (past, try connection.one(id), moved.count)
    }
    #expect(before?.sector == "universities")
    #expect(now == partner)
    #expect(acts == 3)
  }
}
