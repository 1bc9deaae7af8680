import Acting
import Charters
import Kernel
import Samples
import Store
import StoreSQLite
import Testing
import Wording

/// A verb from its declaration alone, tried on a record that only the tests know.
@Suite struct VerbTests {
  struct NoCharter: CharterSource {
    func inForce(on day: Day, _ connection: any Connection) throws -> Charter? { nil }
  }

  static let book = VerbBook([Buoy.capability])

  /// A store with one moored buoy, kept by `keeper 0`.
  static func with<T: Sendable>(
    as capacity: Capacity, basis: String = "test", _ body: @escaping @Sendable (Occasion) throws -> T
  ) async throws -> T {
    let database = try SQLiteDatabase(path: nil)
    return try await database.write { connection in
      try Projection(book.records).create(connection)
      try Journal(connection).append(Buoy.sample(0), Intent("add", by: "ana", as: .secretariat))
      return try body(
        Occasion(
          Intent("", by: "ana", as: capacity, basis: basis), under: NoCharter(), today: Day(2026, 11, 29),
          connection))
    }
  }

  private static func refusal(
    _ verb: String, as capacity: Capacity, basis: String = "test", given: [String: String] = [:]
  ) async throws -> Refusal? {
    try await with(as: capacity, basis: basis) { occasion in
      do {
        _ = try book.carryOut(verb, of: "buoy", on: "buoy-0", .cells(given), occasion)
        return nil
      } catch let refusal as Refusal { return refusal }
    }
  }

  @Test func aVerbMovesTheRecordAndIsOneAct() async throws {
    let (made, acts) = try await Self.with(as: .secretariat) { occasion in
      let made = try Self.book.carryOut("cut loose", of: "buoy", on: "buoy-0", .nothing, occasion)
      return (made, try occasion.connection.history(kind: "buoy", record: "buoy-0"))
    }
    #expect(made.version == 2)
    #expect(acts.map(\.verb) == ["add", "cut loose"])
    #expect(acts.last?.basis == "test")
    #expect(String(decoding: acts[1].body, as: UTF8.self).contains(#""state":"adrift""#))
  }

  @Test func whoMayNotIsToldWhoMay() async throws {
    let refusal = try await Self.refusal("cut loose", as: .lead(of: "gold"))
    #expect(refusal?.code == "not-allowed")
    #expect(refusal?.sentence == "lead:gold may not cut loose buoy buoy-0; the secretariat may")
  }

  @Test func aVerbThatAsksForAGroundIsRefusedWithoutOne() async throws {
    for basis in ["", "  \n"] {
      #expect(try await Self.refusal("cut loose", as: .secretariat, basis: basis)?.code == "no-basis")
    }
    #expect(try await Self.refusal("sink", as: .applicant, basis: "") == nil)
  }

  @Test func aStateThatDoesNotLetItSaysWhatItLets() async throws {
    let sentence = try await Self.with(as: .secretariat) { occasion in
      _ = try Self.book.carryOut("sink", of: "buoy", on: "buoy-0", .nothing, occasion)
      do {
        _ = try Self.book.carryOut("cut loose", of: "buoy", on: "buoy-0", .nothing, occasion)
        return ""
      } catch let refusal as Refusal { return refusal.sentence }
    }
    #expect(
      sentence == "cut loose is not possible from sunk; it is from moored; nothing else is possible now")
  }

  @Test(
    arguments: [
      (["depth": "7"], nil), (["depth": "deep"], "depth"), ([:], "depth"), (["depht": "7"], "depht"),
      (["depth": "0"], "depth"),
    ] as [([String: String], String?)])
  func whatIsGivenIsRead(given: [String: String], field: String?) async throws {
    #expect(
      try await Self.refusal("sound", as: .focalPoint(of: "keeper 0"), given: given)?.field == field)
  }

  /// The record's own rules hold whatever a verb does.
  @Test func aValueBeyondTheSchemaIsRefused() async throws {
    let refusal = try await Self.refusal(
      "sound", as: .focalPoint(of: "keeper 0"), given: ["depth": "11001"])
    #expect(refusal?.description == "depth: expected 0 to 11000")
  }

  @Test func theSoftwareItselfIsNobodyInTheEyesOfAnyone() async throws {
    #expect(try await Self.refusal("sink", as: .system)?.code == "not-allowed")
    #expect(throws: Refusal.self) { try Capacity(givenBy: "system") }
  }

  /// A change begins a version on its day. A correction takes the place of the version that it corrects, and holds from where that did.
  @Test func aChangeHoldsFromItsDayAndACorrectionFromThatOfWhatItCorrects() async throws {
    let days = try await Self.with(as: .secretariat) { occasion in
      _ = try Self.book.carryOut("cut loose", of: "buoy", on: "buoy-0", .nothing, occasion)
      let later = Occasion(
        Intent("", by: "ana", as: .secretariat, basis: "a slip"), under: NoCharter(), today: Day(2026, 12, 5),
        occasion.connection)
      _ = try Self.book.carryOut("correct", of: "buoy", on: "buoy-0", .cells(["depth": "12"]), later)
      _ = try Self.book.carryOut("sink", of: "buoy", on: "buoy-0", .nothing, later)
      return try occasion.connection.history(kind: "buoy", record: "buoy-0").dropFirst().map(\.holdsFrom)
    }
    #expect(days == [Day(2026, 11, 29), Day(2026, 11, 29), Day(2026, 12, 5)])
  }

  @Test func anOlderVersionIsRefused() async throws {
    let refusal = try await Self.with(as: .secretariat) { occasion in
      _ = try Buoy.cuttingLoose.carryOut(on: .init("buoy-0"), .init(), occasion, seen: 1)
      do {
        _ = try Buoy.sinking.carryOut(on: .init("buoy-0"), .init(), occasion, seen: 1)
        return nil as Refusal?
      } catch let refusal as Refusal { return refusal }
    }
    #expect(refusal?.code == "changed-meanwhile")
    #expect(refusal?.about?.version == 1)
  }
}
