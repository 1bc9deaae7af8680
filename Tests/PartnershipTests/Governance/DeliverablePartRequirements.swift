import Charters
import Governance
import Kernel
import Registry
import Store
import Testing
@testable import Workplan
import Wording

/// Guidance that a conference adopts section by section, one of them in the interim (informea-bc-13).
@Suite struct DeliverablePartRequirements {
  private static func part(_ number: String) -> DeliverablePart {
    DeliverablePart(
      id: .init("guidance-\(number)"), deliverable: nil, document: .init("doc-inf-7"), number: number,
      title: nil, body: nil, session: nil, decisionNumber: nil, date: nil, provenance: Provenance(["test"]),
      state: .draft)
  }

  private static func move(
    _ part: String, _ move: String, _ body: String, number: String? = nil, _ charter: Charter,
    _ connection: any Connection
  ) throws {
    try DeliverablePart.move(
      .init("guidance-\(part)"), by: move, of: .init(body), number: number, on: When(2013, 5),
      under: charter, NotePartnership.member(of: body), connection)
  }

  @Test func eachPartIsAdoptedByItself() async throws {
    let charter = try MotionCharter.charter()
    let parts = try await NotePartnership.with { connection in
      for number in ["1", "2", "3"] {
        try Journal(connection).append(Self.part(number), NotePartnership.secretariat)
        try Self.move(number, "approve", "experts", charter, connection)
        try Self.move(number, "submit", "experts", charter, connection)
      }
      try Self.move("1", "adopt", "inc", number: "BC-11/15", charter, connection)
      try Self.move("3", "adopt in the interim", "inc", number: "BC-13/11", charter, connection)
      return try connection.parts(of: .init("doc-inf-7"))
    }
    #expect(parts.map(\.number) == ["1", "2", "3"])
    #expect(parts.map(\.state) == [.adopted, .submitted, .adoptedInterim])
    #expect(parts.map(\.body) == [.init("inc"), .init("experts"), .init("inc")])
    #expect(parts.map(\.decisionNumber) == ["BC-11/15", nil, "BC-13/11"])
  }

  @Test func whatWasAdoptedInTheInterimIsAdoptedOrWithdrawnLater() async throws {
    let charter = try MotionCharter.charter()
    let (acts, state) = try await NotePartnership.with { connection in
      try Journal(connection).append(Self.part("3"), NotePartnership.secretariat)
      for (move, body) in [
        ("approve", "experts"), ("submit", "experts"), ("adopt in the interim", "inc"), ("adopt", "inc"),
        ("withdraw", "inc"),
      ] {
        try Self.move("3", move, body, charter, connection)
      }
      return (
        try connection.history(kind: "deliverable-part", record: "guidance-3").count,
        try connection.one(DeliverablePart.ID("guidance-3"))?.state
      )
    }
    #expect(acts == 6)
    #expect(state == .withdrawn)
  }

  @Test(arguments: [
    ("adopt", "experts", "experts does not bring a part to adopted; inc does"),
    ("withdraw", "advisory-group", "advisory-group does not bring a part to withdrawn; inc does"),
  ])
  func aBodyThatMayNotIsToldWhoDoes(move: String, body: String, sentence: String) async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(Self.part("1"), NotePartnership.secretariat)
        try Self.move("1", "approve", "experts", charter, connection)
        try Self.move("1", "submit", "experts", charter, connection)
        try Self.move("1", move, body, charter, connection)
      }
    }
    #expect(refusal?.sentence == sentence)
  }

  @Test func aDraftIsNotAdopted() async throws {
    let charter = try MotionCharter.charter()
    let refusal = await #expect(throws: Refusal.self) {
      try await NotePartnership.with { connection in
        try Journal(connection).append(Self.part("1"), NotePartnership.secretariat)
        try Self.move("1", "adopt", "inc", charter, connection)
      }
    }
    #expect(
      refusal?.sentence
        == "adopt is not possible from draft; it is from submitted, adopted-interim; possible: approve, withdraw"
    )
  }
}
