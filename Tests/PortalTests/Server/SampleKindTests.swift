import Acting
import App
import Governance
import Hummingbird
import HummingbirdTesting
import Kernel
import Samples
import Store
import StoreSQLite
import Testing
import Web

/// A kind with verbs, a right of the charter and pages is one file in a capability (`BuoyVerbs`), one in the portal
/// (`BuoyPages`) and words: nothing else knows of it, and everything works.
@Suite struct SampleKindTests {
  private static let book = VerbBook(Capabilities.all + [Buoy.capability])

  private static func with<T: Sendable>(
    _ body: @escaping @Sendable (SQLiteDatabase, any TestClientProtocol) async throws -> T
  ) async throws -> T {
    let database = try SQLiteDatabase(path: nil)
    try await database.write { connection in
      try Projection(book.records, beside: Capabilities.sideTables).create(connection)
      let journal = try Journal(connection)
      for n in 0...2 { try journal.append(Buoy.sample(n), Intent("add", by: "ana", as: .secretariat)) }
    }
    let site = Site(
      database: database, verbs: book, pages: PageBook(BuoyPages.all, sections: [], additions: []),
      today: { _ in Day(2011, 1, 1) })
    let result = try await Application(responder: PortalResponder(site, version: "test")).test(.router) {
      try await body(database, $0)
    }
    try await database.close()
    return result
  }

  @Test func itsPagesDataAndVerbsFollow() async throws {
    try await Self.with { database, client in
      func get(_ path: String) async throws -> (Int, String) {
        let response = try await client.execute(uri: path, method: .get)
        return (Int(response.status.code), String(buffer: response.body))
      }
      let list = try await get("/buoys?lang=en").1
      #expect(list.contains("<a href=\"/buoys/buoy-1?lang=en\">"))
      // The foot leads to its data, which hold what everyone sees and no more.
      #expect(list.contains("href=\"/buoys.json?lang=en\""))
      let data = try await get("/buoys.json").1
      #expect(data.contains("\"id\":\"buoy-1\"") && !data.contains("keeper"))
      #expect(try await get("/buoys.csv").1.hasPrefix("\u{FEFF}id,name_"))
      #expect(try await get("/api/v1/buoys/buoy-1/history").0 == 200)
      let page = try await get("/buoys/buoy-0?lang=en").1
      #expect(page.contains("0 m, moored: cut loose, sink, sound, add, correct, take-back"))
      #expect(try await get("/buoys/nothing").0 == 404)
      #expect(try await get("/buoys/buoy-0/more").0 == 404)

      // A verb is carried out by its name, and the kept page is made anew.
      try await database.write { connection in
        let occasion = Occasion(
          Intent("", by: "ana", as: .secretariat, basis: "test"), under: CharterBook(),
          today: Day(2011, 1, 1),
          connection)
        _ = try Self.book.carryOut("cut loose", of: "buoy", on: "buoy-0", .nothing, occasion)
      }
      #expect(try await get("/buoys/buoy-0?lang=en").1.contains("0 m, adrift:"))
    }
  }
}
