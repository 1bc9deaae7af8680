import Exchange
import Kernel
import Samples
import Store
import Testing

/// A list that is asked for by a value which no index finds looks at so many records at a time, and says where it goes on.
@Suite struct ListingTests {
  /// Pages from one end to the other: what each found, and how many there were.
  private static func walk(
    _ filters: [(field: String, value: String)], limit: Int = 100, _ connection: any Connection
  ) throws -> (found: [String], pages: Int) {
    var found: [String] = []
    var pages = 0
    var after: String?
    repeat {
      var here: [String] = []
      let end = try connection.forEach(
        Buoy.self, Listing(filters: filters, after: after, limit: limit, viewer: .host, mostRead: 3)
      ) { here.append($0.record.id.text) }
      found += here
      after = here.count == limit ? here.last : end
      pages += 1
      if pages > 50 { break }
    } while after != nil
    return (found, pages)
  }

  @Test(arguments: Engine.allCases) func aWalkIsCutAndGoesOn(engine: Engine) async throws {
    try await engine.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        for n in 0..<10 {
          var buoy = Buoy.sample(n)
          buoy.isLit = n % 4 == 0
          try journal.append(buoy, intent)
        }
      }
      try await database.read { connection in
        let all = try connection.list(Buoy.self, Listing(viewer: .host)).map(\.record)
        let lit = all.filter(\.isLit).map(\.id.text)
        #expect(lit.count == 3)
        // Three at a time: ten are looked at in four pages.
        let walked = try Self.walk([("is_lit", "1")], connection)
        #expect(walked.found == lit)
        #expect(walked.pages == 4)
        // A page that is full goes on after its last, and nothing is told twice or left out.
        #expect(try Self.walk([("is_lit", "1")], limit: 1, connection).found == lit)
        // What nobody has is looked for to the end.
        #expect(try Self.walk([("note", "nobody wrote this")], connection).found == [])
        #expect(try Self.walk([("depth", "1.5")], connection).found == [])
        // Without a filter, and by the id, there is nothing to cut.
        #expect(try Self.walk([], connection).found == all.map(\.id.text))
        #expect(try Self.walk([], connection).pages == 1)
        #expect(try Self.walk([("id", lit[1])], connection).pages == 1)
      }
    }
  }
}
