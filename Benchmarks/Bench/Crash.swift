import Foundation
import Kernel
import Samples
import Store
import StoreSQLite

/// Appends until it is killed or refused, and says the number of the last act after each commit. A number that was said
/// is a promise: the act is there whatever happens next.
func appendForever(_ path: String) async throws {
  let database = try SQLiteDatabase(path: path)
  let isNew = try await database.read { connection in
    try connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'act'", as: Int.self) == 0
  }
  if isNew { try await database.write { try projection.create($0) } }
  var batch = 1
  while true {
    batch = batch % 37 + 1
    let size = batch
    let last = try await database.write { connection in
      let journal = try Journal(connection)
      for _ in 0..<size {
        let buoy = Buoy.sample(journal.head.seq % 1000, edited: journal.head.seq)
        try journal.append(buoy, Acts.intent, after: try connection.version(of: buoy.id))
      }
      return journal.head.seq
    }
    FileHandle.standardOutput.write(Data("\(last)\n".utf8))
  }
}

/// Checks the chain and that the tables are what the journal says; prints the number of acts.
func verifyAfterCrash(_ path: String) async throws {
  let database = try SQLiteDatabase(path: path)
  let (acts, different) = try await database.write { connection in
    (try connection.verifyChain().acts, try projection.differences(connection))
  }
  try await database.close()
  guard different.isEmpty else {
    throw Refusal(code: "store", Phrase(asItIs: "tables differ from the journal: \(different)"))
  }
  print(acts)
}
