import Kernel
import Samples
import Store
import Testing

/// A lighthouse as it is declared today, and as it was: its name was one text and is two.
private struct Lighthouse: Record {
  var id: ID
  var place: String
  var tower: String
  var height: Int?
  static let schema = Schema(
    "lighthouse", Lighthouse.init, Field("id", \.id), Field("place", \.place, .notEmpty),
    Field("tower", \.tower), Field("height", \.height))
  static var edition: Int { 2 }

  /// Edition 1 had a single name, `Brest: Petit Minou`.
  static func lift(_ body: JSONReader, from edition: Int) throws -> [UInt8]? {
    guard edition == 1 else { return nil }
    var json = body
    var members: [String: String] = [:]
    try json.object { key, json in members[key] = try json.string() }
    let parts = (members["name"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    return schema.json(
      Lighthouse(
        id: ID(members["id"] ?? ""), place: parts[0], tower: String(parts[1].dropFirst()), height: nil))
  }
}

private struct OldLighthouse: Record {
  var id: ID
  var name: String
  static let schema = Schema("lighthouse", OldLighthouse.init, Field("id", \.id), Field("name", \.name))
}

@Suite struct LiftTests {
  @Test(arguments: Engine.allCases) func oldActsBecomeTodaysRecords(engine: Engine) async throws {
    let database = try await engine.open()
    try await database.write { connection in
      try Projection([OldLighthouse.self]).create(connection)
      _ = try Journal(connection, .fixed).append(
        OldLighthouse(id: .init("minou"), name: "Brest: Petit Minou"), intent)
    }
    let today = Projection([Lighthouse.self])
    #expect(try await database.read { try today.outdated($0).map { $0.kind } } == ["lighthouse"])
    _ = try await database.rebuild { try today.rebuild($0) }
    let lifted = try await database.read { try $0.one(Lighthouse.ID("minou")) }
    #expect(lifted == Lighthouse(id: .init("minou"), place: "Brest", tower: "Petit Minou", height: nil))
    #expect(try await database.read { try today.outdated($0).isEmpty })
    // The act itself stays as it was.
    #expect(try await database.read { try $0.verifyChain().acts } == 1)
    try await database.close()
  }

  @Test func aRuleForNewActsIsNotAskedOfOldRows() {
    let rule = Rule<String>.notEmpty
    let (asked, spared) = (
      Field<OldLighthouse, String>("name", \.name, rule),
      Field<OldLighthouse, String>("name", \.name, rule.forNewActs)
    )
    #expect(
      Schema("a", { (name: String) in OldLighthouse(id: .init("x"), name: name) }, asked).fields[0].sqlChecks(
        "name") == ["\"name\" <> ''"])
    #expect(
      Schema("a", { (name: String) in OldLighthouse(id: .init("x"), name: name) }, spared).fields[0]
        .sqlChecks("name") == [])
  }

  /// Whoever starts the program is told why it takes its time.
  @Test func whatIsDoneToTheTablesIsSaid() async throws {
    let database = try await Engine.memory.open()
    try await database.write { connection in
      try Projection([OldLighthouse.self]).create(connection)
      _ = try Journal(connection, .fixed).append(
        OldLighthouse(id: .init("minou"), name: "Brest: Petit Minou"), intent)
    }
    var said: [String] = []
    try await database.keepUp(Projection([Lighthouse.self])) { said.append($0) }
    #expect(said == ["Making tables anew for 1 kinds whose declaration changed"])
    try await database.keepUp(Projection([Lighthouse.self])) { said.append($0) }
    #expect(said.count == 1)
    try await database.close()
  }
}
