@testable import App
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
@testable import Portal
@testable import Telling
@testable import Web
@testable import Registry
import Store
import Testing

/// A list of more rows than are held in memory at a time.
@Suite struct LongFileTests {
  private static let many = 2 * API.rowsAtATime + 7

  private static let founded = Task {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "entente-long-\(UUID().uuidString).sqlite"
    )
    .path
    _ = try await Founding.found("gmp", at: StoreAddress(path), isEmpty: true)
    let partnership = try await App.Partnership.open(at: StoreAddress(path))
    try await partnership.database.write { connection in
      let journal = try Journal(connection)
      for n in 0..<many {
        let partner = Registry.Partner(
          id: .init("p-\(n)"), name: Translated(.en, [.en: "Partner \(n)"]), category: "ngo",
          sector: "civil-society", country: nil, areas: [], statesSupport: true, statesCommitment: true,
          contribution: "Joins", chamber: nil, membership: Period(since: When(2010)), confidentialNote: nil,
          provenance: Provenance(["test"]), state: .admitted)
        try journal.append(partner, Intent("add", by: "ana", as: .secretariat, basis: "test"))
      }
    }
    return partnership
  }

  @Test func aLongFileIsWhole() async throws {
    let answer = try await ServedPartnership.get("/partners.csv", of: Self.founded.value)
    #expect(answer.status == 200)
    let ids = answer.body.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    #expect(ids == (0..<Self.many).map { "p-\($0)" }.sorted())
  }

  @Test func noPieceHoldsMoreThanItsShare() async throws {
    let partnership = try await Self.founded.value
    let site = Site(
      database: partnership.database, verbs: Capabilities.verbs, pages: PortalPages.book,
      today: { _ in ServedPartnership.today })
    let request = Request(
      head: .init(method: .get, scheme: "http", authority: "test", path: "/partners.csv"),
      body: .init(buffer: .init()))
    func rows(_ bytes: [UInt8]) -> Int {
      String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count
    }
    let reply = try await API(site: site).table(Registry.Partner.self, Asked(request, from: .anyone))
    #expect(rows(reply.body) == API.rowsAtATime + 1)
    var counts: [Int] = []
    var place = reply.rest?.after
    while let after = place {
      let piece = try #require(try await reply.rest?.piece(after))
      counts.append(rows(piece.bytes))
      place = piece.end
    }
    #expect(counts == [API.rowsAtATime, 7])
  }

  @Test func aShortFileIsOnePiece() async throws {
    let answer = try await ServedPartnership.get("/partners.csv?category=igo", of: Self.founded.value)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentLength] == String(answer.body.utf8.count + 3))
    #expect(answer.body.split(separator: "\r\n").count == 1)
  }
}
