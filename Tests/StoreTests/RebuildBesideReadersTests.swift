import Foundation
import Kernel
import Samples
import Store
import StoreSQLite
import Testing

@Suite struct RebuildBesideReadersTests {
  /// A reader that comes while the tables are made anew is answered before that ends, and from the old tables.
  @Test func readersSeeTheOldTablesUntilItEnds() async throws {
    try await Engine.file.withBuoys { database in
      try await database.write { connection in
        let journal = try Journal(connection, .fixed)
        try journal.append(Buoy.sample(1), intent)
        try connection.run("UPDATE buoy SET note = 'written past the journal'")
      }
      let (tablesAreDropped, readerIsDone) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      async let rebuilding = database.rebuild { connection in
        let written = try buoys.rebuild(connection)
        tablesAreDropped.signal()
        return (written, readerIsDone.wait(timeout: .now() + 10))
      }
      let note = try await Task.detached {
        await withCheckedContinuation { go in
          Thread.detachNewThread {
            tablesAreDropped.wait()
            go.resume()
          }
        }
        let note = try await database.read { try $0.one(Buoy.ID("buoy-1"))?.note }
        readerIsDone.signal()
        return note
      }.value
      #expect(note == "written past the journal")
      let (written, waited) = try await rebuilding
      #expect(written == 1)
      #expect(waited == .success)
      try await #expect(database.read { try $0.one(Buoy.ID("buoy-1"))?.note } == Buoy.sample(1).note)
    }
  }
}
