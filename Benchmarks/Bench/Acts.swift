import Foundation
import Kernel
import Samples
import Store
import StoreSQLite

/// The acts that are measured: buoys with a field of every shape, two of three with a reference to the one before.
enum Acts {
  static let intent = Intent("register", by: "person-7", as: .secretariat, basis: "rule 4")

  static func buoy(_ n: Int, edit: Int = 0) -> Buoy {
    .sample(n, edited: edit, mother: n % 3 == 0 ? nil : Buoy.ID("buoy-\(n - 1)"))
  }

  /// Appends new records; only the writing is timed, as the records stand ready like the rows of the other side.
  /// - Returns: the seconds of all transactions.
  static func append(_ count: Int, batch: Int, to database: any RecordStore) async throws -> Double {
    var seconds = 0.0
    var first = 0
    while first < count {
      let ready = (first..<min(first + max(batch, 10_000), count)).map { buoy($0) }
      seconds += try await timed {
        for start in stride(from: 0, to: ready.count, by: batch) {
          let range = start..<min(start + batch, ready.count)
          try await database.write { connection in
            let journal = try Journal(connection)
            for index in range { try journal.append(ready[index], intent) }
          }
        }
      }.seconds
      first += ready.count
    }
    return seconds
  }

  /// Three acts to a record: made, then edited twice after all the others were made.
  static func appendWithEdits(_ count: Int, to database: any RecordStore) async throws {
    let records = (count + 2) / 3
    for start in stride(from: 0, to: count, by: 10_000) {
      try await database.write { connection in
        let journal = try Journal(connection)
        for n in start..<min(start + 10_000, count) {
          let edit = n / records
          try journal.append(buoy(n % records, edit: edit), intent, after: edit == 0 ? nil : edit)
        }
      }
    }
  }
}

/// A new store with a history in it.
func fill(_ path: String, acts: Int) async throws {
  let database = try SQLiteDatabase(path: path, isDurable: false)
  try await database.write { try projection.create($0) }
  let (seconds, _) = try await timed { try await Acts.appendWithEdits(acts, to: database) }
  try await database.close()
  let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  tell([
    "what": "fill", "acts": acts, "per_second": Int(Double(acts) / seconds), "megabytes": size >> 20,
    "peak_megabytes": peakMegabytes,
  ])
}

/// Fills in a process of its own, so that its memory is not counted here.
func fillBeside(_ path: String, acts: Int) throws {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  process.arguments = ["fill", "\(acts)", path]
  process.standardOutput = FileHandle.standardError
  try process.run()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw Refusal(code: "store", Phrase(asItIs: "the store could not be filled"))
  }
}
