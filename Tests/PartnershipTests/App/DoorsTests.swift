import Acting
@testable import App
import Foundation
import Kernel
@testable import Registry
import Store
import StoreSQLite
import Testing
import Wording

/// What commands are made of: each asks, does or refuses what its help says.
@Suite struct DoorsTests {
  private static let intent = Intent("test", by: "ana", as: .secretariat, basis: "test")

  private static func place(_ end: String) -> String {
    FileManager.default.temporaryDirectory.appending(path: "entente-doors-\(UUID().uuidString)\(end)").path
  }

  /// `entente verbs area gold --as …`
  @Test func whatOneMayDoIsListedForOneself() async throws {
    let (officer, applicant) = try await FoundedPartnership.with { partnership in
      let day = Day(2026, 11, 25)
      return (
        try await partnership.offers(to: .secretariat, on: "gold", of: Area.self, on: day).count,
        try await partnership.offers(to: .applicant, on: "gold", of: Area.self, on: day).count
      )
    }
    #expect(officer > 3)
    #expect(applicant == 0)
  }

  /// `entente partner place`: what is answered is what is recorded.
  @Test func aPartnerIsPlacedInASector() async throws {
    let (main, partner) = try await FoundedPartnership.with { partnership in
      try await partnership.database.write { connection in
        _ = try Journal(connection).append(try PartnerRequirements.partner("acme"), Self.intent)
      }
      return (
        try await partnership.place(partner: "acme", inSector: "unions", Self.intent),
        try await partnership.database.read { try $0.one(Partner.ID("acme")) }
      )
    }
    #expect(main == "civil-society")
    #expect(partner?.sector == "unions")
  }

  /// `entente charter new`: a file that is there is not written over.
  @Test func aCharterIsWrittenToANewFileOnly() throws {
    let path = Self.place(".yaml")
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "mine".write(toFile: path, atomically: true, encoding: .utf8)
    let edition = try #require(try CharterShelf.editions(of: "gard").first)
    let refusal = #expect(throws: Refusal.self) { try CharterShelf.write(edition, to: path) }
    #expect(refusal?.code == "already-there")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
  }

  /// It takes its name when it is whole: a charter of which a killed command left half would be refused, and be in the way.
  @Test func aCharterIsWrittenWhole() throws {
    let path = Self.place(".yaml")
    defer { try? FileManager.default.removeItem(atPath: path) }
    // What a killed command left is taken up.
    try "half".write(toFile: path + ".part", atomically: false, encoding: .utf8)
    let edition = try #require(try CharterShelf.editions(of: "gard").first)
    try CharterShelf.write(edition, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == edition.text)
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
  }

  /// `entente init --database folder/new/x.sqlite`
  @Test func aFolderThatIsNotThereIsMade() async throws {
    let folder = Self.place("")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try await Founding.found("gmp", at: StoreAddress(folder + "/new/x.sqlite"), isEmpty: true)
    #expect(FileManager.default.fileExists(atPath: folder + "/new/x.sqlite"))
  }

  /// `entente restore` of a file in which an act was changed says which.
  @Test func aBackupThatWasChangedIsNotRestored() async throws {
    let (copy, back) = (Self.place(".backup"), Self.place(".sqlite"))
    defer {
      for path in [copy, back] {
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
      }
    }
    try await FoundedPartnership.with { try await Backup.make(of: $0, to: copy) { _ in } }
    let database = try SQLiteDatabase(path: copy)
    try await database.write { _ = try $0.run("UPDATE act SET actor = 'bob' WHERE seq = 7") }
    try await database.close()
    let refusal = await #expect(throws: Refusal.self) {
      _ = try await Backup.restore(copy, to: StoreAddress(back)) { _ in }
    }
    #expect(refusal?.sentence.hasPrefix("act 7 (") == true, "\(refusal?.sentence ?? "")")
    #expect(refusal?.sentence.hasSuffix(" was changed after it was recorded") == true)
    #expect(!FileManager.default.fileExists(atPath: back))
  }
}
