import Kernel
import Samples
import Store
import Testing
import Wording

/// A journal that was made elsewhere is held to what an act must be, line by line, before anything of it is believed. The
/// hashes of these acts fit: who makes a journal up makes them fit.
@Suite struct ActRuleTests {
  /// A line like ours but for one thing, with the hash that goes with it.
  private static func line(_ change: (inout Act) -> Void) -> [UInt8] {
    var act = Act(
      seq: 1, id: "id-1", at: 1_285_164_309_123, holdsFrom: nil, actor: "ana", capacity: "secretariat",
      verb: "register", kind: "buoy", record: "buoy-1", version: 1, edition: 1, body: open(Buoy.sample(1)),
      part: part(Buoy.sample(1)), basis: "rule 4", prev: .zero)
    act.seal = act.part.map { Fingerprint(of: $0.bytes) }
    change(&act)
    var json = JSONWriter()
    act.hash = act.computedHash(using: &json)
    json.clear()
    act.writeLine(to: &json)
    return json.bytes
  }

  private static func open(_ buoy: Buoy) -> [UInt8] {
    var json = JSONWriter()
    buoy.writeOpen(to: &json)
    return json.bytes
  }

  private static func part(_ buoy: Buoy) -> SealedPart {
    var json = JSONWriter()
    buoy.writeSealed(to: &json)
    return SealedPart(salt: [UInt8](repeating: 1, count: SealedPart.saltLength), json: json.bytes)
  }

  private static func refusal(_ line: [UInt8], _ engine: Engine) async throws -> Refusal? {
    var found: Refusal?
    try await engine.withBuoys { database in
      do {
        _ = try await database.rebuild { connection in
          var rest = [line][...]
          return try connection.importJournal({ rest.popFirst() }, under: buoys)
        }
      } catch let refusal as Refusal { found = refusal }
    }
    return found
  }

  @Test(arguments: [Engine.file, .postgres]) func anActLikeOursIsTaken(engine: Engine) async throws {
    #expect(try await Self.refusal(Self.line { _ in }, engine) == nil)
    #expect(try await Self.refusal(Self.line { $0.capacity = "lead:gold" }, engine) == nil)
    #expect(try await Self.refusal(Self.line { $0.capacity = "system" }, engine) == nil)
  }

  @Test(arguments: [Engine.file, .postgres]) func whatIsNoneIsRefusedWithItsLine(engine: Engine) async throws
  {
    let body = String(decoding: Self.open(Buoy.sample(1)), as: UTF8.self)
    @Sendable func sealed(_ text: String) -> SealedPart {
      SealedPart(salt: [UInt8](repeating: 1, count: SealedPart.saltLength), json: Array(text.utf8))
    }
    let changes: [(String, String, @Sendable (inout Act) -> Void)] = [
      ("newer-program", "does not know", { $0.kind = "submarine" }),
      ("newer-program", "a newer program wrote it", { $0.edition = 99 }),
      ("act", "nobody acts in the capacity", { $0.capacity = "emperor" }),
      ("act", "nobody acts in the capacity", { $0.actor = "Ana Example" }),
      ("act", "1 would be next", { $0.version = 2 }),
      ("act", "the record in it is another", { $0.record = "buoy-2" }),
      (
        "act", "not written as the format has it",
        { $0.body = Array(body.replacing(#","note""#, with: #", "note""#).utf8) }
      ),
      ("act", "there is no field", { $0.body = Array((body.dropLast() + #","hidden":1}"#).utf8) }),
      // What not everyone may see, in the open; or sealed otherwise than as we write it.
      (
        "act", "“keeper”",
        {
          $0.body = Array((body.dropLast() + #","keeper":"x"}"#).utf8)
          $0.part = nil
        }
      ),
      ("act", "seals what everyone may see", { ($0.seal, $0.part) = (nil, nil) }),
      (
        "act", "“id”",
        {
          $0.part = sealed(#"{"keeper": "keeper 1"}"#)
          $0.seal = $0.part.map { Fingerprint(of: $0.bytes) }
        }
      ),
      ("broken-chain", "does not follow", { $0.part = sealed(#"{"keeper":"keeper 2"}"#) }),
    ]
    for (code, sentence, change) in changes {
      let refusal = try await Self.refusal(Self.line(change), engine)
      #expect(refusal?.code == code, "\(sentence)")
      #expect(refusal?.sentence.contains(sentence) == true, "\(refusal?.sentence ?? "taken")")
      #expect(refusal?.line == 1)
    }
  }

  @Test func aLineThatSaysMoreOrOtherwiseIsRefused() async throws {
    let line = String(decoding: Self.line { _ in }, as: UTF8.self)
    for spoilt in [
      line.replacing(#","actor""#, with: #", "actor""#), line.dropLast() + #","note":"x"}"#, " " + line,
    ] {
      #expect(try await Self.refusal(Array(spoilt.utf8), .memory)?.code == "act", "\(spoilt.prefix(20))")
    }
  }

  /// What stands in a store without having passed there is found when it is looked over.
  @Test(arguments: [Engine.file, .postgres]) func aForeignActInAStoreIsFound(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        try Journal(connection, .fixed).append(Buoy.sample(1), intent)
        try connection.settle()
        try buoys.checkActs(connection)
        try connection.run("UPDATE act SET record = 'buoy-2' WHERE seq = 1")
      }
      let refusal = await #expect(throws: Refusal.self) {
        try await database.read { try buoys.checkActs($0) }
      }
      #expect(refusal?.code == "act")
    }
  }
}
