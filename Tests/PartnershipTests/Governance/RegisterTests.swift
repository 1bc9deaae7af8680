import Charters
@testable import Governance
import Kernel
@testable import Registry
import Store
import Testing
import Wording

/// Who takes part in deciding, and who may put a motion.
@Suite struct RegisterTests {
  @Test func partnersOfADayAreVotersAndASuspendedOneIsNotInGoodStanding() async throws {
    let charter = try MotionCharter.charter()
    let voters = try await NotePartnership.with { connection in
      for (id, category, state, until) in [
        ("a", "ngo", Partner.State.admitted, nil), ("b", "individual", .suspended, nil),
        ("c", "ngo", .applied, nil), ("d", "ngo", .admitted, When(2009)),
      ] {
        try MotionCharter.partner(id, category, state, until: until, connection)
      }
      return try connection.register(
        of: .init("advisory-group"), on: NotePartnership.day, under: charter)
    }
    #expect(voters.map(\.id) == ["a", "b"])
    #expect(voters.map(\.kind) == [.organisation, .individual])
    #expect(voters.map(\.isInGoodStanding) == [true, false])
  }

  @Test func whoHoldsASeatOfABodyDecidesInIt() async throws {
    let charter = try MotionCharter.charter()
    let (voters, others) = try await NotePartnership.with { connection in
      for (id, holder, since) in [("seat-1", "Asthma Union", 2009), ("seat-2", "Lung Union", 2011)] {
        try Journal(connection).append(
          Seat(
            id: .init(id), body: .init("experts"), role: "member", holder: holder, area: nil,
            period: Period(since: When(since)), text: nil, provenance: Provenance(["test"])),
          NotePartnership.secretariat)
      }
      return (
        try connection.register(of: .init("experts"), on: NotePartnership.day, under: charter),
        try connection.register(of: .init("inc"), on: NotePartnership.day, under: charter)
      )
    }
    // The second seat begins in 2011; in a body without seats all partners decide, and there are none here.
    #expect(voters.map(\.id) == ["seat-1"])
    #expect(others.isEmpty)
  }

  @Test func aMotionIsPutByItsProposerUnderTheRuleOfItsSubject() async throws {
    let charter = try MotionCharter.charter()
    let motion = try await NotePartnership.with { connection in
      try MotionCharter.partner("acme", "ngo", .admitted, connection)
      try Motion.propose(
        .init("m"), Translated(.en, "Adopt it."), on: "structure", by: ["acme"], on: NotePartnership.day,
        under: charter, Intent("propose", by: "ana", as: .focalPoint(of: "acme")), connection)
      return try connection.one(Motion.ID("m"))
    }
    #expect(motion?.body.text == "advisory-group")
    #expect(motion?.rule == "consensus")
    #expect(motion?.state == .proposed)
  }

  @Test(arguments: [
    (
      "weather", "acme", "acme",
      "motions 2017 says of nobody that it decides on \u{201C}weather\u{201D}; it does of structure, policy"
    ),
    (
      "structure", "ghost", "ghost",
      "ghost is no member of advisory-group on 2010-09-22, so it cannot propose; a proposer is named by its id"
    ),
    (
      "structure", "acme", "ghost",
      "focal-point:ghost may not propose motion m; the secretariat, a member of advisory-group or the focal point of acme may"
    ),
  ])
  func aMotionThatCannotBePutSaysWhy(subject: String, proposer: String, by: String, sentence: String)
    async throws
  {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try MotionCharter.partner("acme", "ngo", .admitted, connection)
        try Motion.propose(
          .init("m"), Translated(.en, "Adopt it."), on: subject, by: [proposer], on: NotePartnership.day,
          under: charter, Intent("propose", by: "ana", as: .focalPoint(of: by)), connection)
      }
    }
    #expect(refusal?.sentence == sentence)
  }

  @Test func aMotionThatNeedsSecondersIsNotOpenedWithoutThem() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(MotionCharter.motion(), MotionCharter.group)
        try Motion.open(
          .init("motion-1"), on: Day(2010, 9, 1), under: charter, MotionCharter.group, connection)
      }
    }
    #expect(
      refusal?.sentence == "motion motion-1 is not seconded yet; under motions 2017 it needs 2 seconders")
  }

  /// Whoever has two seats has one voice.
  @Test func aPartnerOfTwoSeatsStandsOnce() async throws {
    let charter = try MotionCharter.charter()
    let voters = try await NotePartnership.with { connection in
      try MotionCharter.partner("acme", "ngo", .admitted, connection)
      for id in ["seat-1", "seat-2"] {
        try Journal(connection).append(
          Seat(
            id: .init(id), body: .init("experts"), role: "member", holder: "acme", area: nil,
            period: Period(since: When(2009)), text: nil, provenance: Provenance(["test"])),
          NotePartnership.secretariat)
      }
      return try connection.register(of: .init("experts"), on: NotePartnership.day, under: charter)
    }
    #expect(voters.map(\.id) == ["acme"])
  }
}
