import Foundation
import Kernel
import Samples
import Store
import StoreSQLite
import Testing

/// The store is one file, and the one that was opened.
@Suite struct OpenedFileTests {
  private static func made() async throws -> (path: String, database: SQLiteDatabase) {
    let path = NSTemporaryDirectory() + "/\(UUID().uuidString).sqlite"
    let database = try SQLiteDatabase(path: path)
    try await database.write { connection in
      try buoys.create(connection)
      try Journal(connection, .fixed).append(Buoy.sample(1), intent)
    }
    return (path, database)
  }

  private static func beside(_ path: String) -> [String] {
    ["-wal", "-shm", "-journal"].filter { FileManager.default.fileExists(atPath: path + $0) }
  }

  @Test func whoIsLastToLetGoLeavesOneFile() async throws {
    let (path, first) = try await Self.made()
    let second = try SQLiteDatabase(path: path)
    _ = try await second.read { try $0.journalHead() }
    try await first.close()
    try #expect(await second.read { try $0.journalHead().seq } == 1)
    try await second.close()
    #expect(Self.beside(path) == [])
    // Copied alone it is the whole.
    try FileManager.default.copyItem(atPath: path, toPath: path + ".copy")
    let copy = try SQLiteDatabase(path: path + ".copy")
    try #expect(await copy.read { try $0.verifyChain().acts } == 1)
    try await copy.close()
  }

  @Test(arguments: [true, false]) func aFileThatWasReplacedIsNoticed(isPutBack: Bool) async throws {
    let (path, database) = try await Self.made()
    try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
    if isPutBack { try FileManager.default.copyItem(atPath: path + ".old", toPath: path) }
    for attempt in 0..<2 {
      let refusal = await #expect(throws: Refusal.self) {
        if attempt == 0 {
          _ = try await database.read { try $0.journalHead() }
        } else {
          try await database.write { _ in }
        }
      }
      #expect(refusal?.code == "unreachable")
      #expect(refusal?.phrase.key == "refusal.unreachable.replaced")
    }
    try await database.close()
  }

  /// Who lets go of a file that is no longer there leaves the one that took its place alone.
  @Test func whatTookThePlaceOfAFileIsNotTouched() async throws {
    let (path, database) = try await Self.made()
    let (other, second) = try await Self.made()
    // A copy of a store that is in use: SQLite would change how its log is kept.
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: other, toPath: path)
    let bytes = FileManager.default.contents(atPath: path)
    try await database.close()
    #expect(FileManager.default.contents(atPath: path) == bytes)
    try await second.close()
  }

  @Test func aLogOfAnotherFileIsNotRead() async throws {
    let (path, database) = try await Self.made()
    try await database.backup(to: path + ".backup")
    // A killed program leaves its log.
    try FileManager.default.copyItem(atPath: path + "-wal", toPath: path + ".left")
    try await database.close()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: path + ".backup", toPath: path)
    try FileManager.default.copyItem(atPath: path + ".left", toPath: path + "-wal")
    let refusal = #expect(throws: Refusal.self) { try SQLiteDatabase(path: path) }
    #expect(refusal?.code == "foreign-log")
    try FileManager.default.removeItem(atPath: path + "-wal")
    let opened = try SQLiteDatabase(path: path)
    try #expect(await opened.read { try $0.verifyChain().acts } == 1)
    try await opened.close()
  }
}
